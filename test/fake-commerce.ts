import type { AdminAnswers } from './fake-admin.ts';

type Node = Readonly<Record<string, unknown>>;

const money = (amount: string) => ({ shopMoney: { amount } });
const page = (nodes: readonly unknown[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });

/** Tax lines as Shopify writes them: both rates, and an amount in decimals. */
export function someTaxLines(amount = '25.00', rate = 0.025): readonly Node[] {
  return ['CGST', 'SGST'].map((title) => ({ title, rate, ratePercentage: rate * 100, priceSet: money(amount) }));
}

/** A kurta of Rs 1,050 with 5% inside, in Shopify's words. */
export function aLineNode(over: Node = {}): Node {
  return {
    __typename: 'LineItem',
    id: 'gid://shopify/LineItem/1',
    title: 'Block-print kurta',
    sku: 'KURTA-M',
    vendor: 'Marigold',
    quantity: 1,
    currentQuantity: 1,
    taxable: true,
    originalTotalSet: money('1050.00'),
    discountAllocations: [],
    taxLines: someTaxLines(),
    variant: { id: 'gid://shopify/ProductVariant/11' },
    ...over,
  };
}

export function aShippingNode(over: Node = {}): Node {
  return {
    __typename: 'ShippingLine',
    id: 'gid://shopify/ShippingLine/1',
    title: 'Standard',
    discountedPriceSet: money('52.50'),
    taxLines: someTaxLines('1.25'),
    ...over,
  };
}

/** An order within Maharashtra, without its lines. */
export function anOrderHead(over: Node = {}): Node {
  return {
    __typename: 'Order',
    id: 'gid://shopify/Order/1001',
    name: '#1001',
    test: false,
    createdAt: '2026-11-10T08:00:00Z',
    cancelledAt: null,
    currencyCode: 'INR',
    taxesIncluded: true,
    taxExempt: false,
    sourceName: 'web',
    app: { name: 'Online Store' },
    customAttributes: [],
    buyerGstin: null,
    checkoutGstin: null,
    invoiceNumber: null,
    shippingAddress: { provinceCode: 'MH', countryCodeV2: 'IN' },
    billingAddress: { provinceCode: 'MH', countryCodeV2: 'IN' },
    fulfillments: [{ status: 'SUCCESS', location: { id: 'gid://shopify/Location/1' } }],
    retailLocation: null,
    ...over,
  };
}

/** The same with its lines, as a page holds it. */
export function anOrderNode(over: Node = {}, lines: readonly Node[] = [aLineNode()]): Node {
  return { ...anOrderHead(over), lineItems: page(lines), shippingLines: page([aShippingNode()]), ...over };
}

export function aVariantNode(over: Node = {}): Node {
  return {
    __typename: 'ProductVariant',
    id: 'gid://shopify/ProductVariant/11',
    title: 'M',
    sku: 'KURTA-M',
    price: '1050.00',
    taxable: true,
    hsn: null,
    product: {
      id: 'gid://shopify/Product/1',
      title: 'Block-print kurta',
      status: 'ACTIVE',
      vendor: 'Marigold',
      category: { fullName: 'Apparel & Accessories > Clothing' },
      hsn: { value: '6211' },
    },
    inventoryItem: {
      id: 'gid://shopify/InventoryItem/11',
      harmonizedSystemCode: null,
      countryCodeOfOrigin: 'IN',
      countryHarmonizedSystemCodes: { nodes: [{ countryCode: 'IN', harmonizedSystemCode: '62114290' }] },
    },
    ...over,
  };
}

const byId = (ids: unknown, nodeOf: (id: string) => Node | null) => ({ nodes: (ids as readonly string[]).map(nodeOf) });

/** What the healthy shop sells. */
export function commerceAnswers(): AdminAnswers {
  const someOrders = () => ({ orders: page([anOrderNode()]) });
  return {
    OrdersCount: () => ({ ordersCount: { count: 1, precision: 'EXACT' } }),
    Orders: someOrders,
    OrdersAndVariants: someOrders,
    OrdersById: ({ ids }) => byId(ids, (id) => (id === 'gid://shopify/Order/1001' ? anOrderNode() : null)),
    CompaniesById: ({ ids }) => byId(ids, (id) => ({ __typename: 'Order', id, test: false, purchasingEntity: null })),
    ProductVariants: ({ id }) => ({
      shop: { taxesIncluded: true },
      product: id === 'gid://shopify/Product/1' ? { variants: page([aVariantNode()]) } : null,
    }),
    SetHsn: () => ({ metafieldsSet: { userErrors: [] } }),
    ClearHsn: () => ({ metafieldsDelete: { userErrors: [] } }),
    SetOrigin: () => ({ productVariantsBulkUpdate: { userErrors: [] } }),
    CompaniesCount: () => ({ companiesCount: { count: 1 } }),
    CompanyBuyers: () => ({
      orders: page([{ id: 'gid://shopify/Order/1001', test: false, purchasingEntity: { __typename: 'Customer' } }]),
    }),
    CatalogueCounts: () => ({ productVariantsCount: { count: 1 }, productsCount: { count: 1 } }),
    OrderTexts: () => ({ orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } }),
    Catalogue: () => ({ productVariants: page([aVariantNode()]) }),
  };
}

/** Answers to a bulk operation that ends at the second look, with this text as its file. */
export function bulkAnswers(text: string, over: Node = {}): AdminAnswers {
  let looks = 0;
  const rows = text.split('\n').filter(Boolean);
  return {
    RunBulkQuery: () => ({
      bulkOperationRunQuery: {
        bulkOperation: { id: 'gid://shopify/BulkOperation/1', status: 'CREATED' },
        userErrors: [],
      },
    }),
    BulkOperationById: () => {
      looks += 1;
      const done = {
        status: 'COMPLETED',
        errorCode: null,
        objectCount: `${rows.length}`,
        rootObjectCount: `${rows.filter((row) => !row.includes('__parentId')).length}`,
        url: 'https://files.example/result.jsonl',
        ...over,
      };
      const going = { status: 'RUNNING', errorCode: null, objectCount: '0', rootObjectCount: '0', url: null };
      return { bulkOperation: { id: 'gid://shopify/BulkOperation/1', ...(looks < 2 ? going : done) } };
    },
    CancelBulkOperation: () => ({ bulkOperationCancel: { userErrors: [] } }),
    File: () => text,
  };
}
