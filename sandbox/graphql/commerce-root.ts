import type { SandboxOrder } from '../shops/commerce/order.ts';
import { firmsOf } from '../shops/commerce/customers.ts';
import { ordersOf } from '../shops/commerce/orders.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { companyLocationNode, companyNode, customerNode } from './company-node.ts';
import type { PageArguments } from './connection.ts';
import { lineItemNode } from './line-item-node.ts';
import { rootListed, type ListContext } from './listed.ts';
import { orderNode } from './order-node.ts';
import { productNode, variantNode, variantsOf } from './product-node.ts';
import { orderFilter } from './search-query.ts';

type SearchArguments = PageArguments & { readonly query?: string | null };

/** What a shop sells: the fields of the root that lead there. */
export function commerceRoot(shop: ShopState, nowMs: () => number) {
  const orders = () => ordersOf(shop, nowMs());
  let last:
    { from: readonly SandboxOrder[]; query: string | null | undefined; found: readonly SandboxOrder[] } | undefined;
  /** A bulk operation asks the same again for each slice. */
  function found({ query }: SearchArguments): readonly SandboxOrder[] {
    const from = orders();
    if (last?.from !== from || last.query !== query) last = { from, query, found: from.filter(orderFilter(query)) };
    return last.found;
  }
  const { commerce } = shop;
  return {
    orders: (args: SearchArguments, context: ListContext) =>
      rootListed(found(args), args, context, (order) => orderNode(order, shop)),
    ordersCount: (args: SearchArguments & { limit?: number | null }) => counted(found(args).length, args.limit),
    order: ({ id }: { id: string }) => nodeById(shop, orders, id, 'Order'),
    products: (args: PageArguments, context: ListContext) => rootListed(commerce.products, args, context, productNode),
    productsCount: ({ limit }: { limit?: number | null }) => counted(commerce.products.length, limit),
    product: ({ id }: { id: string }) => nodeById(shop, orders, id, 'Product'),
    productVariants: (args: PageArguments, context: ListContext) =>
      rootListed(variantsOf(commerce), args, context, ({ variant, product }) => variantNode(variant, product)),
    productVariantsCount: ({ limit }: { limit?: number | null }) => counted(variantsOf(commerce).length, limit),
    productVariant: ({ id }: { id: string }) => nodeById(shop, orders, id, 'ProductVariant'),
    customer: ({ id }: { id: string }) => nodeById(shop, orders, id, 'Customer'),
    company: ({ id }: { id: string }) => nodeById(shop, orders, id, 'Company'),
    companyLocation: ({ id }: { id: string }) => nodeById(shop, orders, id, 'CompanyLocation'),
    companies: (args: PageArguments, context: ListContext) =>
      rootListed(commerce.companies, args, context, (company) => companyNode(company, shop)),
    companiesCount: ({ limit }: { limit?: number | null }) => counted(commerce.companies.length, limit),
    commerceNodeById: (gid: string) => nodeById(shop, orders, gid),
  };
}

/** Shopify counts up to the limit, 10,000 when none is named, and says when there are more. */
function counted(count: number, limit: number | null | undefined) {
  const most = limit === undefined ? 10_000 : (limit ?? Infinity);
  return count > most ? { count: most, precision: 'AT_LEAST' } : { count, precision: 'EXACT' };
}

/** A thing by its address; null when there is none, or when it is not of the wanted type. */
function nodeById(
  shop: ShopState,
  orders: () => ReturnType<typeof ordersOf>,
  gid: string,
  wanted?: string,
): object | null {
  const [, type = '', id = ''] = /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(gid) ?? [];
  if (wanted !== undefined && type !== wanted) return null;
  switch (type) {
    case 'Order': {
      const order = orders().find((one) => String(one.id) === id);
      return order ? orderNode(order, shop) : null;
    }
    case 'LineItem': {
      const order = orders().find((one) => String(one.id) === id.slice(0, -2));
      const index = Number(id.slice(-2));
      const line = order?.lines[index];
      return order && line ? lineItemNode(line, order, index) : null;
    }
    case 'Product': {
      const product = shop.commerce.products.find((one) => String(one.id) === id);
      return product ? productNode(product) : null;
    }
    case 'ProductVariant': {
      const found = variantsOf(shop.commerce).find(({ variant }) => String(variant.id) === id);
      return found ? variantNode(found.variant, found.product) : null;
    }
    case 'Company':
    case 'CompanyLocation': {
      const company = shop.commerce.companies.find((one) => String(one.id) === id);
      return company ? (type === 'Company' ? companyNode : companyLocationNode)(company, shop) : null;
    }
    case 'Customer': {
      const isKnown =
        firmsOf(shop, Number(id)).length > 0 || orders().some(({ customerId }) => String(customerId) === id);
      return isKnown ? customerNode(shop, Number(id)) : null;
    }
    default:
      return null;
  }
}
