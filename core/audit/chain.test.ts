import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BEFORE_ALL, type AuditEntry } from './audit-entry.ts';
import { canonicalLine, chainHash, verifyChain, type ChainGround } from './chain.ts';

const SHOP = 'marigold.myshopify.com';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const ground: ChainGround = { shop: SHOP, sha256, anchor: null };

/** A log of so many lines. */
function aLog(lines: number, shop = SHOP): AuditEntry[] {
  const log: AuditEntry[] = [];
  for (let seq = 1; seq <= lines; seq += 1) {
    const unhashed = {
      seq,
      at: new Date(Date.UTC(2026, 10, 23) + seq * 1_000).toISOString(),
      actor: { kind: 'person' as const, id: '7' },
      action: 'alerts.acknowledge',
      subjects: [`${seq}`.padStart(24, '0')],
      outcome: 'asked' as const,
      details: { fields: 'ids', count: seq },
      previousHash: log.at(-1)?.hash ?? BEFORE_ALL.hash,
    };
    log.push({ ...unhashed, hash: chainHash(shop, unhashed, sha256) });
  }
  return log;
}

/** Hashes made anew from a line on, as somebody would who knows how. */
function rehashed(log: readonly AuditEntry[]): AuditEntry[] {
  const anew: AuditEntry[] = [];
  for (const entry of log) {
    const unhashed = { ...entry, previousHash: anew.at(-1)?.hash ?? BEFORE_ALL.hash };
    anew.push({ ...unhashed, hash: chainHash(SHOP, unhashed, sha256) });
  }
  return anew;
}

const LOG = aLog(9);
const with5 = (changed: Partial<AuditEntry>) =>
  LOG.map((entry) => (entry.seq === 5 ? { ...entry, ...changed } : entry));
const at = (seq: number): AuditEntry => {
  const entry = LOG[seq - 1];
  if (!entry) throw new Error(`No line ${seq}`);
  return entry;
};
const own = (entry: AuditEntry): AuditEntry => ({ ...entry, hash: chainHash(SHOP, entry, sha256) });

