import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { AlertSummary } from '../../core/api/alerts.ts';
import type { AuditProof } from '../../core/api/audit.ts';
import type { ScriptBoard, ScriptLog } from '../../core/api/scripts.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import type { CheckResult } from '../../core/judgement.ts';
import type { Language } from '../../core/text.ts';
import type { Instant } from '../../core/time.ts';
import yazl from 'yazl';
import { scriptFile } from '../exports/script-file.ts';
import { attestationsCsv, findingsCsv, peopleCsv, vendorsCsv } from './pack-tables.ts';
import { NO_REPORT, README } from './pack-words.ts';
import { redactedEvidence } from './redacted-evidence.ts';

/** All that a pack is made of. */
export interface PackMaterial {
  readonly shop: string;
  readonly language: Language;
  readonly madeAt: Instant;
  readonly snapshot: Snapshot;
  readonly results: readonly CheckResult[];
  /** The weekly report as its own files; null: none could be made. */
  readonly report: { readonly json: string; readonly pdf: Buffer } | null;
  readonly scripts: { readonly board: ScriptBoard; readonly log: ScriptLog };
  readonly alerts: readonly AlertSummary[];
  readonly alertsCsv: (alerts: readonly AlertSummary[], language: Language) => string;
  /** The audit log's own file. */
  readonly auditJson: string;
  readonly proof: AuditProof;
}

/** One file of a pack. */
export interface PackFile {
  readonly path: string;
  readonly content: Buffer;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of a pack in their order, the list of their hashes last. The same material gives the same bytes. */
export async function packFiles(material: PackMaterial): Promise<PackFile[]> {
  const { shop, language, madeAt, snapshot, results, report, alerts, auditJson, proof } = material;
  const missing = report ? '' : NO_REPORT[language];
  const readme = filled(README[language], { shop, asOf: snapshot.takenAt, madeAt, missing });
  const { board, log } = withoutWords(material.scripts);
  const wish = { shop, language, madeAt, format: 'csv' } as const;
  const texts: readonly (readonly [string, string | Buffer])[] = [
    ['README.txt', readme],
    ...(report ? ([['report.json', report.json]] as const) : []),
    ...(report ? ([['report.pdf', report.pdf]] as const) : []),
    ['findings.csv', findingsCsv(results, snapshot.takenAt, language)],
    ...redactedEvidence(snapshot).map(({ kind, content }) => [`evidence/${kind}.json`, json(content)] as const),
    ['attestations.csv', attestationsCsv(snapshot, language)],
    ['people.csv', peopleCsv(snapshot)],
    ['vendors.csv', vendorsCsv(snapshot)],
    ['scripts-inventory.csv', await scriptFile(board, log, { ...wish, what: 'inventory' })],
    ['scripts-changes.csv', await scriptFile(board, log, { ...wish, what: 'changes' })],
    ['alerts.csv', material.alertsCsv(alerts, language)],
    ['audit.json', auditJson],
    ['proof.json', json(proof)],
  ];
  const files = texts.map(([path, content]) => ({ path, content: Buffer.from(content) }));
  return [...files, { path: 'MANIFEST.sha256', content: Buffer.from(manifestOf(files)) }];
}

/** As `sha256sum -c` reads it. */
function manifestOf(files: readonly PackFile[]): string {
  const lines = files.map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
  return lines.join('');
}

/** Who owns a script and why it may run is written by people, about people: it stays in the shop. */
function withoutWords({ board, log }: PackMaterial['scripts']): PackMaterial['scripts'] {
  const items = board.items.map((item) => ({
    ...item,
    decision: item.decision && { ...item.decision, owner: '', reason: '' },
  }));
  return { board: { ...board, items }, log: { rows: log.rows.map((row) => ({ ...row, reason: null })) } };
}

const filled = (words: string, data: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_all, name: string) => data[name] ?? '');

/** Files as one zip, in their order and all of one date, as it is written. */
export function zipOf(files: readonly PackFile[], at: Instant): Readable {
  const zip = new yazl.ZipFile();
  for (const { path, content } of files) zip.addBuffer(content, path, { mtime: new Date(at), mode: 0o100644 });
  zip.end();
  return zip.outputStream as Readable;
}
