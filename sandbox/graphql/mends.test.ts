import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { inventedGstin } from '../shops/commerce/invented-gstin.ts';
import { peopleOf } from '../shops/commerce/customers.ts';
import { productNamed } from '../shops/commerce/products.ts';
import type { Sandbox } from '../start.ts';
import { accessTokenOf, askAdmin } from '../testing/shop-client.ts';
import { CLEAN, testSandbox } from '../testing/test-sandbox.ts';

type Json = Record<string, unknown>;
interface Answer {
  readonly data: Json | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Json }[];
}

const SET = `mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) {
  metafields { namespace key value compareDigest } userErrors { field message code elementIndex } } }`;
const DELETE = `mutation Delete($metafields: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $metafields) {
  deletedMetafields { ownerId key } userErrors { message } } }`;
const FIELD = `query Field($id: ID!, $key: String!) { node(id: $id) {
  ... on Order { metafield(namespace: "$app", key: $key) { value compareDigest } }
  ... on Product { metafield(namespace: "$app", key: $key) { value } }
  ... on ProductVariant { metafield(namespace: "$app", key: $key) { value } } } }`;
const GSTIN = inventedGstin('MH', 5);

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  token = await accessTokenOf(sandbox, CLEAN);
});
beforeEach(async () => {
  sandbox.clock.advance(60_000);
  await sandbox.core.changeScopes(CLEAN, { grant: ['write_orders', 'write_products', 'write_companies'] });
});
afterAll(() => sandbox.close());

async function ask(query: string, variables: Json = {}): Promise<Answer> {
  return (await askAdmin(sandbox, CLEAN, token, query, variables)).json() as unknown as Answer;
}
const newestOrder = () => `gid://shopify/Order/${sandbox.core.orders(CLEAN).at(-1)?.id}`;
const commerce = () => held(sandbox.shops[1]).commerce;
const productIn = (handle: string) => productNamed(commerce().products, handle);

function held<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The sandbox does not hold it.');
  return thing;
}

describe('the app’s own fields', () => {
  const places = (): readonly (readonly [id: string, key: string, value: string])[] => {
    const shirt = productIn('linen-shirt');
    return [
      [newestOrder(), 'checkout_gstin', GSTIN],
      [`gid://shopify/Product/${shirt.id}`, 'hsn', '6205'],
      [`gid://shopify/ProductVariant/${shirt.variants[1]?.id}`, 'hsn', '62052000'],
    ];
  };

  it.each([0, 1, 2])('are written, read and taken away (owner %i)', async (index) => {
    const [ownerId = '', key = '', value = ''] = places()[index] ?? [];
    const type = 'single_line_text_field';
    const { data } = await ask(SET, { metafields: [{ ownerId, namespace: '$app', key, type, value }] });
    expect(data).toMatchObject({ metafieldsSet: { metafields: [{ key, value }], userErrors: [] } });
    expect((await ask(FIELD, { id: ownerId, key })).data).toMatchObject({ node: { metafield: { value } } });
    const place = { metafields: [{ ownerId, namespace: '$app', key }] };
    expect((await ask(DELETE, place)).data).toMatchObject({ metafieldsDelete: { deletedMetafields: [{ key }] } });
    expect((await ask(DELETE, place)).data).toMatchObject({ metafieldsDelete: { deletedMetafields: [null] } });
    expect((await ask(FIELD, { id: ownerId, key })).data).toEqual({ node: { metafield: null } });
  });

  it('stay through the clock and a mend of something else', async () => {
    const ownerId = newestOrder();
    await ask(SET, { metafields: [{ ownerId, key: 'buyer_gstin', value: GSTIN }] });
    sandbox.core.setOrdersHeld(CLEAN, 160);
    expect((await ask(FIELD, { id: ownerId, key: 'buyer_gstin' })).data).toMatchObject({
      node: { metafield: { value: GSTIN } },
    });
  });

  it.each([
    ['blank', { value: '' }, 'BLANK'],
    ['two lines', { value: 'a\nb' }, 'INVALID_VALUE'],
    ['another type than the definition has', { type: 'json', value: '{}' }, 'INVALID_TYPE'],
    ['no such order', { ownerId: 'gid://shopify/Order/1' }, 'INVALID'],
    ['a number that changed meanwhile', { compareDigest: 'of something else' }, 'STALE_OBJECT'],
  ])('%s: the whole call is refused', async (_what, over, code) => {
    const good = { ownerId: newestOrder(), namespace: '$app', key: 'invoice_number', value: 'INV/7' };
    const before = (await ask(FIELD, { id: good.ownerId, key: good.key })).data;
    const { data } = await ask(SET, { metafields: [good, { ...good, ...over }] });
    expect(data).toMatchObject({ metafieldsSet: { metafields: null, userErrors: [{ code, elementIndex: 1 }] } });
    expect((await ask(FIELD, { id: good.ownerId, key: good.key })).data).toEqual(before);
  });

  it('are held against what was seen', async () => {
    const ownerId = newestOrder();
    const write = async (value: string, compareDigest: string | null) =>
      (await ask(SET, { metafields: [{ ownerId, key: 'checkout_gstin', value, compareDigest }] })).data as {
        metafieldsSet: { metafields: { compareDigest: string }[] | null };
      };
    const [first] = (await write('A', null)).metafieldsSet.metafields ?? [];
    expect((await write('B', null)).metafieldsSet.metafields).toBeNull();
    expect((await write('B', first?.compareDigest ?? '')).metafieldsSet.metafields).toHaveLength(1);
  });

  it.each([
    [0, 'write_orders'],
    [1, 'write_products'],
    [2, 'write_products'],
  ])('ask for the scope of their owner (%i: %s)', async (index, scope) => {
    const [ownerId = '', key = '', value = ''] = places()[index] ?? [];
    await sandbox.core.changeScopes(CLEAN, { revoke: [scope], grant: ['read_orders', 'read_products'] });
    const { data, errors } = await ask(SET, { metafields: [{ ownerId, key, value }] });
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ metafieldsSet: null }, 'ACCESS_DENIED']);
  });
});

