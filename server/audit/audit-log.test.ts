import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../core/audit/audit-entry.ts';
import { chainHash } from '../../core/audit/chain.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { auditAnchorModel } from '../models/audit-anchor.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { ensureIndexes } from '../store/connect.ts';
import { KeyRing } from '../store/key-ring.ts';
import { auditLog, type AuditLog } from './audit-log.ts';
import { sha256 } from './audit-seal.ts';
import type { NewAuditEntry } from './audit.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const START = Date.parse('2026-11-23T06:00:00.000Z');
const aKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const OLD = aKey('old');
const deed: NewAuditEntry = {
  actor: { kind: 'person', id: '7' },
  action: 'alerts.acknowledge',
  outcome: 'asked',
  subjects: ['f'.repeat(24)],
  details: { count: 1, fields: 'ids' },
};

let store: TestStore;
let log: AuditLog;
let now = START;
const clock = { now: () => new Date(now) };
const logWith = (ring: string) => auditLog({ connection: store.connection, ring: KeyRing.parse(ring), clock });
let count = 0;
let shop = '';

beforeAll(async () => {
  store = await openTestStore();
  log = logWith(OLD);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(() => {
  now = START;
  count += 1;
  shop = `shop-${count}.myshopify.com`;
});

const model = () => auditEntryModel(store.connection);

async function lines(of = log): Promise<AuditEntry[]> {
  const all: AuditEntry[] = [];
  for await (const line of of.lines(shop)) all.push(line);
  return all;
}

async function write(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await log.append(shop, deed);
}

describe('lines of a log', () => {
  it('come back as they were written, and the chain is whole', async () => {
    await write(2);
    await log.append(shop, { actor: { kind: 'job', id: null }, action: 'scan.judged' });
    const all = await lines();
    expect(all.map(({ seq, action, outcome }) => [seq, action, outcome])).toEqual([
      [1, 'alerts.acknowledge', 'asked'],
      [2, 'alerts.acknowledge', 'asked'],
      [3, 'scan.judged', 'done'],
    ]);
    expect(all[0]).toMatchObject({ actor: deed.actor, subjects: deed.subjects, details: deed.details });
    expect(all[2]).toMatchObject({ actor: { kind: 'job', id: null }, subjects: [], details: {} });
    expect(await log.verify(shop)).toMatchObject({
      isWhole: true,
      entries: 3,
      firstSeq: 1,
      lastSeq: 3,
      signature: 'valid',
    });
    expect(await log.head(shop)).toEqual({ seq: 3, hash: all[2]?.hash });
  });

  it('are none for a shop where nothing happened', async () => {
    expect(await lines()).toEqual([]);
    expect(await log.head(shop)).toBeNull();
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, entries: 0, lastSeq: null, signature: 'not-asked' });
  });

  it('get one number each when two processes write thirty at once', async () => {
    const other = logWith(OLD);
    const numbers = await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 ? log : other).append(shop, deed)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, entries: 30 });
  });

  it('stand and fall with the caller’s transaction', async () => {
    await write(1);
    await expect(
      store.connection.transaction(async (session) => {
        await log.append(shop, deed, session);
        throw new Error('thought better of it');
      }),
    ).rejects.toThrow('thought better of it');
    expect(await lines()).toHaveLength(1);
  });

  it('are written in a transaction that others overtake', async () => {
    let attempts = 0;
    const seq = await store.connection.transaction(async (session) => {
      attempts += 1;
      await model().findOne({ shop }).session(session).lean(); // the transaction sees the store as of now
      if (attempts === 1) await log.append(shop, deed);
      return log.append(shop, deed, session);
    });
    expect(seq).toBe(2);
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, entries: 2 });
  });

  it('P9: keep their order when the clock goes back a day, and over 29 February', async () => {
    for (const at of ['2028-02-28T18:30:00Z', '2028-02-29T12:00:00Z', '2028-02-28T12:00:00Z', '2028-12-31T18:29:59Z']) {
      now = Date.parse(at);
      await log.append(shop, deed);
    }
    expect((await lines()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await log.page(shop, {})).entries.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    expect((await log.verify(shop)).isWhole).toBe(true);
  });

  it('hold no endless text and no number that would change', async () => {
    await log.append(shop, {
      ...deed,
      subjects: Array.from({ length: 60 }, () => 'x'.repeat(500)),
      details: { long: 'y'.repeat(900) },
    });
    const [line] = await lines();
    expect(line?.subjects).toHaveLength(50);
    expect(line?.subjects[0]).toHaveLength(100);
    expect(line?.details['long']).toHaveLength(200);
    await expect(log.append(shop, { ...deed, details: { count: Number.NaN } })).rejects.toThrow(TypeError);
    expect((await log.verify(shop)).isWhole).toBe(true);
  });

  it('are another shop’s in no answer', async () => {
    await write(1);
    const theirs = `${shop}-other.myshopify.com`;
    expect(await log.page(theirs, {})).toMatchObject({ entries: [], total: 0 });
    expect(await log.append(theirs, deed)).toBe(1);
    expect((await log.verify(theirs)).isWhole).toBe(true);
  });
});

