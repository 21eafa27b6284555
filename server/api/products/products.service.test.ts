import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../core/api/home.ts';
import { NO_CHANGES } from '../../../core/gst/law.ts';
import { Denied, fakeAdmin, shopAnswers, type AdminAnswers } from '../../../test/fake-admin.ts';
import { aVariantNode } from '../../../test/fake-commerce.ts';
import { BadRequestError, ForbiddenError, NotFoundError } from '../../errors.ts';
import { productGstReader } from '../../product-gst/product-gst-reader.ts';
import { NotTakenError, ScopeNeededError } from '../../product-gst/product-mender.ts';
import { MendWish, ProductGstAnswer, ProductMendedAnswer } from './products.schema.ts';
import { productService } from './products.service.ts';

const SHOP = 'marigold.myshopify.com';
const as = (role: Role) => ({ shop: SHOP, userId: '1', role });

interface Fields {
  product: string | null;
  variant: string | null;
  origin: string | null;
}

/** One product with one variant, as the fake shop holds them, and what it was asked to write. */
let held: Fields;
let begun: string[];
let written: unknown[];
beforeEach(() => {
  held = { product: '6211', variant: null, origin: 'IN' };
  begun = [];
  written = [];
});

const field = (value: string | null) => (value === null ? null : { value });
const node = (id = '11') => {
  const bare = aVariantNode();
  return aVariantNode({
    id: `gid://shopify/ProductVariant/${id}`,
    hsn: field(held.variant),
    product: { ...(bare['product'] as object), hsn: field(held.product) },
    inventoryItem: {
      ...{ id: 'gid://shopify/InventoryItem/11', harmonizedSystemCode: null, countryCodeOfOrigin: held.origin },
      countryHarmonizedSystemCodes: { nodes: [] },
    },
  });
};
const page = (nodes: readonly unknown[], hasNextPage = false) => ({
  shop: { taxesIncluded: true },
  product: { variants: { nodes, pageInfo: { hasNextPage, endCursor: 'next' } } },
});

type OwnedField = { ownerId: string; value?: string };
const write = (metafields: unknown, value: (one: OwnedField) => string | null) => {
  for (const one of metafields as OwnedField[]) {
    written.push(one);
    held[one.ownerId.includes('Variant') ? 'variant' : 'product'] = value(one);
  }
};

function service(over: AdminAnswers = {}) {
  const admin = fakeAdmin({
    ...shopAnswers(),
    ProductVariants: ({ id }) => (id === 'gid://shopify/Product/1' ? page([node()]) : { ...page([]), product: null }),
    SetHsn({ metafields }) {
      write(metafields, ({ value = null }) => value);
      return { metafieldsSet: { userErrors: [] } };
    },
    ClearHsn({ metafields }) {
      write(metafields, () => null);
      return { metafieldsDelete: { userErrors: [] } };
    },
    SetOrigin({ productId, variants }) {
      const [first] = variants as { inventoryItem: { countryCodeOfOrigin: string | null } }[];
      written.push({ productId, variants });
      held.origin = first?.inventoryItem.countryCodeOfOrigin ?? null;
      return { productVariantsBulkUpdate: { userErrors: [] } };
    },
    ...over,
  });
  return productService({
    products: productGstReader({
      adminFor: () => admin,
      taxProfiles: {
        read: async () => ({ turnover: 'to-5-crore', isUnregistered: null, sellsForOthers: null, registrations: [] }),
      },
      law: { changes: async () => NO_CHANGES },
      clock: { now: () => new Date('2026-11-22T06:30:00.000Z') },
    }),
    starter: {
      async begin(_shop, { cause }) {
        begun.push(cause.split(':')[0] ?? '');
        return { started: false, why: 'active' };
      },
    },
    lifecycle: {
      async changed(_shop, topic) {
        begun.push(`${topic} changed`);
      },
    },
  });
}

describe('a product', () => {
  it.each([
    ['viewer', false],
    ['manager', true],
  ] as const)('is read by a %s, who may mend it: %s', async (role, mayMend) => {
    const answer = await service().read(as(role), '1');
    expect(ProductGstAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      ...{ id: '1', hsn: '6211', moreVariants: false, missing: null, mayMend, mendScopes: ['write_products'] },
      variants: [
        { id: '11', hsn: '6211', hsnFrom: 'product-field', verdict: { isGood: true }, originCountryCode: 'IN' },
      ],
    });
  });

  it('that is not there is not found', async () => {
    await expect(service().read(as('owner'), '7')).rejects.toThrow(NotFoundError);
  });

  it('that may not be read says what to do', async () => {
    const answer = await service({ ProductVariants: () => new Denied('product') }).read(as('owner'), '1');
    expect(answer).toMatchObject({
      title: '',
      variants: [],
      missing: { en: expect.stringContaining('Settings') as unknown },
    });
  });

  it('has up to 2,000 variants, read to the end', async () => {
    let asked = 0;
    const pages = (most: number) => ({
      ProductVariants: () => {
        const nodes = Array.from({ length: 50 }, (_, index) => node(String(50 * asked + index + 1)));
        asked += 1;
        return page(nodes, asked < most);
      },
    });
    const all = await service(pages(40)).read(as('owner'), '1');
    expect([all.variants.length, all.moreVariants]).toEqual([2_000, false]);
    asked = 0;
    const most = await service(pages(41)).read(as('owner'), '1');
    expect([most.variants.length, most.moreVariants]).toEqual([2_000, true]);
  });
});

