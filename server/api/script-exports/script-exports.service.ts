import type { ExportFormat, ScriptBoard, ScriptExport, ScriptLog } from '../../../core/api/scripts.ts';
import type { Language } from '../../../core/text.ts';
import type { Clock } from '../../clock.ts';
import { scriptFile } from '../../exports/script-file.ts';
import { TooManyRequestsError } from '../../errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** Where the figures come from: the same answers that the page shows. */
export interface ScriptAnswers {
  board(merchant: Merchant): Promise<ScriptBoard>;
  log(merchant: Merchant): Promise<ScriptLog>;
}

export interface ScriptExportWish {
  readonly what: ScriptExport;
  readonly format: ExportFormat;
  readonly language: Language;
}

export type ScriptExportService = ReturnType<typeof scriptExportService>;

/** What the shop knows of its scripts, as a file to hand on. Reasons of people are in it, so it takes a manager. */
export function scriptExportService({ scripts, clock }: { scripts: ScriptAnswers; clock: Clock }) {
  /** Shops of which a file is being made: a long PDF takes most of a second, so a shop gets one after the other. */
  const atWork = new Set<string>();

  return {
    /**
     * @throws {ForbiddenError} the person is a viewer
     * @throws {TooManyRequestsError} another file of this shop is being made
     */
    async file(merchant: Merchant, wish: ScriptExportWish): Promise<string | Buffer> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      if (atWork.has(shop)) throw new TooManyRequestsError('Another file is being made. Try again in a moment.', 3);
      atWork.add(shop);
      try {
        const [board, log] = await Promise.all([scripts.board(merchant), scripts.log(merchant)]);
        return await scriptFile(board, log, { ...wish, shop, madeAt: clock.now().toISOString() });
      } finally {
        atWork.delete(shop);
      }
    },
  };
}
