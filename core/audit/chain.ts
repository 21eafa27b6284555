import type { AuditProof } from '../api/audit.ts';
import { BEFORE_ALL, type AuditEntry, type AuditMark } from './audit-entry.ts';

/** SHA-256 of a text in UTF-8, in lower-case hex: handed in, since core has none. */
export type Sha256 = (text: string) => string;

/** What a line says, without its hash. */
export type UnhashedEntry = Omit<AuditEntry, 'hash'>;

const FORMAT = 'prahari-audit-1';

/**
 * The text that a line's hash is made of: JSON of its values in a fixed order, details by name. The shop stands in it, so
 * that a line of one shop is none of another's.
 */
export function canonicalLine(shop: string, entry: UnhashedEntry): string {
  const { seq, at, actor, action, subjects, outcome, details, previousHash } = entry;
  const sorted = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([FORMAT, shop, seq, at, actor.kind, actor.id, action, subjects, outcome, sorted, previousHash]);
}

export function chainHash(shop: string, entry: UnhashedEntry, sha256: Sha256): string {
  return sha256(canonicalLine(shop, entry));
}

/** What a chain is held against. */
export interface ChainGround {
  readonly shop: string;
  readonly sha256: Sha256;
  /** The last line that was removed when its time was over; null: the log begins with line 1. */
  readonly anchor: AuditMark | null;
  /** Lines that somebody wrote down before, as in an older export. A log whose end was cut no longer has them. */
  readonly known?: readonly AuditMark[];
}

export type ChainResult = Pick<
  AuditProof,
  'isWhole' | 'entries' | 'firstSeq' | 'lastSeq' | 'lastHash' | 'broken' | 'anchor'
>;

/** Takes lines one by one in the log's order, and keeps none. */
export interface ChainWalk {
  take(entry: AuditEntry): void;
  result(): ChainResult;
}

/** Names the first line at which the chain breaks; what stands after it proves nothing. */
export function chainWalk({ shop, sha256, anchor, known = [] }: ChainGround): ChainWalk {
  const expected = new Map(known.map(({ seq, hash }) => [seq, hash]));
  const start = anchor ?? BEFORE_ALL;
  let last = start;
  let entries = 0;
  let firstSeq: number | null = null;
  let broken: AuditProof['broken'] = null;

  function whatIsWrong(entry: AuditEntry): NonNullable<AuditProof['broken']>['what'] | null {
    if (entry.seq <= last.seq) return 'order';
    if (entry.seq > last.seq + 1) return 'gap';
    if (entry.previousHash !== last.hash) return 'link';
    if (chainHash(shop, entry, sha256) !== entry.hash) return 'hash';
    return (expected.get(entry.seq) ?? entry.hash) === entry.hash ? null : 'head';
  }

  return {
    take(entry) {
      entries += 1;
      firstSeq ??= entry.seq;
      if (broken) return;
      const what = whatIsWrong(entry);
      if (what) broken = { seq: entry.seq, what };
      else last = { seq: entry.seq, hash: entry.hash };
    },

    result() {
      const beyond = known.find(({ seq }) => seq > last.seq);
      const end = broken ?? (beyond ? { seq: last.seq + 1, what: 'head' as const } : null);
      const isEmpty = last === start && !anchor;
      return {
        isWhole: end === null,
        entries,
        firstSeq,
        lastSeq: isEmpty ? null : last.seq,
        lastHash: isEmpty ? null : last.hash,
        broken: end,
        anchor,
      };
    },
  };
}

/** A whole chain at once. */
export function verifyChain(entries: readonly AuditEntry[], ground: ChainGround): ChainResult {
  const walk = chainWalk(ground);
  for (const entry of entries) walk.take(entry);
  return walk.result();
}