describe('P15: a log that was changed in the store', () => {
  it.each<[string, () => Promise<unknown>, { seq: number; what: string }]>([
    ['a line altered', () => model().updateOne({ shop, seq: 3 }, { actorId: '8' }), { seq: 3, what: 'hash' }],
    ['a line removed', () => model().deleteOne({ shop, seq: 3 }), { seq: 4, what: 'gap' }],
    ['the beginning cut', () => model().deleteOne({ shop, seq: 1 }), { seq: 2, what: 'gap' }],
    [
      'a signature altered',
      () => model().updateOne({ shop, seq: 3 }, { signature: 'old.AAAA' }),
      { seq: 3, what: 'signature' },
    ],
    [
      'a signature of no shape',
      () => model().updateOne({ shop, seq: 3 }, { signature: 'x.y.z' }),
      { seq: 3, what: 'signature' },
    ],
    ['written anew from line 3 on, with right hashes', () => forge(3), { seq: 3, what: 'signature' }],
  ])('%s: the first line that breaks', async (_what, change, broken) => {
    await write(5);
    await change();
    expect(await log.verify(shop)).toMatchObject({ isWhole: false, broken });
  });

  it('is known by its head where its end was cut', async () => {
    await write(5);
    const head = await log.head(shop);
    await model().deleteOne({ shop, seq: 5 });
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, lastSeq: 4 });
    expect(await log.verify(shop, head ? [head] : [])).toMatchObject({
      isWhole: false,
      broken: { seq: 5, what: 'head' },
    });
  });

  it('shows an anchor that somebody else wrote', async () => {
    await write(5);
    const third = await model().findOne({ shop, seq: 3 }).lean().orFail();
    const forged = { shop, seq: 3, hash: third.hash, signature: 'old.AAAA', removedAt: new Date(now) };
    await auditAnchorModel(store.connection).create(forged);
    for (const seq of [1, 2, 3]) await model().deleteOne({ shop, seq });
    expect(await log.verify(shop)).toMatchObject({ isWhole: false, broken: { seq: 3, what: 'signature' } });
  });

  /** What somebody can do who writes to the store and has no key ring. */
  async function forge(from: number): Promise<void> {
    let previousHash = '';
    for (const line of await lines()) {
      if (line.seq >= from) {
        const unhashed = { ...line, actor: { kind: 'person' as const, id: '8' }, previousHash };
        const hash = chainHash(shop, unhashed, sha256);
        await model().updateOne({ shop, seq: line.seq }, { actorId: '8', previousHash, hash });
        previousHash = hash;
      } else previousHash = line.hash;
    }
  }
});

