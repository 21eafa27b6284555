import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BuyerCompany, BuyerOrderState } from '../../core/api/buyer-gstin.ts';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import { aGstin } from '../../test/a-gstin.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../test/fake-admin.ts';
import { buyerClaims, signedToken, startGuestPage, type GuestPage } from '../../test/guest-page.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { stoppedClock } from '../../test/stopped-clock.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { shopStore } from '../shop/shops.ts';
import { AdminUnreachableError, ThrottledError, TokenRefusedError } from '../shopify/admin-errors.ts';

const GSTIN = aGstin();
const OTHER = aGstin({ pan: 'AAAPZ4321C' });
const ORDER = 'gid://shopify/Order/1001';
const LOCATION = 'gid://shopify/CompanyLocation/5';
const CUSTOMER = 'gid://shopify/Customer/77';
const STRANGER = 'gid://shopify/Customer/78';
const CONFIRMATION = 'XPAV284CT';
const SCOPES = ['write_orders', 'read_companies', 'write_companies', 'read_customers'];
const DAY = 24 * 60 * 60 * 1_000;

let system: TestProduct;
let page: GuestPage;
let shop = '';
let count = 0;

/** What Shopify holds of the order and of the location; tests change what they are about. */
let order: Record<string, unknown>;
let people: { role: string; customer: string }[];
let taxNumber: string | null;
/** Numbers as they were written. */
let written: string[];
let answers: AdminAnswers;

beforeAll(async () => {
  system = await testProduct({ clock: stoppedClock() });
  page = await startGuestPage(system.product.buyers, system.clock);
});
afterAll(async () => {
  await page.close();
  await system.close();
});
beforeEach(async () => {
  count += 1;
  shop = `marigold-${count}.myshopify.com`;
  await install(SCOPES);
  order = {
    id: ORDER,
    createdAt: new Date(system.clock.now().getTime() - DAY).toISOString(),
    cancelledAt: null,
    confirmationNumber: CONFIRMATION,
    customAttributes: [{ key: 'Gift message', value: 'For Meera (invented)' }],
    buyerGstin: null,
    checkoutGstin: null,
    invoiceNumber: null,
  };
  people = [
    { role: 'Location admin', customer: CUSTOMER },
    { role: 'Ordering only', customer: 'gid://shopify/Customer/79' },
  ];
  taxNumber = null;
  written = [];
  answers = {
    ...shopAnswers(),
    OrderOfBuyer: ({ id }) => ({ order: id === order['id'] ? order : null }),
    WhoOrdered: ({ query }) => ({
      orders: { nodes: query === 'id:1001 customer_id:77' ? [{ id: ORDER }] : [] },
    }),
    GiveGstin: ({ metafields }) => {
      const [field] = metafields as readonly { ownerId: string; key: string; value: string }[];
      written.push(field?.value ?? '');
      order['checkoutGstin'] = { value: field?.value };
      return { metafieldsSet: { userErrors: [] } };
    },
    CompanyOfBuyer: ({ id }) => ({ companyLocation: id === LOCATION ? locationNode() : null }),
    SetCompanyGstin: ({ gstin }) => {
      written.push(String(gstin));
      taxNumber = String(gstin);
      return { companyLocationTaxSettingsUpdate: { userErrors: [] } };
    },
  };
  system.shops.set(shop, answers);
});

const install = (scopes: readonly string[]) =>
  shopStore({ connection: system.store.connection, clock: system.clock }).install(shop, scopes);

