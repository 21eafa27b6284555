import { z } from 'zod';
import type { Order } from '../../core/evidence/orders.ts';
import { BuyerNode } from '../collect/orders/company-buyers.ts';
import { COMPANIES_BY_ID, ORDERS_BY_ID } from '../collect/orders/order-documents.ts';
import { orderOf, OrderNode } from '../collect/orders/order-node.ts';
import { allLines, connected, isWhole, linesOn } from '../collect/orders/paged-orders.ts';
import { outsideText, parseEvidence } from '../collect/parse-evidence.ts';
import type { AccessDenial, AdminApi } from '../shopify/admin-api.ts';
import { buyerBusiness } from './buyer-business.ts';

/** Lines read of one order; beyond them nothing is known. */
export const MOST_LINES = 2_000;
/** What one question of these sizes may cost stays well below Shopify's limit. */
const ORDERS_A_PAGE = 20;

const ORDER_SCOPES = ['read_orders'];

/** An order as it stands in the shop now. Nothing of it is kept. */
export interface LiveOrder {
  readonly order: Order;
  readonly companyTexts: readonly string[];
  /** As the buyer wrote it. */
  readonly business: string | null;
  /** There are more lines than were read. */
  readonly moreLines: boolean;
  /** Addresses are protected customer data, and Shopify kept them from us. */
  readonly areAddressesHidden: boolean;
  /** Scopes, or "protected-data". */
  readonly missing: readonly string[];
}

export type FoundOrder = LiveOrder | 'not-found' | 'not-permitted';

const Node = z.intersection(
  OrderNode,
  z.object({
    ...connected,
    customAttributes: z.array(z.object({ key: outsideText(100), value: outsideText(500).nullable() })),
  }),
);
const Nodes = z.object({ nodes: z.array(z.unknown()).nullable() });
const Typed = z.object({ __typename: z.literal('Order') });
const BuyerNodes = z.object({ nodes: z.array(z.unknown()).nullable() });

interface Question {
  readonly admin: AdminApi;
  readonly signal: AbortSignal;
}

/**
 * Orders by the digits of their ids, in the order asked for, read in pages. What Shopify keeps from us empties a part and
 * not the whole. Scope: read_orders; numbers of companies take read_companies too.
 *
 * @throws the errors of AdminApi
 */
export async function liveOrders(ids: readonly string[], question: Question): Promise<FoundOrder[]> {
  const found: FoundOrder[] = [];
  for (let from = 0; from < ids.length; from += ORDERS_A_PAGE) {
    const page = ids.slice(from, from + ORDERS_A_PAGE).map((id) => `gid://shopify/Order/${id}`);
    const [orders, companies] = await Promise.all([ordersOf(page, question), companiesOf(page, question)]);
    for (const order of orders) {
      found.push(typeof order === 'string' ? order : withCompany(order, companies));
    }
  }
  return found;
}

type WithoutCompany = Omit<LiveOrder, 'companyTexts'>;
/** Null: not permitted. */
type CompanyTexts = ReadonlyMap<string, string> | null;

function withCompany(order: WithoutCompany, companies: CompanyTexts): LiveOrder {
  const text = companies?.get(order.order.id);
  return {
    ...order,
    companyTexts: text === undefined ? [] : [text],
    missing: companies === null ? [...order.missing, 'read_companies'] : order.missing,
  };
}

async function ordersOf(
  gids: readonly string[],
  { admin, signal }: Question,
): Promise<(WithoutCompany | 'not-found' | 'not-permitted')[]> {
  const { data, denied } = await admin.query(ORDERS_BY_ID, { ids: gids }, { signal });
  const nodes = parseEvidence(Nodes.nullable(), data)?.nodes ?? [];
  const found: (WithoutCompany | 'not-found' | 'not-permitted')[] = [];
  for (const [place, gid] of gids.entries()) {
    const node = nodes[place] ?? null;
    const own = denied.filter((denial) => isAbout(denial, place)).map(({ path }) => path);
    if (node === null) found.push(own.length > 0 ? 'not-permitted' : 'not-found');
    else if (!Typed.safeParse(node).success) found.push('not-found');
    else found.push(await liveOrder(gid, parseEvidence(Node, node), own, { admin, signal }));
  }
  return found;
}

async function liveOrder(
  gid: string,
  node: z.output<typeof Node>,
  denied: readonly string[],
  question: Question,
): Promise<WithoutCompany> {
  const whole = isWhole(node)
    ? { ...linesOn(node), hasMore: false }
    : await allLines(gid, { ...question, scopes: ORDER_SCOPES, hasVariants: false }, MOST_LINES);
  const areAddressesHidden = denied.some((path) => /\.(?:shipping|billing)Address\b/.test(path));
  const areLocationsHidden = denied.some((path) => /\.(?:location|retailLocation)\b/.test(path));
  return {
    order: orderOf(node, whole.lines, whole.shipping, MOST_LINES),
    business: buyerBusiness(node.customAttributes),
    moreLines: whole.hasMore,
    areAddressesHidden,
    missing: [...(areAddressesHidden ? ['protected-data'] : []), ...(areLocationsHidden ? ['read_locations'] : [])],
  };
}

async function companiesOf(gids: readonly string[], { admin, signal }: Question): Promise<CompanyTexts> {
  const { data, denied } = await admin.query(COMPANIES_BY_ID, { ids: gids }, { signal });
  if (denied.length > 0) return null;
  const nodes = parseEvidence(BuyerNodes, data).nodes ?? [];
  const texts = new Map<string, string>();
  for (const node of nodes) {
    const company = Typed.safeParse(node).success ? parseEvidence(BuyerNode, node) : null;
    if (company) texts.set(company.orderId, company.text);
  }
  return texts;
}

/** A denial of the whole list is one of each order. */
function isAbout({ path }: AccessDenial, place: number): boolean {
  return path === 'nodes' || path === `nodes.${place}` || path.startsWith(`nodes.${place}.`);
}