describe('keys of the ring', () => {
  it('change, and a log goes on; a key that has gone is said', async () => {
    await write(2);
    const NEW = aKey('new');
    const both = logWith(`${NEW},${OLD}`);
    expect(await both.verify(shop)).toMatchObject({ isWhole: true, signature: 'valid' });
    expect(await logWith(NEW).verify(shop)).toMatchObject({ isWhole: true, signature: 'key-gone' });
    await both.append(shop, deed);
    expect(await logWith(NEW).verify(shop)).toMatchObject({ isWhole: true, entries: 3, signature: 'valid' });
  });
});

describe('lines whose time is over', () => {
  it('go from the oldest on, and the rest still verifies', async () => {
    await write(3);
    now += 399 * DAY_MS;
    await write(2);
    await log.prune(100);
    expect(await lines()).toHaveLength(5);
    now += 2 * DAY_MS;
    expect(await log.prune(100)).toBeGreaterThan(0);
    expect((await lines()).map(({ seq }) => seq)).toEqual([4, 5]);
    expect(await log.verify(shop)).toMatchObject({
      isWhole: true,
      firstSeq: 4,
      anchor: { seq: 3 },
      signature: 'valid',
    });
    expect(await log.prune(100)).toBe(0);
    expect(await log.append(shop, deed)).toBe(6);
  });

  it('leave the log’s count where it was when all are gone', async () => {
    await write(2);
    now += 401 * DAY_MS;
    await log.prune(100);
    expect(await lines()).toEqual([]);
    expect(await log.head(shop)).toMatchObject({ seq: 2 });
    expect(await log.append(shop, deed)).toBe(3);
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, entries: 1, firstSeq: 3 });
  });

  it('P9: stay while a line before them stays, whatever the clock said', async () => {
    await write(1);
    now -= 10 * DAY_MS; // the clock was set right
    await write(1);
    now = START + 395 * DAY_MS;
    await log.prune(100);
    expect((await lines()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('are passed over where a worker was killed between keeping the hash and removing them', async () => {
    await write(4);
    const second = await model().findOne({ shop, seq: 2 }).lean().orFail();
    const { seq, hash, signature } = second;
    await auditAnchorModel(store.connection).create({ shop, seq, hash, signature, removedAt: new Date(now) });
    expect((await lines()).map((line) => line.seq)).toEqual([3, 4]);
    expect(await log.verify(shop)).toMatchObject({ isWhole: true, firstSeq: 3 });
  });
});

describe('the page of a log', () => {
  it('comes in fifties, newest first, and by deed, kind and person', async () => {
    await write(51);
    await log.append(shop, { actor: { kind: 'job', id: null }, action: 'scan.judged' });
    const first = await log.page(shop, {});
    expect([first.entries.length, first.entries[0]?.seq, first.next, first.total]).toEqual([50, 52, 3, 52]);
    const rest = await log.page(shop, { before: first.next ?? 0 });
    expect([rest.entries.map(({ seq }) => seq), rest.next]).toEqual([[2, 1], null]);
    expect(await log.page(shop, { action: 'scan.judged' })).toMatchObject({ total: 1, next: null });
    expect(await log.page(shop, { actorKind: 'person' })).toMatchObject({ total: 51 });
    expect(await log.page(shop, { actorKind: 'person', actorId: '8' })).toMatchObject({ total: 0 });
  });

  it('T9: tells of people who were refused often on one day of India', async () => {
    const refused = (id: string, status: number) =>
      log.append(shop, { ...deed, actor: { kind: 'person', id }, outcome: 'refused', details: { status } });
    now = Date.parse('2026-11-22T18:29:00.000Z'); // 23:59 in India
    await refused('9', 403);
    now += 60_000;
    for (let time = 0; time < 4; time += 1) await refused('9', 404);
    expect((await log.page(shop, {})).refusals).toEqual([]);
    await refused('9', 403);
    for (let time = 0; time < 6; time += 1) await refused('8', 400); // a mistyped field is no trespass
    expect((await log.page(shop, {})).refusals).toEqual([{ userId: '9', on: '2026-11-23', times: 5 }]);
    now += 8 * DAY_MS;
    expect((await log.page(shop, {})).refusals).toEqual([]);
  });
});