const locationNode = () => ({
  name: 'Nagpur (invented)',
  taxSettings: { taxRegistrationId: taxNumber },
  roleAssignments: {
    nodes: people.map(({ role, customer }) => ({
      role: { name: role },
      companyContact: { customer: { id: customer } },
    })),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});

const token = (customer: string | null, of = shop) =>
  signedToken(buyerClaims(of, system.clock.now(), customer === null ? {} : { sub: customer }));

interface Sent {
  readonly customer?: string | null;
  readonly of?: string;
  readonly bearer?: string;
}

async function call(method: string, path: string, body?: unknown, { customer = null, of, bearer }: Sent = {}) {
  const answer = await fetch(`${page.origin}/buyer${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer ?? token(customer, of)}`,
      origin: 'https://extensions.example',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = (await answer.json().catch(() => null)) as Record<string, unknown> & {
    type?: string;
    fields?: Record<string, string>;
  };
  return { status: answer.status, json, headers: answer.headers };
}

const stateOf = (query: Record<string, string>, sent?: Sent) =>
  call('GET', `/orders/gstin?${new URLSearchParams(query).toString()}`, undefined, sent);
const state = () => stateOf({ order: ORDER, confirmation: CONFIRMATION });
const give = (over: object = {}, sent?: Sent) =>
  call('POST', '/orders/gstin', { orderId: ORDER, confirmation: CONFIRMATION, gstin: GSTIN, ...over }, sent);
const company = (sent: Sent = { customer: CUSTOMER }) =>
  call('GET', `/company?${new URLSearchParams({ location: LOCATION }).toString()}`, undefined, sent);
const change = (gstin = GSTIN, sent: Sent = { customer: CUSTOMER }) =>
  call('PUT', '/company', { locationId: LOCATION, gstin }, sent);
const told = async () =>
  (await auditEntryModel(system.store.connection).find({ shop }).sort({ seq: 1 }).lean()).map(
    ({ action, actorKind, actorId, outcome, subjects }) => [action, actorKind, actorId ?? null, outcome, subjects],
  );
const checkDueAt = async () =>
  (await shopStore({ connection: system.store.connection, clock: system.clock }).find(shop))?.nextCheckAt ??
  new Date(0);
const bare = ({ requestId: _requestId, ...rest }: Record<string, unknown>) => rest;

describe('a number after the order', () => {
  it('is written beside the order, shown masked, and followed by a check', async () => {
    const before = await checkDueAt();
    expect((await state()).json).toEqual({ gstin: null, mayGive: true } satisfies BuyerOrderState);
    const given = await give({ gstin: ` ${GSTIN.toLowerCase()}` });
    expect([given.status, given.json]).toEqual([200, { gstin: maskGstin(GSTIN), mayGive: true }]);
    expect(written).toEqual([GSTIN]);
    expect((await state()).json).toEqual(given.json);
    expect(await told()).toEqual([['link.buyer-gstin', 'link', null, 'asked', [ORDER]]]);
    expect((await checkDueAt()).getTime()).toBeLessThan(before.getTime());
  });

  it('may be given anew, and the same one again changes nothing', async () => {
    await give();
    await give();
    expect((await give({ gstin: OTHER })).json).toEqual({ gstin: maskGstin(OTHER), mayGive: true });
    expect(written).toEqual([GSTIN, OTHER]);
  });

  it('counts before the one of the cart, which is shown masked too', async () => {
    order['customAttributes'] = [{ key: 'Buyer GSTIN', value: OTHER }];
    expect((await state()).json).toEqual({ gstin: maskGstin(OTHER), mayGive: true });
    expect((await give()).json).toEqual({ gstin: maskGstin(GSTIN), mayGive: true });
  });

  it('is taken of the order’s own customer without the random number', async () => {
    expect((await stateOf({ order: ORDER }, { customer: CUSTOMER })).json).toEqual({ gstin: null, mayGive: true });
    expect((await give({ confirmation: null }, { customer: CUSTOMER })).status).toBe(200);
  });

  it('is taken under the name that the page after the order has for it', async () => {
    expect((await give({ orderId: 'gid://shopify/OrderIdentity/1001' })).status).toBe(200);
  });

  it('never stands in an address, a log line or a whole answer', async () => {
    await give();
    await give({ gstin: `${OTHER}1` });
    const { json } = await state();
    expect(`${JSON.stringify(json)}${page.lines.join('\n')}`).not.toMatch(new RegExp(`${GSTIN}|${OTHER}`));
  });
});

describe('T1, L7: whoever cannot show that the order is hers', () => {
  it.each<[string, () => ReturnType<typeof state>]>([
    ['a wrong number', () => stateOf({ order: ORDER, confirmation: 'XPAV284CU' })],
    ['the number in small letters', () => stateOf({ order: ORDER, confirmation: CONFIRMATION.toLowerCase() })],
    ['half of the number', () => stateOf({ order: ORDER, confirmation: CONFIRMATION.slice(0, 4) })],
    ['no number', () => stateOf({ order: ORDER })],
    ['another customer', () => stateOf({ order: ORDER }, { customer: STRANGER })],
    ['another order', () => stateOf({ order: 'gid://shopify/Order/1002', confirmation: CONFIRMATION })],
    ['a wrong number, to write', () => give({ confirmation: 'XPAV284CU' })],
    ['no number, to write', () => give({ confirmation: null })],
    ['another customer, to write', () => give({ confirmation: null }, { customer: STRANGER })],
    [
      'a shop that is not here',
      () => stateOf({ order: ORDER, confirmation: CONFIRMATION }, { of: 'nobody.myshopify.com' }),
    ],
  ])('%s reads like an order that is not there', async (_what, ask) => {
    const missing = await stateOf({ order: 'gid://shopify/Order/9', confirmation: 'AAAAAAAAA' });
    const { status, json } = await ask();
    expect([status, bare(json)]).toEqual([404, bare(missing.json)]);
    expect(written).toEqual([]);
  });

  it('an order without a random number is opened by none', async () => {
    order['confirmationNumber'] = null;
    expect((await stateOf({ order: ORDER })).status).toBe(404);
    expect((await give({ confirmation: null })).status).toBe(404);
  });

  it('T1: another shop’s token finds no order of this one', async () => {
    const neighbour = `other-${shop}`;
    await shopStore({ connection: system.store.connection, clock: system.clock }).install(neighbour, SCOPES);
    system.shops.set(neighbour, { ...answers, OrderOfBuyer: () => ({ order: null }) });
    expect((await give({}, { of: neighbour })).status).toBe(404);
    expect(written).toEqual([]);
  });

  it('who guesses is made to wait', async () => {
    const statuses = [];
    for (let n = 0; n < 33; n += 1) {
      statuses.push((await stateOf({ order: ORDER, confirmation: `GUESS${n}` }, { customer: STRANGER })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect((await stateOf({ order: ORDER }, { customer: CUSTOMER })).status).toBe(200);
    system.clock.pass(60_000);
  });
});

describe('an order that takes no number any more', () => {
  it.each<[string, string, () => void]>([
    [
      'seven days after it',
      'seven-days',
      () => (order['createdAt'] = new Date(system.clock.now().getTime() - 7 * DAY - 1_000).toISOString()),
    ],
    ['once its invoice is written', 'invoiced', () => (order['invoiceNumber'] = { value: 'PRH/26-27/0042' })],
    ['once the shop keeps one', 'kept-by-shop', () => (order['buyerGstin'] = { value: OTHER })],
    ['once it is cancelled', 'cancelled', () => (order['cancelledAt'] = '2026-11-22T10:00:00Z')],
  ])('%s', async (_when, why, change_) => {
    change_();
    expect((await state()).json['mayGive']).toBe(false);
    const { status, json } = await give();
    expect([status, json.type, json.fields]).toEqual([409, 'conflict', { order: why }]);
    expect([written, await told()]).toEqual([[], []]);
  });

  it('in the last minute of seven days it still does', async () => {
    order['createdAt'] = new Date(system.clock.now().getTime() - 7 * DAY + 60_000).toISOString();
    expect((await give()).status).toBe(200);
  });
});

describe('a number that is none', () => {
  it.each([
    ['a slip', `${GSTIN.slice(0, 14)}${GSTIN.endsWith('A') ? 'B' : 'A'}`, 'bad_checksum'],
    ['another script', GSTIN.replace('A', 'А'), 'bad_charset'],
    ['two numbers', `${GSTIN} ${OTHER}`, 'bad_length'],
    ['nothing', '', 'empty'],
  ])('%s is refused before Shopify is asked', async (_what, gstin, reason) => {
    const { status, json } = await give({ gstin });
    expect([status, json.fields]).toEqual([400, { gstin: reason }]);
    const ofCompany = await change(gstin);
    expect([ofCompany.status, ofCompany.json.fields]).toEqual([400, { gstin: reason }]);
    expect(written).toEqual([]);
  });
});

describe('what the merchant has not allowed', () => {
  it.each<[string, readonly string[]]>([
    ['writing', ['read_orders']],
    ['reading', ['read_themes']],
  ])('%s orders: nothing can be given, and the answer says so in its type', async (_what, scopes) => {
    await system.product.lifecycle.scopesChanged(shop, scopes);
    const asked = await state();
    if (asked.status === 200) expect(asked.json).toEqual({ gstin: null, mayGive: false });
    else expect(asked.json.type).toBe('not-open');
    const { status, json } = await give();
    expect([status, json.type]).toEqual([409, 'not-open']);
    expect(written).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['denied', () => new Denied('metafieldsSet')],
    ['refused', () => ({ metafieldsSet: { userErrors: [{ code: 'INVALID', message: 'No.' }] } })],
  ])('a write that is %s by Shopify is told as that, and the log has it', async (_how, answer) => {
    answers['GiveGstin'] = answer;
    expect((await give()).json.type).toBe('not-open');
    expect((await told()).map(([, , , outcome]) => outcome)).toEqual(['asked', 'failed']);
  });
});

describe('while Shopify does not answer', () => {
  it.each<[string, () => unknown]>([
    ['unreachable', () => Promise.reject(new AdminUnreachableError())],
    ['throttled', () => Promise.reject(new ThrottledError(1_000))],
    ['refusing our token', () => Promise.reject(new TokenRefusedError())],
    ['odd', () => ({ order: 'yes' })],
  ])('%s: one calm answer that tells nothing of the shop', async (_how, answer) => {
    answers['OrderOfBuyer'] = answer;
    const { status, json, headers } = await give();
    expect([status, json.type, headers.get('retry-after')]).toEqual([503, 'not-now', '60']);
    expect(JSON.stringify(json)).not.toMatch(/shopify|token|prahari/i);
    expect(written).toEqual([]);
  });
});

describe('a company’s location', () => {
  it('shows its number and verdict to its people, and lets those who look after it change it', async () => {
    expect((await company()).json).toEqual({
      locationName: 'Nagpur (invented)',
      gstin: null,
      verdict: null,
      mayChange: true,
    });
    const changed = await change();
    expect([changed.status, changed.json]).toMatchObject([200, { gstin: GSTIN, mayChange: true }]);
    expect(await told()).toEqual([['link.company-gstin', 'link', null, 'asked', [LOCATION]]]);
    const { verdict } = (await company()).json as unknown as BuyerCompany;
    expect([verdict?.en, verdict?.hi].every((text) => text && !text.includes('{'))).toBe(true);
    await change();
    expect(written).toEqual([GSTIN]);
  });

  it('says what is wrong with a number that was mistyped, without what hides in it', async () => {
    taxNumber = `27AAPFU\u202E0939F1Z`;
    const { gstin, verdict } = (await company()).json as unknown as BuyerCompany;
    expect(gstin).toBe('27AAPFU0939F1Z');
    expect(verdict?.en).toContain('14');
  });

  it('lets those who only order read, and not change', async () => {
    const sent = { customer: 'gid://shopify/Customer/79' };
    expect((await company(sent)).json).toMatchObject({ mayChange: false });
    const refused = await change(GSTIN, sent);
    expect([refused.status, refused.json.type]).toEqual([403, 'forbidden']);
    expect(written).toEqual([]);
  });

  it.each<[string, Sent]>([
    ['a stranger', { customer: STRANGER }],
    ['nobody', { customer: null }],
  ])('T1: %s finds none, as if it were not there', async (_who, sent) => {
    const missing = await call('GET', '/company?location=gid%3A%2F%2Fshopify%2FCompanyLocation%2F9', undefined, {
      customer: CUSTOMER,
    });
    for (const answer of [await company(sent), await change(GSTIN, sent)]) {
      expect([answer.status, bare(answer.json)]).toEqual([404, bare(missing.json)]);
    }
    expect(written).toEqual([]);
  });

  it('with people on a second page finds them there', async () => {
    const own = locationNode();
    answers['CompanyOfBuyer'] = ({ after }) => ({
      companyLocation: {
        ...own,
        roleAssignments: after
          ? own.roleAssignments
          : { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'second' } },
      },
    });
    expect((await company()).json).toMatchObject({ mayChange: true });
  });

  it('without permission to write may be read', async () => {
    await system.product.lifecycle.scopesChanged(shop, ['read_companies', 'read_customers']);
    expect((await company()).json).toMatchObject({ mayChange: false });
    expect((await change()).json.type).toBe('not-open');
  });

  it('without permission to read is not open', async () => {
    answers['CompanyOfBuyer'] = () => new Denied('companyLocation');
    expect((await company()).json.type).toBe('not-open');
  });
});

describe('what is no request of a buyer’s page', () => {
  it.each<[string, () => ReturnType<typeof call>, number]>([
    ['no token', () => call('GET', '/orders/gstin', undefined, { bearer: '' }), 401],
    ['an admin’s token', () => give({}, { bearer: adminToken() }), 401],
    ['an order’s plain number', () => stateOf({ order: '1001', confirmation: CONFIRMATION }), 400],
    ['an id of another kind', () => give({ orderId: 'gid://shopify/Product/1001' }), 400],
    ['a search instead of an id', () => stateOf({ order: `${ORDER} OR id:1` }), 400],
    ['an order named twice', () => call('GET', `/orders/gstin?order=${ORDER}&order=${ORDER}`), 400],
    ['an operator', () => give({ confirmation: { $ne: '' } }), 400],
    ['a shop in the body', () => give({ shop: 'other.myshopify.com' }), 400],
    ['no JSON', () => call('POST', '/orders/gstin', '{'), 400],
    ['a prototype', () => call('POST', '/orders/gstin', '{"__proto__": {"a": 1}}'), 400],
    ['3 KB', () => give({ gstin: 'A'.repeat(3_000) }), 413],
    ['no method', () => call('DELETE', '/company'), 405],
  ])('%s is refused', async (_what, send, status) => {
    expect((await send()).status).toBe(status);
    expect(written).toEqual([]);
  });

  const adminToken = () =>
    signedToken(
      buyerClaims(shop, system.clock.now(), { iss: `https://${shop}/admin`, dest: `https://${shop}`, sub: '1001' }),
    );
});

describe('pages of any origin', () => {
  it('may ask, with a token and without cookies', async () => {
    const answer = await fetch(`${page.origin}/buyer/company`, {
      method: 'OPTIONS',
      headers: {
        origin: 'null',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT');
    expect(answer.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('may read refusals too', async () => {
    expect((await give({ gstin: '' })).headers.get('access-control-allow-origin')).toBe('*');
  });
});
