import type { Readable } from 'node:stream';
import { judge } from '../../../core/judge.ts';
import type { Language } from '../../../core/text.ts';
import { auditFile } from '../../audit/audit-file.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, TooManyRequestsError } from '../../errors.ts';
import { packFiles, zipOf, type PackMaterial } from '../../pack/evidence-pack.ts';
import type { AlertStore } from '../../shop/alerts.ts';
import type { SnapshotStore } from '../../shop/snapshots.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';
import { alertsCsv } from '../alerts/alerts.csv.ts';
import type { ScriptService } from '../scripts/scripts.service.ts';

/** A pack takes seconds of a processor: so many a shop and day. */
export const PACKS_A_DAY = 5;
const DAY_MS = 24 * 60 * 60 * 1_000;
const ALL_ALERTS = { status: [], severity: [], area: null, check: [], q: '', sort: 'newest' } as const;

/** The weekly report of the running week as its files; null: none can be made. */
export type ReportFiles = (shop: string, language: Language) => Promise<PackMaterial['report']>;

export type EvidencePackService = ReturnType<typeof evidencePackService>;

/** Everything that speaks for the shop's state, in one file to hand on. */
export function evidencePackService({
  snapshots,
  alerts,
  scripts,
  audit,
  report,
  clock,
}: {
  snapshots: Pick<SnapshotStore, 'newest'>;
  alerts: Pick<AlertStore, 'all'>;
  scripts: Pick<ScriptService, 'board' | 'log'>;
  audit: AuditLog;
  report: ReportFiles;
  clock: Clock;
}) {
  /** Shops of which a pack is being made. */
  const atWork = new Set<string>();

  async function textOf(pieces: AsyncIterable<string>): Promise<string> {
    const all: string[] = [];
    for await (const piece of pieces) all.push(piece);
    return all.join('');
  }

  async function made(merchant: Merchant, language: Language): Promise<Readable> {
    const { shop, userId } = merchant;
    const madeAt = clock.now().toISOString();
    const since = new Date(clock.now().getTime() - DAY_MS);
    if ((await audit.countSince(shop, 'evidence-pack.made', since)) >= PACKS_A_DAY) {
      throw new TooManyRequestsError(
        `${PACKS_A_DAY} packs were made within a day. Try again tomorrow.`,
        DAY_MS / 1_000,
      );
    }
    const snapshot = await snapshots.newest(shop);
    if (!snapshot) throw new ConflictError('There is no evidence yet. Wait until the first check is finished.');
    // Its line comes first, and is in the log that the pack holds.
    await audit.append(shop, {
      ...{ actor: { kind: 'person', id: userId }, action: 'evidence-pack.made' },
      details: { language, snapshotTakenAt: snapshot.takenAt },
    });
    const files = await packFiles({
      ...{ shop, language, madeAt, snapshot, alertsCsv, results: judge(snapshot).results },
      report: await report(shop, language),
      scripts: { board: await scripts.board(merchant), log: await scripts.log(merchant) },
      alerts: await alerts.all(shop, ALL_ALERTS),
      auditJson: await textOf(auditFile(audit, { shop, madeAt })),
      proof: await audit.verify(shop),
    });
    return zipOf(files, madeAt);
  }

  return {
    /**
     * The zip as it is written.
     * @throws {ForbiddenError} the person is not the owner
     * @throws {TooManyRequestsError} another is being made, or the day's are spent
     * @throws {ConflictError} nothing was checked yet
     */
    async pack(merchant: Merchant, language: Language): Promise<Readable> {
      requireRole(merchant, 'owner');
      const { shop } = merchant;
      if (atWork.has(shop)) throw new TooManyRequestsError('A pack is being made. Try again in a moment.', 10);
      atWork.add(shop);
      try {
        return await made(merchant, language);
      } finally {
        atWork.delete(shop);
      }
    },
  };
}
