import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { staffLinkModel } from '../models/staff-link.ts';
import { vendorLinkModel } from '../models/vendor-link.ts';
import { ensureIndexes } from '../store/connect.ts';
import { vendorLinkStore } from '../vendor-links/vendor-link-store.ts';
import { staffLinkStore } from './staff-links.ts';

const SHOP = 'marigold.myshopify.com';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const VENDOR = 'a'.repeat(24);

let store: TestStore;
/** Stands still, so that lives can be told to the millisecond. */
let nowMs: number;
const clock = { now: () => new Date(nowMs) };
beforeAll(async () => {
  store = await openTestStore();
  staffLinkModel(store.connection);
  vendorLinkModel(store.connection);
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(async () => {
  nowMs = Date.now();
  await staffLinkModel(store.connection).deleteMany({ shop: SHOP });
  await vendorLinkModel(store.connection).deleteMany({ shop: SHOP });
});

/** Both kinds, asked alike. */
const KINDS = {
  staff() {
    const links = staffLinkStore({ connection: store.connection, clock });
    const records = () => staffLinkModel(store.connection).find({ shop: SHOP }).lean();
    return { links, records, create: () => links.create(SHOP, { personId: 'p1', purpose: 'device' }, '1') };
  },
  vendor() {
    const links = vendorLinkStore({ connection: store.connection, clock });
    const records = () => vendorLinkModel(store.connection).find({ shop: SHOP }).lean();
    return { links, records, create: () => links.create(SHOP, VENDOR, '1') };
  },
};

describe.each([
  { kind: 'staff' as const, own: ['personId', 'purpose'], sessionMs: 60 * MINUTE_MS, keptMs: 400 * DAY_MS },
  { kind: 'vendor' as const, own: ['vendorId'], sessionMs: 12 * 60 * MINUTE_MS, keptMs: 14.5 * DAY_MS },
])('a link of the $kind', ({ kind, own, sessionMs, keptMs }) => {
  const opened = async () => {
    const { links, create, records } = KINDS[kind]();
    const { secret } = await create();
    const link = await links.byToken(secret);
    if (!link) throw new Error('the link does not work');
    return { links, create, records, token: secret, link, cookie: await links.beginSession(link) };
  };

  it('keeps these fields and no other, and is forgotten in time', async () => {
    const { create, records } = KINDS[kind]();
    await create();
    const [record] = await records();
    const shared = ['_id', 'attempt', 'createdAt', 'createdBy', 'expiresAt', 'forgetAt', 'shop', 'tokenHash'];
    expect(Object.keys(record ?? {}).sort()).toEqual([...shared, ...own].sort());
    expect(record?.expiresAt.getTime()).toBe(nowMs + 14 * DAY_MS);
    expect(record?.forgetAt.getTime()).toBe(nowMs + keptMs);
  });

  it('is one, however many ask for it at once: all others are replaced', async () => {
    const { links, create, records } = KINDS[kind]();
    const made = await Promise.all(Array.from({ length: 2 }, create));
    const working = await Promise.all(made.map(({ secret }) => links.byToken(secret)));
    expect(working.filter((link) => link !== null)).toHaveLength(1);
    expect(await records()).toHaveLength(1);
  });

  it('has a cookie that lives to its last moment, and no longer', async () => {
    const { links, cookie, link } = await opened();
    nowMs += sessionMs - 1;
    expect(await links.bySession(cookie)).toEqual(link);
    nowMs += 1;
    expect(await links.bySession(cookie)).toBeNull();
  });

  it('has one cookie: who opens it anew ends the one before', async () => {
    const { links, cookie, link } = await opened();
    const again = await links.beginSession(link);
    expect(await links.bySession(cookie)).toBeNull();
    expect(await links.bySession(again)).toEqual(link);
  });

  it('loses its cookie with a new link', async () => {
    const { links, cookie, create } = await opened();
    await create();
    expect(await links.bySession(cookie)).toBeNull();
  });

  it('is finished once, stays finished, and its cookie tells so', async () => {
    const { links, cookie, link, token, records } = await opened();
    expect(await links.finish(link)).toBe(true);
    const [first] = await records();
    nowMs += MINUTE_MS;
    expect(await links.finish(link)).toBe(false);
    expect(await records()).toEqual([first]);
    expect(await links.byToken(token)).toBeNull();
    expect(await links.bySession(cookie)).toEqual({ ...link, isFinished: true });
  });

  it('that was replaced is not finished in place of the new one', async () => {
    const { links, create, link } = await opened();
    const { secret } = await create();
    expect(await links.finish(link)).toBe(false);
    expect(await links.byToken(secret)).not.toBeNull();
  });

  it.each(['', 'null', '{"$ne":""}', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`])(
    'is not opened with %j',
    async (secret) => {
      const { links, create } = KINDS[kind]();
      await create();
      expect([await links.byToken(secret), await links.bySession(secret)]).toEqual([null, null]);
    },
  );

  it('is found by its hashes, unique for whom it is, and goes by itself', async () => {
    const model = kind === 'staff' ? staffLinkModel : vendorLinkModel;
    const indexes = model(store.connection).schema.indexes();
    const whom = { shop: 1, ...Object.fromEntries(own.map((name) => [name, 1])) };
    expect(indexes).toEqual([
      [whom, { unique: true }],
      [{ tokenHash: 1 }, {}],
      [{ sessionHash: 1 }, {}],
      [{ forgetAt: 1 }, { expireAfterSeconds: 0 }],
    ]);
  });
});
