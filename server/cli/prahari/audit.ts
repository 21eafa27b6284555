import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { AuditFile } from '../../../core/api/audit.ts';
import type { AuditEntry, AuditMark } from '../../../core/audit/audit-entry.ts';
import { verifyChain } from '../../../core/audit/chain.ts';
import { piecesOf } from './input.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const BREAKS = {
  hash: 'was altered',
  link: 'does not follow the line before it',
  gap: 'stands after lines that are missing',
  order: 'has a number that was there before',
  signature: 'is not signed',
  head: 'is not the line that the earlier file has',
} as const;

const sha256 = (line: string): string => createHash('sha256').update(line).digest('hex');

/**
 * `prahari audit FILE.json [--earlier OLD.json]`: verifies an exported log without a server. The end of a log can be cut
 * unseen, unless an earlier export is held against it. @returns the exit code: 0 when it is whole, else 1
 */
export async function audit(
  { file, earlier, asJson }: { file: string | undefined; earlier: string | undefined; asJson: boolean },
  { out }: Terminal,
): Promise<number> {
  const log = await readLog(file);
  const known = earlier === undefined ? [] : knownBy(await readLog(earlier), log);
  const { shop, anchor, entries } = log;
  const result = verifyChain(entries, { shop, sha256, anchor, known });
  if (asJson) await out.write(`${JSON.stringify({ shop, ...result })}\n`);
  else if (result.broken)
    await out.write(`${shop}: NOT WHOLE. Line ${result.broken.seq} ${BREAKS[result.broken.what]}.\n`);
  else {
    const head =
      result.lastSeq === null ? 'It holds no line.' : `Its last line is ${result.lastSeq}, ${result.lastHash}.`;
    await out.write(`${shop}: whole, ${result.entries} lines. ${head}\n`);
  }
  return result.isWhole ? 0 : 1;
}

/** Lines of an older export that the newer one, which may have been cut at its beginning since, should have. */
function knownBy(older: AuditFile, newer: AuditFile): AuditMark[] {
  if (older.shop !== newer.shop) throw new UsageError(`The earlier file is of another shop.`);
  const from = newer.anchor?.seq ?? 0;
  return older.entries.filter(({ seq }) => seq > from).map(({ seq, hash }) => ({ seq, hash }));
}

/** @throws {UsageError} it is no exported log */
async function readLog(file: string | undefined): Promise<AuditFile> {
  const content = await text(piecesOf(file));
  try {
    const log: unknown = JSON.parse(content);
    if (isLog(log)) return log;
  } catch {
    // the same sentence says it
  }
  throw new UsageError('This is no audit log that Prahari exported as JSON.');
}

/** Only the shape that verifying needs: what the lines say is in their hashes. */
function isLog(log: unknown): log is AuditFile {
  const { format, shop, anchor, entries } = (log ?? {}) as Partial<Record<keyof AuditFile, unknown>>;
  const isHead = format === 'prahari-audit-log-1' && typeof shop === 'string' && (anchor === null || isMark(anchor));
  return isHead && Array.isArray(entries) && entries.every(isLine);
}

function isMark(mark: unknown): mark is AuditMark {
  const { seq, hash } = (mark ?? {}) as Partial<Record<keyof AuditMark, unknown>>;
  return typeof seq === 'number' && typeof hash === 'string';
}

function isLine(line: unknown): line is AuditEntry {
  const { actor, details, previousHash } = (line ?? {}) as Partial<Record<keyof AuditEntry, unknown>>;
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  return isMark(line) && isObject(actor) && isObject(details) && typeof previousHash === 'string';
}
