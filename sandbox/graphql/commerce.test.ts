import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';

type Json = Record<string, unknown>;
interface Answer {
  readonly data?: Json | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions?: Json;
  }[];
}

const SCOPES = ['read_orders', 'read_products', 'read_companies'];

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  token = await accessTokenOf(sandbox, CLEAN);
});
beforeEach(async () => {
  sandbox.clock.advance(60_000);
  await sandbox.core.changeScopes(CLEAN, { grant: SCOPES });
});
afterAll(() => sandbox.close());

async function ask(query: string, variables: Json = {}): Promise<Answer> {
  return (await askAdmin(sandbox, CLEAN, token, query, variables)).json();
}

async function answered(query: string, variables: Json = {}): Promise<Json> {
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
}

describe('orders', () => {
  it('come in pages, each once, newest first when so asked', async () => {
    const names: string[] = [];
    let after: unknown = null;
    do {
      sandbox.clock.advance(10_000);
      const { orders } = (await answered(
        `query Page($after: String) { orders(first: 50, after: $after, query: "test:false", sortKey: CREATED_AT, reverse: true) {
          nodes { name } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as { orders: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      names.push(...orders.nodes.map(({ name }) => name));
      after = orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null;
    } while (after !== null);
    const numbers = names.map((name) => Number(name.slice(1)));
    // The window of 58 days moves on between the pages: its last order may have left it.
    expect(Math.abs(numbers.length - 160)).toBeLessThanOrEqual(1);
    expect(numbers.map((number, at) => number + at)).toEqual(numbers.map(() => numbers[0]));
  });

  it.each([
    ['', { count: 161, precision: 'EXACT' }],
    ['query: "test:false"', { count: 160, precision: 'EXACT' }],
    ['query: "test:false", limit: 100', { count: 100, precision: 'AT_LEAST' }],
    ['query: "test:false", limit: null', { count: 160, precision: 'EXACT' }],
  ])('are counted: %s', async (args, expected) => {
    const call = args === '' ? 'ordersCount' : `ordersCount(${args})`;
    expect(await answered(`{ ${call} { count precision } }`)).toEqual({ ordersCount: expected });
  });

  it('are refused whole without read_orders', async () => {
    await sandbox.core.changeScopes(CLEAN, { revoke: ['read_orders'] });
    const { data, errors } = await ask('{ orders(first: 1) { nodes { id } } }');
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'ACCESS_DENIED']);
  });

  it('hide the variant without read_products and the company without its scope, and nothing else', async () => {
    await sandbox.core.changeScopes(CLEAN, { revoke: ['read_products', 'read_companies'] });
    const { data, errors } = await ask(
      `{ orders(first: 100, query: "test:false") { nodes { name lineItems(first: 1) { nodes { title variant { id } } }
        purchasingEntity { ... on PurchasingCompany { location { taxSettings { taxRegistrationId } } } } } } }`,
    );
    const { nodes } = (data as { orders: { nodes: { name: string; purchasingEntity: null }[] } }).orders;
    expect(nodes.every(({ name, purchasingEntity }) => name.startsWith('#') && purchasingEntity === null)).toBe(true);
    const denied = new Set(errors?.map(({ path }) => path?.at(-1)));
    expect(denied).toEqual(new Set(['variant', 'location']));
  });

  it('keep the discount of a code out of a line’s total until it is asked for', async () => {
    const { orders } = (await answered(
      `{ orders(first: 100, query: "test:false") { nodes { lineItems(first: 10) { nodes {
        originalTotalSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } }
        all: discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount } }
        discountAllocations { allocatedAmountSet { shopMoney { amount } } } } } } } }`,
    )) as { orders: { nodes: { lineItems: { nodes: Record<string, Money>[] } }[] } };
    const lines = orders.nodes.flatMap(({ lineItems }) => lineItems.nodes);
    const amount = (money: Money | undefined) => Number(money?.shopMoney.amount);
    for (const line of lines) {
      const allocated = (line['discountAllocations'] as unknown as { allocatedAmountSet: Money }[])
        .map(({ allocatedAmountSet }) => amount(allocatedAmountSet))
        .reduce((sum, one) => sum + one, 0);
      expect(amount(line['all'])).toBeCloseTo(amount(line['originalTotalSet']) - allocated, 2);
    }
    expect(lines.some((line) => amount(line['all']) < amount(line['discountedTotalSet']))).toBe(true);
    expect(lines.some((line) => amount(line['discountedTotalSet']) < amount(line['originalTotalSet']))).toBe(true);
  });

  it('answer by their address, with all their lines', async () => {
    const [order] = sandbox.core.orders(CLEAN).filter(({ lines }) => lines.length > 20);
    const id = `gid://shopify/Order/${order?.id}`;
    const { order: found, node } = await answered(
      `query One($id: ID!) { order(id: $id) { id lineItems(first: 100) { nodes { id } } } node(id: $id) { id ... on Order { name } } }`,
      { id },
    );
    expect((found as { lineItems: { nodes: object[] } }).lineItems.nodes).toHaveLength(order?.lines.length ?? -1);
    expect(node).toEqual({ id, name: order?.name });
    expect(await answered('{ node(id: "gid://shopify/Order/1") { id } }')).toEqual({ node: null });
  });

  it.each(['$app', 'app--900100200'])('hold our metafields under %s, and under no other name', async (namespace) => {
    const { orders } = (await answered(
      `query Fields($namespace: String) { orders(first: 1) { nodes { ours: metafield(namespace: $namespace, key: "invoice_number") { value namespace }
        others: metafield(namespace: "custom", key: "invoice_number") { value } } } }`,
      { namespace },
    )) as { orders: { nodes: object[] } };
    expect(orders.nodes).toEqual([
      { ours: { value: expect.stringMatching(/^SD\/\d\d-\d\d\/\d{6}$/), namespace: 'app--900100200' }, others: null },
    ]);
  });

  it('name no person', async () => {
    const { orders } = await answered(
      `{ orders(first: 250) { nodes { email phone note shippingAddress { name firstName lastName address1 phone zip city } } } }`,
    );
    const told = JSON.stringify(orders).match(/:(?!null|\{|\[)[^,}\]]+/g) ?? [];
    expect(told).toEqual([]);
  });
});

