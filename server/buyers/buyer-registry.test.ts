import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { aGstin } from '../../test/a-gstin.ts';
import { buyerLab, type BuyerLab } from '../../test/buyer-lab.ts';
import { sandboxKey } from '../../test/look-up-services.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { buyerLookUpModel } from '../models/buyer-look-up.ts';
import { privacyRequestModel } from '../models/privacy-request.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { CALLS_A_DAY } from '../verify/look-up-store.ts';

const GSTIN = aGstin();
const OTHER = aGstin({ pan: 'AAAPZ4321C' });
const HOUR = 60 * 60 * 1000;
const orderId = 'gid://shopify/Order/1001';

let system: TestProduct;
let lab: BuyerLab;
let handle = '';
let shop = '';
let count = 0;

beforeAll(async () => {
  system = await testProduct();
  lab = buyerLab(system);
});
afterAll(() => system.close());
beforeEach(async () => {
  count += 1;
  handle = `shop-${count}`;
  shop = `${handle}.myshopify.com`;
  system.clock.pass(24 * HOUR); // the day's budget is whole again
  await lab.connect(shop, sandboxKey('sandbox-co-in', handle));
});

const ask = (gstin = GSTIN, of = orderId) => lab.buyers.ask(shop, { gstin, orderId: of });
const known = (...gstins: string[]) => lab.buyers.known(shop, gstins);
const calls = () => system.services.calls.filter((call) => call.includes('gstin') || call.includes('search')).length;
const records = () => buyerLookUpModel(system.store.connection).find({ shop }).lean();
const registry = () => system.services.registryOf(handle);

describe('a buyer’s number', () => {
  it('is asked for once a day, and known from then on', async () => {
    expect(await known(GSTIN)).toEqual(new Map());
    const asked = await ask();
    expect(asked).toMatchObject({
      kind: 'known',
      buyer: { gstin: GSTIN, isFound: true, status: 'active', service: 'sandbox-co-in', legalName: 'Meera Invented' },
    });
    const after = calls();
    expect(await ask()).toMatchObject({ kind: 'not-asked', why: 'asked-today', buyer: { status: 'active' } });
    expect((await known(GSTIN, OTHER, 'NA', GSTIN)).get(GSTIN)).toMatchObject({ status: 'active' });
    expect(calls()).toBe(after);
    registry().status = 'Cancelled';
    system.clock.pass(24 * HOUR);
    expect(await ask()).toMatchObject({ kind: 'known', buyer: { status: 'cancelled' } });
    expect(calls()).toBeGreaterThan(after);
  });

  it('asked for by two at once is paid for once', async () => {
    const before = calls();
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.filter(({ kind }) => kind === 'known')).toHaveLength(1);
    const paid = calls() - before;
    expect(paid).toBeGreaterThan(0);
    await ask(OTHER);
    expect(calls() - before).toBe(2 * paid);
  });

  it('typed in small letters is the same number', async () => {
    await ask(` ${GSTIN.toLowerCase()}`);
    expect((await known(GSTIN)).get(GSTIN)?.status).toBe('active');
    expect(await records()).toHaveLength(1);
  });

  it('of another shop is not known here', async () => {
    await ask();
    expect((await lab.buyers.known('other.myshopify.com', [GSTIN])).size).toBe(0);
  });

  it('stands in the store as a hash, and what was told is sealed', async () => {
    await ask();
    const client = await mongoose.mongo.MongoClient.connect(system.store.uri);
    const stored = JSON.stringify(await client.db().collection('buyer_look_ups').find({ shop }).toArray());
    await client.close();
    expect(stored).not.toMatch(new RegExp(`${GSTIN}|${GSTIN.slice(2, 12)}|Meera|active`));
  });

  it('goes a month after it was asked for', () => {
    const ttl = buyerLookUpModel(system.store.connection)
      .schema.indexes()
      .find(([fields]) => 'askedAt' in fields);
    expect(ttl?.[1]).toMatchObject({ expireAfterSeconds: RETENTION_DAYS.lookUps * 24 * 60 * 60 });
  });
});

