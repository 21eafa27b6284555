import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testClock } from '../../test/product.ts';
import { openTestStore, type TestStore } from '../../test/store.ts';
import { beaconSightingModel } from '../models/beacon-sighting.ts';
import { ensureIndexes } from '../store/connect.ts';
import { beaconStore, newRound, type BeaconStore } from './beacon-store.ts';

const SHOP = 'marigold.myshopify.com';
const THEIRS = 'jasmine.myshopify.com';
const DAY_MS = 24 * 60 * 60 * 1000;
const BADGE = 'https://cdn.reviews.example/badge.js';
const HASH = `sha256-${'A'.repeat(43)}=`;
const clock = testClock();
let store: TestStore;
let beacon: BeaconStore;

beforeAll(async () => {
  store = await openTestStore();
  beacon = beaconStore({ connection: store.connection, clock });
  await ensureIndexes(store.connection);
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const shop of [SHOP, THEIRS]) {
    await beacon.forget(shop);
    await beacon.switchOn(shop, newRound(), '1001');
  }
});

const many = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `https://${word}-${at}.invented.example/x.js`);
/** As often as it takes to count. */
const keepThrice = async (shop: string, identities: readonly string[]) => {
  for (let at = 0; at < 3; at += 1) await beacon.keep(shop, 'home', identities);
};
const held = (shop: string) => beaconSightingModel(store.connection).countDocuments({ shop });

describe('what browsers saw', () => {
  it('is a row for each script and kind of page, with how often and since when', async () => {
    await keepThrice(SHOP, [BADGE, HASH, BADGE]);
    clock.pass(60_000);
    const later = clock.now().getTime();
    await beacon.keep(SHOP, 'home', [BADGE]);
    await beacon.keep(SHOP, 'cart', [BADGE]);
    const { isOn, seen } = await beacon.book(SHOP);
    expect(isOn).toBe(true);
    const rows = seen.map(({ identity, host, pageKind, reports }) => [identity, host, pageKind, reports]);
    expect(rows).toEqual([
      [BADGE, 'cdn.reviews.example', 'home', 4],
      [BADGE, 'cdn.reviews.example', 'cart', 1],
      [HASH, null, 'home', 3],
    ]);
    expect(Date.parse(seen[0]?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(later);
    expect(Date.parse(seen[0]?.firstSeenAt ?? '')).toBeLessThan(later);
    expect(Date.parse(seen[1]?.firstSeenAt ?? '')).toBeGreaterThanOrEqual(later);
  });

  it.each([
    [2, 0],
    [3, 1],
  ])('told by %s reports on any pages is %s rows', async (reports, rows) => {
    for (const page of (['home', 'cart', 'other'] as const).slice(0, reports)) await beacon.keep(SHOP, page, [BADGE]);
    expect((await beacon.book(SHOP)).seen).toHaveLength(rows * reports);
  });

  it('is each shop’s own', async () => {
    await keepThrice(SHOP, [BADGE]);
    expect((await beacon.book(THEIRS)).seen).toEqual([]);
    await beacon.switchOff(THEIRS, '1001');
    expect((await beacon.book(SHOP)).seen).toHaveLength(1);
  });

  it('is nothing while it is off, and begins anew', async () => {
    await keepThrice(SHOP, [BADGE]);
    await beacon.switchOff(SHOP, '1001');
    expect(await beacon.book(SHOP)).toEqual({ isOn: false, seen: [] });
    await beacon.switchOn(SHOP, newRound(), '1001');
    expect((await beacon.book(SHOP)).seen).toEqual([]);
  });

  it('says when the newest report came, also of one that told of no script', async () => {
    expect((await beacon.state(SHOP)).lastReportAt).toBeNull();
    await beacon.keep(SHOP, 'home', []);
    expect((await beacon.state(SHOP)).lastReportAt?.getTime()).toBeLessThanOrEqual(clock.now().getTime());
  });

  it('of a shop that never switched it on is nothing', async () => {
    const nobody = { isOn: false, round: null, changedAt: null, lastReportAt: null };
    expect(await beacon.state('nobody.myshopify.com')).toEqual(nobody);
    expect(await beacon.book('nobody.myshopify.com')).toEqual({ isOn: false, seen: [] });
  });
});

describe('a flood of inventions', () => {
  it('adds a hundred scripts a day at most, and known ones go on counting', async () => {
    await keepThrice(SHOP, [BADGE]);
    for (const word of ['a', 'b', 'c']) await beacon.keep(SHOP, 'home', many(50, word));
    expect(await held(SHOP)).toBe(100);
    await beacon.keep(SHOP, 'home', [BADGE]);
    expect((await beacon.book(SHOP)).seen.find(({ identity }) => identity === BADGE)?.reports).toBe(4);
    clock.pass(DAY_MS);
    await beacon.keep(SHOP, 'home', many(50, 'd'));
    expect(await held(SHOP)).toBe(150);
  });

  it('keeps five hundred, and lets go of those that were seen longest ago', async () => {
    const made = many(500, 'old').map((identity) => ({
      shop: SHOP,
      identity,
      lastSeenAt: new Date(clock.now().getTime() - DAY_MS),
      pages: {},
    }));
    await beaconSightingModel(store.connection).insertMany(made);
    await keepThrice(SHOP, [BADGE, ...many(9, 'new')]);
    expect(await held(SHOP)).toBe(500);
    const kept = (await beacon.book(SHOP)).seen.map(({ identity }) => identity);
    expect(kept).toEqual(expect.arrayContaining([BADGE, ...many(9, 'new')]));
    expect(kept).toHaveLength(10);
  });

  it('of two browsers at once is one row', async () => {
    await Promise.all(Array.from({ length: 5 }, () => beacon.keep(SHOP, 'home', [BADGE])));
    expect(await held(SHOP)).toBe(1);
  });
});
