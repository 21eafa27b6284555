import { describe, expect, it } from '@jest/globals';
import { aCollectContext } from '../../../test/collect-context.ts';
import { Denied, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { bulkAnswers } from '../../../test/fake-commerce.ts';
import { collectOne } from '../run.ts';
import { companyBuyersCollector } from './company-buyers.ts';

const clock = { now: () => new Date('2026-11-22T06:30:00.000Z') };
const companyBuyers = companyBuyersCollector({ pause: async () => undefined });

const company = (taxRegistrationId: string | null) => ({
  __typename: 'PurchasingCompany',
  location: { taxSettings: { taxRegistrationId } },
});
const order = (number: number, purchasingEntity: unknown, test = false) => ({
  __typename: 'Order',
  id: `gid://shopify/Order/${number}`,
  test,
  purchasingEntity,
});

const NODES = [
  order(1, company(' 27AAPFU0939F1ZV ')),
  order(2, company(null)),
  order(3, company('')),
  order(4, { __typename: 'Customer' }),
  order(5, null),
  order(6, company('29AAPFU0939F1ZR'), true),
];
const FOUND = [{ orderId: 'gid://shopify/Order/1', text: '27AAPFU0939F1ZV' }];

const collect = (over: AdminAnswers) =>
  collectOne(companyBuyers, aCollectContext({ ...shopAnswers(), ...over }), { clock });
const inPages = () => ({ orders: { nodes: NODES, pageInfo: { hasNextPage: false, endCursor: null } } });

describe('company buyers', () => {
  it('are the numbers of companies, without test orders and people', async () => {
    expect(await collect({ CompanyBuyers: inPages })).toMatchObject({ status: 'collected', value: FOUND });
  });

  it('are read in bulk where orders are many', async () => {
    const text = NODES.map((node) => JSON.stringify(node)).join('\n');
    const many = { OrdersCount: () => ({ ordersCount: { count: 2_001 } }), ...bulkAnswers(text) };
    expect(await collect(many)).toMatchObject({ status: 'collected', value: FOUND });
  });

  it.each([
    ['has no companies', { companiesCount: { count: 0 } }],
    ['knows no companies', { companiesCount: null }],
  ])('are none, without a look at orders, where the shop %s', async (_what, answer) => {
    const unasked = () => new Denied('orders');
    expect(await collect({ CompaniesCount: () => answer, OrdersCount: unasked, CompanyBuyers: unasked })).toMatchObject(
      { status: 'collected', value: [] },
    );
  });

  it.each([
    [[], ['read_orders', 'read_companies']],
    [['read_orders'], ['read_companies']],
    [['read_companies'], ['read_orders']],
  ])('with %j lack %j', async (granted, missingScopes) => {
    const accessScopes = granted.map((handle) => ({ handle }));
    expect(await collect({ GrantedScopes: () => ({ currentAppInstallation: { accessScopes } }) })).toMatchObject({
      reason: 'not-permitted',
      missingScopes,
    });
  });

  it.each(['CompaniesCount', 'CompanyBuyers', 'OrdersCount'])(
    'are not permitted where %s is refused',
    async (question) => {
      expect(await collect({ [question]: () => new Denied('x') })).toMatchObject({ reason: 'not-permitted' });
    },
  );
});