describe('no service is asked', () => {
  it.each([
    ['a number that cannot exist', '27AAAAA0000A1Z3'],
    ['letters of another script', GSTIN.replace('A', 'А')],
    ['nothing', ''],
    ['two numbers', `${GSTIN}${OTHER}`],
  ])('for %s', async (_what, text) => {
    const before = calls();
    expect(await ask(text)).toEqual({ kind: 'not-asked', why: 'cannot-exist', buyer: null });
    expect([calls(), await records()]).toEqual([before, []]);
  });

  it('where none is connected', async () => {
    const nobody = await lab.buyers.ask('nobody.myshopify.com', { gstin: GSTIN, orderId });
    expect(nobody).toEqual({ kind: 'not-asked', why: 'not-connected', buyer: null });
  });

  it('when the day’s budget is spent, which the shop’s own registrations share; tomorrow it is', async () => {
    const { connection } = system.store;
    await mongoose.mongo.MongoClient.connect(system.store.uri).then(async (client) => {
      await client
        .db()
        .collection('look_up_connections')
        .updateOne({ shop }, { $set: { callsToday: CALLS_A_DAY, budgetDay: day() } });
      await client.close();
    });
    expect(connection.readyState).toBe(1);
    expect(await ask()).toEqual({ kind: 'not-asked', why: 'budget', buyer: null });
    system.clock.pass(24 * HOUR);
    expect(await ask()).toMatchObject({ kind: 'known' });
  });
});

const day = () => new Date(system.clock.now().getTime() + 5.5 * HOUR).toISOString().slice(0, 10);

describe('a service that fails', () => {
  it.each([
    ['hang', 'unreachable'],
    ['limited', 'limited'],
    ['html', 'unexpected-shape'],
    ['key-refused', 'key-refused'],
  ] as const)('with %s is %s, and what was known stays', async (fault, why) => {
    await ask();
    system.clock.pass(25 * HOUR);
    registry().fault = fault;
    expect(await ask()).toMatchObject({ kind: 'not-asked', why, buyer: { status: 'active' } });
  });

  it('is left alone for a while, then asked again the same day', async () => {
    registry().fault = 'source-down';
    expect(await ask()).toMatchObject({ why: 'source-down' });
    registry().fault = null;
    expect(await ask()).toMatchObject({ why: 'paused' });
    system.clock.pass(HOUR);
    expect(await ask()).toMatchObject({ kind: 'known' });
  });
});

describe('a customer who asks to be forgotten', () => {
  const noMatter = async () => undefined;
  const request = (...orders: string[]) => ({ requestId: 'customer 7', orders, ordersLeftOut: 0 });
  const answers = () => privacyRequestModel(system.store.connection).find({ shop }).lean();

  it('has the numbers of those orders forgotten, and no other', async () => {
    await ask(GSTIN, 'gid://shopify/Order/1');
    await ask(OTHER, 'gid://shopify/Order/2');
    await system.product.lifecycle.customerRedacted(shop, request('1', '9'), noMatter);
    expect([...(await known(GSTIN, OTHER)).keys()]).toEqual([OTHER]);
    expect(await answers()).toMatchObject([{ answer: 'tax-numbers-removed', heldOrders: ['1'] }]);
  });

  it('is told that a number is kept, by an order that came to it later too', async () => {
    await ask(GSTIN, 'gid://shopify/Order/1');
    await ask(GSTIN, 'gid://shopify/Order/5');
    await system.product.lifecycle.customerDataRequested(shop, request('5'), noMatter);
    expect(await answers()).toMatchObject([{ answer: 'tax-numbers-on-orders', heldOrders: ['5'] }]);
  });

  it('is not asked about again', async () => {
    await system.product.lifecycle.customerRedacted(shop, request('1'), noMatter);
    const before = calls();
    expect(await ask(GSTIN, 'gid://shopify/Order/1')).toEqual({ kind: 'not-asked', why: 'forgotten', buyer: null });
    expect([calls(), await records()]).toEqual([before, []]);
    expect(await ask(GSTIN, 'gid://shopify/Order/2')).toMatchObject({ kind: 'known' });
  });

  it('goes with everything of a shop that is erased', async () => {
    await ask();
    await system.product.lifecycle.shopRedacted(shop);
    expect(await records()).toEqual([]);
  });
});
