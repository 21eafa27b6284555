import type { ExportFormat, ScriptBoard, ScriptExport, ScriptLog } from '../../core/api/scripts.ts';
import type { Language } from '../../core/text.ts';
import type { Paper } from '../pdf/paper.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { saqEvidence, saqGaps } from './saq-findings.ts';
import { changesCsv, inventoryCsv, saqCsv } from './script-csv.ts';
import { changesPaper, inventoryPaper, saqPaper } from './script-papers.ts';
import { changesRecord, inventoryRecord, saqRecord, type ExportContext } from './script-records.ts';
import { LIMITS, NOTICES } from './script-words.ts';

export interface ScriptFileWish extends ExportContext {
  readonly what: ScriptExport;
  readonly format: ExportFormat;
  readonly language: Language;
}

/** The whole file. A PDF is bytes, the others are text. */
export async function scriptFile(board: ScriptBoard, log: ScriptLog, wish: ScriptFileWish): Promise<string | Buffer> {
  const { format, language } = wish;
  const { record, csv, paper } = shapesOf(board, log, wish);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...record, notice: NOTICES[wish.what][language], limits: LIMITS.map((text) => text[language]) }, null, 2)}\n`;
    case 'csv':
      return csv();
    case 'pdf':
      return writePdf(paper());
  }
}

interface Shapes {
  readonly record: object;
  readonly csv: () => string;
  readonly paper: () => Paper;
}

function shapesOf(board: ScriptBoard, log: ScriptLog, { what, language, shop, madeAt }: ScriptFileWish): Shapes {
  const context = { shop, madeAt };
  switch (what) {
    case 'inventory': {
      const record = inventoryRecord(board, context);
      return { record, csv: () => inventoryCsv(record, language), paper: () => inventoryPaper(record, language) };
    }
    case 'changes': {
      const record = changesRecord(board, log, context);
      return { record, csv: () => changesCsv(record), paper: () => changesPaper(record, language) };
    }
    case 'saq-a': {
      const record = saqRecord(board, log, context);
      const said = { evidence: saqEvidence(record, language), missing: saqGaps(record, language) };
      return {
        record: { ...record, ...said },
        csv: () => saqCsv(record, language),
        paper: () => saqPaper(record, language),
      };
    }
  }
}
