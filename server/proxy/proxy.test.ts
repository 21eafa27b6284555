import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { ProxyAnswer } from '../../core/api/buyer-gstin.ts';
import { aGstin } from '../../test/a-gstin.ts';
import { FORMER_SECRET, proxyParameters, proxyQuery, startGuestPage, type GuestPage } from '../../test/guest-page.ts';
import { sandboxKey } from '../../test/look-up-services.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { stoppedClock } from '../../test/stopped-clock.ts';
import { guestLimits } from '../buyers/guest-limits.ts';
import { sharedBudget } from '../rhythm/shared-budget.ts';
import { shopStore } from '../shop/shops.ts';
import { KeyRing } from '../store/key-ring.ts';
import { buyerLab, type BuyerLab } from '../../test/buyer-lab.ts';

const GSTIN = aGstin();
const OTHER = aGstin({ pan: 'AAAPZ4321C' });
const MINUTE = 60_000;

let system: TestProduct;
let page: GuestPage;
let lab: BuyerLab;
let shop = '';
let handle = '';
let address = 0;

beforeAll(async () => {
  system = await testProduct({ clock: stoppedClock() });
  lab = buyerLab(system);
  page = await startGuestPage(system.product.buyers, system.clock);
});
afterAll(async () => {
  await page.close();
  await system.close();
});
beforeEach(async () => {
  address += 1;
  handle = `marigold-${address}`;
  shop = `${handle}.myshopify.com`;
  system.clock.pass(MINUTE); // everybody's share of a minute is whole again
  await shopStore({ connection: system.store.connection, clock: system.clock }).install(shop, ['read_orders']);
});

interface Sent {
  readonly body?: string;
  readonly type?: string;
  readonly of?: string;
  readonly from?: string;
  readonly query?: string;
  readonly to?: string;
}