describe('P15: a chain of lines', () => {
  it.each([0, 1, 2, 9])('of %d is whole', (count) => {
    const log = aLog(count);
    expect(verifyChain(log, ground)).toEqual({
      isWhole: true,
      entries: count,
      firstSeq: count === 0 ? null : 1,
      lastSeq: count === 0 ? null : count,
      lastHash: log.at(-1)?.hash ?? null,
      broken: null,
      anchor: null,
    });
  });

  it('goes by number and not by the clock, which may go back', () => {
    const back = rehashed(with5({ at: '2020-02-29T00:00:00.000Z' }));
    expect(verifyChain(back, ground).isWhole).toBe(true);
  });

  it.each<[string, readonly AuditEntry[], number, string]>([
    ['another person', with5({ actor: { kind: 'person', id: '8' } }), 5, 'hash'],
    ['another kind of actor', with5({ actor: { kind: 'job', id: '7' } }), 5, 'hash'],
    ['nobody for a person', with5({ actor: { kind: 'person', id: null } }), 5, 'hash'],
    ['another time', with5({ at: '2026-11-23T00:00:06.000Z' }), 5, 'hash'],
    ['another deed', with5({ action: 'alerts.reopen' }), 5, 'hash'],
    ['another thing it was done to', with5({ subjects: [] }), 5, 'hash'],
    ['another outcome', with5({ outcome: 'refused' }), 5, 'hash'],
    ['another count', with5({ details: { fields: 'ids', count: 6 } }), 5, 'hash'],
    ['a count as text', with5({ details: { fields: 'ids', count: '5' } }), 5, 'hash'],
    ['a detail more', with5({ details: { fields: 'ids', count: 5, of: 1 } }), 5, 'hash'],
    ['the hash of another line', with5({ hash: at(6).hash }), 5, 'hash'],
    ['another number', with5({ seq: 6 }), 6, 'gap'],
    [
      'altered, and its own hash made anew',
      LOG.map((line) => (line.seq === 5 ? own({ ...line, action: 'x' }) : line)),
      6,
      'link',
    ],
    ['removed', LOG.filter(({ seq }) => seq !== 5), 6, 'gap'],
    [
      'removed, the rest renumbered',
      LOG.filter(({ seq }) => seq !== 5).map((line, n) => ({ ...line, seq: n + 1 })),
      5,
      'link',
    ],
    ['swapped with its neighbour', [...LOG.slice(0, 4), at(6), at(5), ...LOG.slice(6)], 6, 'gap'],
    ['written twice', [...LOG.slice(0, 5), at(5), ...LOG.slice(5)], 5, 'order'],
    [
      'a line put in under the same number',
      [...LOG.slice(0, 5), own({ ...at(5), action: 'x' }), ...LOG.slice(5)],
      5,
      'order',
    ],
    ['without its beginning', LOG.slice(3), 4, 'gap'],
    ['backwards', [...LOG].reverse(), 9, 'gap'],
    ['of another shop', aLog(9, 'jasmine.myshopify.com'), 1, 'hash'],
  ])('%s: the first line that breaks, and how', (_what, log, seq, what) => {
    expect(verifyChain(log, ground)).toMatchObject({ isWhole: false, broken: { seq, what } });
  });

  it('begins after the lines whose time was over', () => {
    const { seq, hash } = at(4);
    const anchored = { ...ground, anchor: { seq, hash } };
    expect(verifyChain(LOG.slice(4), anchored)).toMatchObject({ isWhole: true, entries: 5, firstSeq: 5, lastSeq: 9 });
    expect(verifyChain([], anchored)).toMatchObject({
      isWhole: true,
      entries: 0,
      firstSeq: null,
      lastSeq: 4,
      lastHash: hash,
    });
    expect(verifyChain(LOG.slice(5), anchored)).toMatchObject({ broken: { seq: 6, what: 'gap' } });
    expect(verifyChain(LOG.slice(4), { ...ground, anchor: { seq, hash: at(3).hash } })).toMatchObject({
      broken: { seq: 5, what: 'link' },
    });
  });

  it('tells a cut end, and a log written anew, by a line that somebody wrote down', () => {
    const { seq, hash } = at(8);
    const remembered = { ...ground, known: [{ seq, hash }] };
    expect(verifyChain(LOG, remembered).isWhole).toBe(true);
    expect(verifyChain(LOG.slice(0, 7), remembered).broken).toEqual({ seq: 8, what: 'head' });
    expect(verifyChain(LOG.slice(0, 7), ground).isWhole).toBe(true); // alone it cannot know
    expect(verifyChain(rehashed(with5({ action: 'alerts.reopen' })), remembered).broken).toEqual({
      seq: 8,
      what: 'head',
    });
  });
});

describe('the text that a hash is made of', () => {
  it('is the same whatever the order of names', () => {
    const { details: _details, ...rest } = at(1);
    expect(canonicalLine(SHOP, { ...rest, details: { b: 1, a: 'x' } })).toBe(
      canonicalLine(SHOP, { ...rest, details: { a: 'x', b: 1 } }),
    );
  });

  it.each<[string, Partial<AuditEntry>, Partial<AuditEntry>]>([
    ['two subjects and one with a comma', { subjects: ['a', 'b'] }, { subjects: ['a,b'] }],
    ['a quote that would end a text', { action: 'a","b' }, { action: 'a', subjects: ['b'] }],
    ['true and "true"', { details: { on: true } }, { details: { on: 'true' } }],
    ['nobody and the text null', { actor: { kind: 'job', id: null } }, { actor: { kind: 'job', id: 'null' } }],
  ])('keeps apart %s', (_what, one, other) => {
    expect(canonicalLine(SHOP, { ...at(1), ...one })).not.toBe(canonicalLine(SHOP, { ...at(1), ...other }));
  });
});