describe('mending', () => {
  it.each<[string, MendWish, unknown, unknown]>([
    [
      'the code of the product',
      { variantId: null, hsn: ' 62.04 ' },
      { variantId: null, hsn: '6211' },
      [
        {
          ownerId: 'gid://shopify/Product/1',
          namespace: '$app',
          key: 'hsn',
          type: 'single_line_text_field',
          value: '6204',
        },
      ],
    ],
    [
      'the code of a variant, which had none of its own',
      { variantId: '11', hsn: '62044290' },
      { variantId: '11', hsn: null },
      [
        {
          ...{ ownerId: 'gid://shopify/ProductVariant/11', namespace: '$app', key: 'hsn' },
          ...{ type: 'single_line_text_field', value: '62044290' },
        },
      ],
    ],
    [
      'a code away',
      { variantId: null, hsn: null },
      { variantId: null, hsn: '6211' },
      [{ ownerId: 'gid://shopify/Product/1', namespace: '$app', key: 'hsn' }],
    ],
    [
      'the country of origin',
      { variantId: '11', originCountryCode: 'BD' },
      { variantId: '11', originCountryCode: 'IN' },
      [
        {
          productId: 'gid://shopify/Product/1',
          variants: [{ id: 'gid://shopify/ProductVariant/11', inventoryItem: { countryCodeOfOrigin: 'BD' } }],
        },
      ],
    ],
  ])('%s: put back by what comes back', async (_name, wish, before, expected) => {
    const made = service();
    const start = { ...held };
    const answer = await made.mend(as('manager'), '1', wish);
    expect(ProductMendedAnswer.parse(answer)).toEqual(answer);
    expect(answer.before).toEqual(before);
    expect(written).toEqual(expected);
    expect(held).not.toEqual(start);
    expect(begun).toEqual(['product', 'product changed']);
    await made.mend(as('manager'), '1', answer.before);
    expect(held).toEqual(start);
  });

  it.each<[string, string, string]>([
    ['letters', 'kurta', 'malformed'],
    ['nothing', '', 'malformed'],
    ['two digits', '62', 'too-short'],
    ['five digits', '62041', 'malformed'],
    ['ten digits, of another country', '6204429000', 'malformed'],
    ['no such chapter', '7701', 'no-such-chapter'],
    ['digits of another script', '६२०४', 'malformed'],
    ['two codes', '6204, 6211', 'malformed'],
  ])('a code of %s is refused, and nothing is written', async (_name, hsn, problem) => {
    const mended = service().mend(as('owner'), '1', { variantId: null, hsn });
    await expect(mended).rejects.toThrow(BadRequestError);
    await expect(mended).rejects.toMatchObject({ fields: { hsn: problem } });
    expect([written, begun]).toEqual([[], []]);
  });

  it.each<[string, Role, string, MendWish, unknown]>([
    ['by a viewer', 'viewer', '1', { variantId: null, hsn: '6204' }, ForbiddenError],
    ['of another product', 'owner', '7', { variantId: null, hsn: '6204' }, NotFoundError],
    ['of a variant of another product', 'owner', '1', { variantId: '99', hsn: '6204' }, NotFoundError],
    ['of nothing', 'owner', '1', { variantId: '11' }, BadRequestError],
    ['of an origin without a variant', 'owner', '1', { variantId: null, originCountryCode: 'IN' }, BadRequestError],
  ])('%s changes nothing', async (_name, role, id, wish, error) => {
    await expect(service().mend(as(role), id, wish)).rejects.toThrow(error);
    expect([written, begun]).toEqual([[], []]);
  });

  it.each<[string, MendWish, AdminAnswers]>([
    ['a code', { variantId: null, hsn: '6204' }, { SetHsn: () => new Denied('metafieldsSet') }],
    ['a code away', { variantId: null, hsn: null }, { ClearHsn: () => new Denied('metafieldsDelete') }],
    [
      'an origin',
      { variantId: '11', originCountryCode: 'BD' },
      { SetOrigin: () => new Denied('productVariantsBulkUpdate') },
    ],
  ])('%s without the permission names it', async (_name, wish, answers) => {
    const mended = service(answers).mend(as('owner'), '1', wish);
    await expect(mended).rejects.toThrow(ScopeNeededError);
    await expect(mended).rejects.toMatchObject({ status: 409, type: 'not-open', fields: { scope: 'write_products' } });
    expect(begun).toEqual([]);
  });

  it('that Shopify refuses keeps its words away from people', async () => {
    const userErrors = [{ message: 'Value is invalid: developer words', code: 'INVALID_VALUE' }];
    const mended = service({ SetHsn: () => ({ metafieldsSet: { userErrors } }) }).mend(as('owner'), '1', {
      ...{ variantId: null, hsn: '6204' },
    });
    await expect(mended).rejects.toThrow(NotTakenError);
    await expect(mended).rejects.not.toThrow(/developer words/);
  });
});

describe('a wish', () => {
  it.each<[string, unknown, boolean]>([
    ['India', 'IN', true],
    ['nothing', null, true],
    ['the unknown country', 'ZZ', false],
    ['small letters', 'in', false],
    ['a name', 'India', false],
    ['three letters', 'IND', false],
  ])('of origin %s: %s', (_name, originCountryCode, isTaken) => {
    expect(MendWish.safeParse({ variantId: '11', originCountryCode }).success).toBe(isTaken);
  });
});
