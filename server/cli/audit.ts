/**
 * `npm run audit -- verify --shop SHOP [--head NUMBER:HASH] | --all`: walks audit logs in the store and says of each whether
 * it is whole. `--head` is a line that somebody wrote down before: a log whose end was cut no longer has it.
 * Exit code 0: all are whole; 1: one is not; 2: asked wrongly.
 */
import { parseArgs } from 'node:util';
import type { AuditProof } from '../../core/api/audit.ts';
import type { AuditMark } from '../../core/audit/audit-entry.ts';
import { auditLog } from '../audit/audit-log.ts';
import { systemClock } from '../clock.ts';
import { ConfigError } from '../config.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { KeyRingError } from '../store/key-errors.ts';
import { withStore } from './operators-store.ts';

const USAGE = 'npm run audit -- verify --shop SHOP [--head NUMBER:HASH], or: npm run audit -- verify --all';

class AskedWronglyError extends Error {}

interface Wish {
  /** Null: all shops that have a log. */
  readonly shop: string | null;
  readonly known: readonly AuditMark[];
}

try {
  const wish = wishOf(process.argv.slice(2));
  await withStore(async ({ connection, ring }) => {
    const audit = auditLog({ connection, ring, clock: systemClock });
    const model = auditEntryModel(connection);
    const all = () => model.distinct('shop').setOptions({ acrossTenants: 'the operator verifies every log' });
    const shops = wish.shop === null ? (await all()).sort() : [wish.shop];
    let broken = 0;
    for (const shop of shops) {
      const proof = await audit.verify(shop, wish.known);
      broken += proof.isWhole ? 0 : 1;
      console.log(`${shop}: ${wordsOf(proof)}`);
    }
    if (wish.shop === null) console.log(`${shops.length} logs, ${broken} not whole.`);
    process.exitCode = broken > 0 ? 1 : 0;
  });
} catch (error) {
  const isExpected = [ConfigError, KeyRingError, AskedWronglyError].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

/** @throws {AskedWronglyError} */
function wishOf(words: readonly string[]): Wish {
  const { values, positionals } = parsed(words);
  const { shop, all = false, head } = values;
  const isOne = positionals.length === 1 && positionals[0] === 'verify' && (shop !== undefined) !== all;
  if (!isOne || (all && head !== undefined)) throw new AskedWronglyError(USAGE);
  if (head === undefined) return { shop: shop ?? null, known: [] };
  const [, seq, hash = ''] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(head) ?? [];
  if (seq === undefined)
    throw new AskedWronglyError('--head takes the number and the hash of a line: 12:…64 hex digits.');
  return { shop: shop ?? null, known: [{ seq: Number(seq), hash }] };
}

function parsed(words: readonly string[]) {
  const options = { shop: { type: 'string' }, all: { type: 'boolean' }, head: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    throw new AskedWronglyError(USAGE);
  }
}

function wordsOf({ isWhole, entries, lastSeq, lastHash, broken, signature }: AuditProof): string {
  if (!isWhole && broken) return `NOT WHOLE: line ${broken.seq}, ${broken.what}.`;
  if (lastSeq === null) return 'no lines.';
  const key = signature === 'key-gone' ? ' Signed under a key that has left KEY_RING.' : '';
  return `whole, ${entries} lines. Head: ${lastSeq}:${lastHash}${key}`;
}
