import { z } from 'zod';

/** What the work needs of a body, and the shop that it names where its topic carries one. */
export interface WebhookFacts {
  readonly shop: string | null;
  readonly scopes: readonly string[];
  readonly requestId: string | null;
  /** The numbers in the ids of the orders that a customer's request is about, newest first. */
  readonly orders: readonly string[];
  /** Entries beside them: what is no order's id, and the oldest beyond `MOST_ORDERS`. */
  readonly ordersLeftOut: number;
}

const NO_FACTS: WebhookFacts = { shop: null, scopes: [], requestId: null, orders: [], ordersLeftOut: 0 };

/** Of one customer. */
const MOST_ORDERS = 10_000;

const id = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** A shop's own record. */
const ofShop = z
  .object({ myshopify_domain: z.string() })
  .transform((body) => ({ ...NO_FACTS, shop: body.myshopify_domain }));

/** The compliance topics; of the person in them no more is read than an id. */
const ofPrivacy = z
  .object({
    shop_domain: z.string(),
    shop_id: id,
    data_request: z.object({ id }).optional(),
    customer: z.object({ id }).optional().catch(undefined), // some have an e-mail address and no id
    orders_requested: z.unknown().optional(),
    orders_to_redact: z.unknown().optional(),
  })
  .transform(({ data_request, customer, shop_domain, ...lists }) => ({
    ...lists,
    facts: {
      ...NO_FACTS,
      shop: shop_domain,
      requestId: data_request?.id ?? (customer ? `customer ${customer.id}` : null),
    },
  }));
const ofShopRedact = ofPrivacy.transform(({ facts }) => facts);
// Each reads its own list: a body sent again under the other topic names no order.
const ofDataRequest = ofPrivacy.transform(({ facts, orders_requested }) => ({
  ...facts,
  ...ordersIn(orders_requested),
}));
const ofRedact = ofPrivacy.transform(({ facts, orders_to_redact }) => ({ ...facts, ...ordersIn(orders_to_redact) }));

const orderNumber = z.union([
  z.number().int().positive().transform(String), // beyond 2^53 digits are lost already
  z.string().regex(/^(?:gid:\/\/shopify\/Order\/)?[1-9]\d{0,19}$/),
]);

/** Whatever stands in the place of a list of orders. Numbers grow with time: the highest are the newest. */
function ordersIn(list: unknown): Pick<WebhookFacts, 'orders' | 'ordersLeftOut'> {
  const entries: unknown[] = Array.isArray(list) ? list : [list ?? []].flat();
  const read = entries.flatMap((entry) => {
    const text = orderNumber.safeParse(entry).data;
    return text === undefined ? [] : [text.slice(text.lastIndexOf('/') + 1)];
  });
  const orders = [...new Set(read)].sort((a, b) => b.length - a.length || (a < b ? 1 : -1));
  const beyond = Math.max(0, orders.length - MOST_ORDERS);
  return { orders: orders.slice(0, MOST_ORDERS), ordersLeftOut: entries.length - read.length + beyond };
}

const scopeList = z.array(z.string().max(100)).max(500);
const ofScopes = z
  .object({ current: scopeList, previous: scopeList })
  .transform(({ current }) => ({ ...NO_FACTS, scopes: current }));

/** A thing of the shop that checks read: that it changed is all we take from here, the rest is read anew. */
const ofThing = z.object({ id: z.unknown() }).transform(() => NO_FACTS);

/** The topics that Prahari subscribes to, and what each body must look like. */
export const WEBHOOK_TOPICS = {
  'app/uninstalled': ofShop,
  'app/scopes_update': ofScopes,
  'shop/update': ofShop,
  'themes/publish': ofThing,
  'locations/create': ofThing,
  'locations/update': ofThing,
  'locations/activate': ofThing,
  'locations/deactivate': ofThing,
  'locations/delete': ofThing,
  'domains/create': ofThing,
  'domains/update': ofThing,
  'domains/destroy': ofThing,
  'customers/data_request': ofDataRequest,
  'customers/redact': ofRedact,
  'shop/redact': ofShopRedact,
} as const satisfies Record<string, z.ZodType<WebhookFacts>>;

export type WebhookTopic = keyof typeof WEBHOOK_TOPICS;
export const isWebhookTopic = (topic: string): topic is WebhookTopic => Object.hasOwn(WEBHOOK_TOPICS, topic);
