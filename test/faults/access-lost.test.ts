import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { scanModel } from '../../server/models/scan.ts';
import { shopModel } from '../../server/models/shop.ts';
import { shopSessionModel } from '../../server/models/shop-session.ts';
import { connectStore } from '../../server/store/connect.ts';
import { startSystem, type System } from '../system.ts';
import { until } from '../until.ts';
import { CLEAN_SHOP, MerchantCalls, PLANTED_SHOP } from './merchant-calls.ts';

const SLOW_MS = 400;
/** From our own store, whatever Shopify says. */
const KINDS_OF_OURS = [
  'registrations',
  'taxProfile',
  'law',
  'selfChecks',
  'attestations',
  'fileScans',
  'records',
  'vendorBook',
  'scriptBook',
];
const KINDS_OF_OTHERS = EVIDENCE_KINDS.length - KINDS_OF_OURS.length;
/**
 * Orders, company buyers and products take scopes that no install grants, and the registry takes a service; nobody told
 * of people, accepted the theme or switched the sample on.
 */
const KINDS_NOT_OPENED = 7;

/** The whole system, and a Shopify that takes its tokens back in the middle of things. */
describe('A7: access', () => {
  let system: System;
  let connection: Connection;
  let planted: MerchantCalls;
  let clean: MerchantCalls;

  beforeAll(async () => {
    system = await startSystem();
    connection = await connectStore({ uri: system.storeUri });
    [planted, clean] = [new MerchantCalls(system, PLANTED_SHOP), new MerchantCalls(system, CLEAN_SHOP)];
    for (const merchant of [planted, clean]) {
      await merchant.install();
      expect((await merchant.scanEnded()).state).toBe('done');
    }
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await system?.stop();
  });

  // Looked up in the store: a look by the app would be the visit that brings new access.
  const newest = (shop: string) => scanModel(connection).findOne({ shop }).sort({ run: -1 }).lean().orFail();
  const ended = (shop: string, run: number) =>
    until(`scan ${run} of ${shop} ended`, async () => {
      const scan = await newest(shop);
      return scan.run === run && !scan.active && scan;
    });
  const statusOf = async (shop: string) => (await shopModel(connection).findOne({ shop }).lean().orFail()).status;

  it('refused in the middle of a check: the shop waits for a visit, keeps every alert, and goes on after it', async () => {
    const before = await ids(planted);
    await planted.faults({ slowMs: SLOW_MS });
    await planted.checkNow();
    await until('the check has begun', async () => (await newest(PLANTED_SHOP)).state === 'collecting');
    await planted.faults({ revokedToken: true, slowMs: 0 });
    expect(await ended(PLANTED_SHOP, 2)).toMatchObject({ state: 'failed', failure: 'token-refused' });
    await until('the shop waits', async () => (await statusOf(PLANTED_SHOP)) === 'needsVisit');

    await planted.faults({ revokedToken: false });
    expect((await planted.home()).needsVisit).toBe(false); // this is the visit
    expect(await ended(PLANTED_SHOP, 3)).toMatchObject({ state: 'done' });
    expect(await ids(planted)).toEqual(before);
  }, 60_000);

  it('renewed by an answer without an end: nothing is judged on no evidence, and the old refresh token still serves', async () => {
    const before = await ids(clean);
    await clean.faults({ omitExpiresIn: true });
    await mustRenew();
    expect(await checkedByItself(2)).toMatchObject({ unavailable: KINDS_OF_OTHERS, status: 'installed' });
    await clean.faults({ omitExpiresIn: false });
    expect(await checkedByItself(3)).toMatchObject({ unavailable: KINDS_NOT_OPENED, status: 'installed' });
    expect(await ids(clean)).toEqual(before);
    expect((await clean.home()).needsVisit).toBe(false);
  }, 60_000);

  const ids = async (merchant: MerchantCalls) => (await merchant.alerts()).map(({ id }) => id).sort();

  async function mustRenew(): Promise<void> {
    await shopSessionModel(connection).updateOne({ shop: CLEAN_SHOP }, { $set: { isRefused: true } });
  }

  /** The shop is due, and a worker that starts sweeps at once. */
  async function checkedByItself(run: number): Promise<{ unavailable: number; status: string }> {
    await shopModel(connection).updateOne({ shop: CLEAN_SHOP }, { $set: { nextCheckAt: new Date() } });
    await system.kill('worker');
    await system.start('worker');
    const scan = await ended(CLEAN_SHOP, run);
    expect(scan.state).toBe('done');
    const unavailable = Object.values(scan.outcomes as object).filter((outcome) => outcome === 'unavailable').length;
    return { unavailable, status: await statusOf(CLEAN_SHOP) };
  }
});