interface Money {
  readonly shopMoney: { readonly amount: string };
}

describe('products', () => {
  it('carry their codes where the merchant put them', async () => {
    const { products } = (await answered(
      `{ products(first: 50) { nodes { handle status metafield(namespace: "$app", key: "hsn") { value }
        variants(first: 1) { nodes { price inventoryItem { harmonizedSystemCode countryCodeOfOrigin
          countryHarmonizedSystemCodes(first: 5) { nodes { countryCode harmonizedSystemCode } } } } } } } }`,
    )) as { products: { nodes: ({ handle: string } & Json)[] } };
    const of = (handle: string) => products.nodes.find((product) => product.handle === handle);
    expect(of('cotton-kurti')).toMatchObject({ metafield: { value: '6206' } });
    expect(of('tin-of-tea')).toMatchObject({
      metafield: null,
      variants: { nodes: [{ price: '420.00', inventoryItem: { harmonizedSystemCode: '09023020' } }] },
    });
    expect(of('wedding-lehenga')).toMatchObject({
      variants: {
        nodes: [
          {
            inventoryItem: {
              countryHarmonizedSystemCodes: { nodes: [{ countryCode: 'IN', harmonizedSystemCode: '620459' }] },
            },
          },
        ],
      },
    });
    expect(of('winter-shawl')).toMatchObject({ status: 'DRAFT', metafield: null });
  });

  it('count their variants', async () => {
    const { productVariants, productVariantsCount } = (await answered(
      '{ productVariants(first: 100) { nodes { id product { id } } } productVariantsCount { count } }',
    )) as { productVariants: { nodes: object[] }; productVariantsCount: { count: number } };
    expect(productVariants.nodes).toHaveLength(productVariantsCount.count);
  });
});

it('companies carry a tax number', async () => {
  const { companies } = (await answered(
    '{ companies(first: 5) { nodes { name locations(first: 1) { nodes { taxSettings { taxRegistrationId } } } } } }',
  )) as { companies: { nodes: object[] } };
  expect(companies.nodes).toEqual([
    {
      name: 'Invented Boutique LLP',
      locations: { nodes: [{ taxSettings: { taxRegistrationId: expect.stringMatching(/^27/) } }] },
    },
    {
      name: 'Invented Lifestyle Stores',
      locations: { nodes: [{ taxSettings: { taxRegistrationId: expect.stringMatching(/^33/) } }] },
    },
  ]);
});