function send({
  body = '',
  type = 'application/x-www-form-urlencoded',
  of = shop,
  from,
  query,
  to = page.origin,
}: Sent) {
  const signed = query ?? proxyQuery(proxyParameters(of, system.clock.now()));
  return fetch(`${to}/proxy/gstin?${signed}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-forwarded-for': from ?? `198.51.100.${address % 250}` },
  });
}
const form = (gstin: string) => new URLSearchParams({ gstin }).toString();
const typed = async (gstin: string): Promise<ProxyAnswer> => (await send({ body: form(gstin) })).json() as never;

/** The shop's service is asked for a buyer's number, as the order's page does it. */
async function learn(gstin: string, status: string): Promise<void> {
  await lab.connect(shop, sandboxKey('sandbox-co-in', handle));
  system.services.registryOf(handle).status = status;
  await lab.buyers.ask(shop, { gstin, orderId: 'gid://shopify/Order/1' });
}

describe('a number that a visitor types', () => {
  it.each<[string, string, Partial<ProxyAnswer>]>([
    ['could exist', GSTIN, { couldExist: true, reason: 'ok', stateCode: '27' }],
    ['in small letters with blanks', ` ${GSTIN.toLowerCase()} `, { couldExist: true, reason: 'ok' }],
    ['with a slip', `${GSTIN.slice(0, 14)}${GSTIN.endsWith('A') ? 'B' : 'A'}`, { reason: 'bad_checksum' }],
    ['with a letter of another script', GSTIN.replace('A', 'А'), { reason: 'bad_charset' }],
    ['that is two numbers', `${GSTIN} ${GSTIN}`, { reason: 'bad_length' }],
    ['that is none', 'NA', { reason: 'bad_length' }],
    ['that is empty', '', { reason: 'empty' }],
    ['that is long', 'A'.repeat(900), { reason: 'bad_length' }],
  ])('%s is judged by arithmetic', async (_what, text, expected) => {
    expect(await typed(text)).toMatchObject({ couldExist: expected.reason === 'ok', registry: null, ...expected });
  });

  it('may come as JSON too', async () => {
    const answer = await send({ body: JSON.stringify({ gstin: GSTIN }), type: 'application/json' });
    expect(await answer.json()).toEqual({ couldExist: true, reason: 'ok', stateCode: '27', registry: null });
  });

  it.each([
    ['Cancelled', 'cancelled'],
    ['Suspended', 'suspended'],
  ])('that is known as %s is told as that, with its moment and no name', async (said, status) => {
    await learn(GSTIN, said);
    const answer = await send({ body: form(GSTIN) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ registry: { status, asOf: expect.any(String) } });
    expect(text).not.toMatch(/invented|legal/i);
  });

  it('T1: that another shop knows is not known here', async () => {
    await learn(GSTIN, 'Cancelled');
    const neighbour = `other-${handle}.myshopify.com`;
    await shopStore({ connection: system.store.connection, clock: system.clock }).install(neighbour, []);
    const answer = await send({ body: form(GSTIN), of: neighbour });
    expect(await answer.json()).toMatchObject({ couldExist: true, registry: null });
  });

  it('L7: that is active is answered to the letter like one that nobody knows: no customer is found out', async () => {
    await learn(GSTIN, 'Active');
    const unknown = await (await send({ body: form(OTHER) })).text();
    expect(await (await send({ body: form(GSTIN) })).text()).toBe(unknown);
  });

  it('L7: never has a service asked, however often it is typed', async () => {
    await lab.connect(shop, sandboxKey('sandbox-co-in', handle));
    const before = system.services.calls.length;
    for (let n = 0; n < 5; n += 1) await typed(GSTIN);
    expect(system.services.calls).toHaveLength(before);
  });

  it('stands in no log line', async () => {
    await typed(GSTIN);
    await send({ body: `gstin=${GSTIN}&gstin=${OTHER}` });
    expect(page.lines.join('\n')).not.toMatch(new RegExp(`${GSTIN}|${OTHER}`));
  });
});

describe('W7: what is no request of ours', () => {
  it.each<[string, () => Sent, number]>([
    ['no signature', () => ({ query: '' }), 401],
    ['another secret', () => ({ query: proxyQuery(proxyParameters(shop, system.clock.now()), 'forged') }), 401],
    [
      '91 seconds old',
      () => ({ query: proxyQuery(proxyParameters(shop, new Date(system.clock.now().getTime() - 92_000))) }),
      401,
    ],
    ['no number', () => ({ body: 'gst=1' }), 400],
    ['two numbers', () => ({ body: `gstin=${GSTIN}&gstin=${OTHER}` }), 400],
    ['a list', () => ({ body: JSON.stringify({ gstin: [GSTIN] }), type: 'application/json' }), 400],
    ['an operator', () => ({ body: '{"gstin":{"$ne":""}}', type: 'application/json' }), 400],
    ['a prototype', () => ({ body: `{"gstin":"${GSTIN}","__proto__":{"a":1}}`, type: 'application/json' }), 400],
    ['a field more', () => ({ body: JSON.stringify({ gstin: GSTIN, shop }), type: 'application/json' }), 400],
    ['half of JSON', () => ({ body: '{"gstin"', type: 'application/json' }), 400],
    ['1,025 bytes', () => ({ body: form('A'.repeat(1_100)) }), 413],
    ['plain text', () => ({ body: GSTIN, type: 'text/plain' }), 415],
  ])('%s is refused as a problem', async (_what, sent, status) => {
    const answer = await send(sent());
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.text()).not.toMatch(new RegExp(`${GSTIN}|${OTHER}| at .*\\.ts`));
  });

  it('signed with the secret before the rotation is taken', async () => {
    const query = proxyQuery(proxyParameters(shop, system.clock.now()), FORMER_SECRET);
    expect((await send({ body: form(GSTIN), query })).status).toBe(200);
  });

  it('of a shop without Prahari reads like an address that is not there', async () => {
    const strange = await send({ body: form(GSTIN), of: 'nobody.myshopify.com' });
    const nowhere = await fetch(`${page.origin}/proxy/else`, { method: 'POST' });
    const plain = async (answer: Response) => ({ ...((await answer.json()) as object), requestId: '' });
    expect([strange.status, await plain(strange)]).toEqual([404, await plain(nowhere)]);
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s is no method of it', async (method) => {
    const query = proxyQuery(proxyParameters(shop, system.clock.now()));
    expect((await fetch(`${page.origin}/proxy/gstin?${query}`, { method })).status).toBe(405);
  });
});

describe('a flood', () => {
  const statuses = async (times: number, sent: (n: number) => Sent): Promise<number[]> => {
    const found = [];
    for (let n = 0; n < times; n += 1) found.push((await send({ body: form(GSTIN), ...sent(n) })).status);
    return found;
  };
  const counted = (all: readonly number[]) => [200, 429].map((status) => all.filter((one) => one === status).length);

  it('of one visitor ends at thirty a minute, says when to come back, and costs no other anything', async () => {
    expect(counted(await statuses(33, () => ({})))).toEqual([30, 3]);
    const refused = await send({ body: form(GSTIN) });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await send({ body: form(GSTIN), from: '203.0.113.9' })).status).toBe(200);
    system.clock.pass(MINUTE);
    expect((await send({ body: form(GSTIN) })).status).toBe(200);
  });

  it('of one IPv6 network is one visitor', async () => {
    const all = await statuses(33, (n) => ({ from: `2001:db8:0:1:${n.toString(16)}::1` }));
    expect(counted(all)).toEqual([30, 3]);
  });

  it('of many addresses ends at the shop’s own limit, and another shop is not concerned', async () => {
    const all = await statuses(605, (n) => ({ from: `10.1.${Math.floor(n / 200)}.${n % 200}` }));
    expect(counted(all)).toEqual([600, 5]);
    const neighbour = `other-${handle}.myshopify.com`;
    await shopStore({ connection: system.store.connection, clock: system.clock }).install(neighbour, []);
    expect((await send({ body: form(GSTIN), of: neighbour })).status).toBe(200);
  });

  it('is counted over all processes, by a mark that tells no address', async () => {
    const other = await startGuestPage((await system.another()).buyers, system.clock);
    const all = await statuses(32, (n) => (n % 2 ? { to: other.origin } : {}));
    expect(counted(all)).toEqual([30, 2]);
    expect(await system.redis.words()).not.toContain(`198.51.100.${address % 250}`);
    await other.close();
  });

  it('leaves nothing of a shop that is erased', async () => {
    await send({ body: form(GSTIN) });
    await system.product.lifecycle.shopRedacted(shop);
    expect(await system.redis.words()).not.toContain(shop);
  });
});

describe('Q4: while Redis is away', () => {
  it('numbers are judged all the same, and each process keeps to the limits by itself', async () => {
    const away = new Redis({ path: '/nowhere/r.sock', enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    away.on('error', () => undefined);
    const limits = guestLimits({
      budgets: { more: (name, of) => sharedBudget({ redis: away, name, ...of, clock: system.clock }) },
      ring: KeyRing.parse(system.keyRing),
      clock: system.clock,
    });
    const alone = await startGuestPage({ ...system.product.buyers, limits }, system.clock);
    const all = [];
    for (let n = 0; n < 32; n += 1) all.push((await send({ body: form(GSTIN), to: alone.origin })).status);
    expect(all.filter((status) => status === 200)).toHaveLength(30);
    expect(all.at(-1)).toBe(429);
    await alone.close();
    away.disconnect();
  });
});