describe('codes and origin', () => {
  const BULK = `mutation Bulk($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
    productVariantsBulkUpdate(productId: $productId, variants: $variants) {
      productVariants { inventoryItem { harmonizedSystemCode countryCodeOfOrigin } } userErrors { field code } } }`;

  it('are written to variants with the right to products', async () => {
    const { id, variants } = productIn('leather-juttis');
    const asked = [
      { id: `gid://shopify/ProductVariant/${variants[0]?.id}`, inventoryItem: { countryCodeOfOrigin: 'NP' } },
    ];
    const { data } = await ask(BULK, { productId: `gid://shopify/Product/${id}`, variants: asked });
    expect(data).toEqual({
      productVariantsBulkUpdate: {
        productVariants: [{ inventoryItem: { harmonizedSystemCode: '640359', countryCodeOfOrigin: 'NP' } }],
        userErrors: [],
      },
    });
    const short = [{ ...asked[0], inventoryItem: { harmonizedSystemCode: '6403' } }];
    expect((await ask(BULK, { productId: `gid://shopify/Product/${id}`, variants: short })).data).toMatchObject({
      productVariantsBulkUpdate: { productVariants: null, userErrors: [{ code: 'INVALID_INPUT' }] },
    });
  });

  it('are written to an inventory item only with the right to the inventory', async () => {
    const id = `gid://shopify/InventoryItem/${productIn('leather-juttis').variants[1]?.id}`;
    const update = `mutation Item($id: ID!) { inventoryItemUpdate(id: $id, input: { countryCodeOfOrigin: IN }) {
      inventoryItem { countryCodeOfOrigin } userErrors { message } } }`;
    expect((await ask(update, { id })).errors?.[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
    await sandbox.core.changeScopes(CLEAN, { grant: ['write_inventory'] });
    expect((await ask(update, { id })).data).toMatchObject({
      inventoryItemUpdate: { inventoryItem: { countryCodeOfOrigin: 'IN' }, userErrors: [] },
    });
  });
});

describe('a firm’s place', () => {
  const UPDATE = `mutation Tax($id: ID!, $number: String) {
    companyLocationTaxSettingsUpdate(companyLocationId: $id, taxRegistrationId: $number) {
      companyLocation { taxSettings { taxRegistrationId } } userErrors { code } } }`;
  const firm = () => held(commerce().companies[1]);

  it('takes another tax number', async () => {
    const id = `gid://shopify/CompanyLocation/${firm().id}`;
    const { data } = await ask(UPDATE, { id, number: inventedGstin('TN', 9) });
    const expected = {
      companyLocation: { taxSettings: { taxRegistrationId: inventedGstin('TN', 9) } },
      userErrors: [],
    };
    expect(data).toEqual({ companyLocationTaxSettingsUpdate: expected });
  });

  it.each([
    ['no such place', () => 'gid://shopify/CompanyLocation/1', 'X', 'RESOURCE_NOT_FOUND'],
    ['too long', () => `gid://shopify/CompanyLocation/${firm().id}`, '9'.repeat(256), 'TOO_LONG'],
  ])('%s is refused', async (_what, id, number, code) => {
    expect((await ask(UPDATE, { id: id(), number })).data).toEqual({
      companyLocationTaxSettingsUpdate: { companyLocation: null, userErrors: [{ code }] },
    });
  });

  it('tells who may do what there, once customers may be read', async () => {
    const [admin] = peopleOf(firm());
    const query = `query Person($id: ID!) { customer(id: $id) { companyContactProfiles { company { id }
      roleAssignments(first: 5) { nodes { role { name } companyLocation { id } } } } } }`;
    const id = `gid://shopify/Customer/${admin.customerId}`;
    expect(await ask(query, { id })).toMatchObject({
      data: { customer: null },
      errors: [{ extensions: { code: 'ACCESS_DENIED' } }],
    });
    await sandbox.core.changeScopes(CLEAN, { grant: ['read_customers'] });
    const role = {
      role: { name: 'Location admin' },
      companyLocation: { id: `gid://shopify/CompanyLocation/${firm().id}` },
    };
    expect((await ask(query, { id })).data).toMatchObject({
      customer: { companyContactProfiles: [{ roleAssignments: { nodes: [role] } }] },
    });
    expect((await ask(query, { id: 'gid://shopify/Customer/1' })).data).toEqual({ customer: null });
  });
});

it('orders carry a confirmation number of their own, and who placed them', async () => {
  await sandbox.core.changeScopes(CLEAN, { grant: ['read_customers'] });
  const { data } = await ask('{ orders(first: 100) { nodes { confirmationNumber customer { id } } } }');
  const { nodes } = (data as { orders: { nodes: { confirmationNumber: string; customer: { id: string } }[] } }).orders;
  expect(new Set(nodes.map(({ confirmationNumber }) => confirmationNumber)).size).toBe(nodes.length);
  for (const { confirmationNumber, customer } of nodes) {
    expect(confirmationNumber).toMatch(/^[A-Z2-9]{9}$/);
    expect(customer.id).toMatch(/^gid:\/\/shopify\/Customer\/\d+$/);
  }
});
