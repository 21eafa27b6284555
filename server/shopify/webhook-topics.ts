import { z } from 'zod';

/** What the work needs of a body, and the shop that it names where its topic carries one. */
export interface WebhookFacts {
  readonly shop: string | null;
  readonly scopes: readonly string[];
  readonly requestId: string | null;
}

const NO_FACTS: WebhookFacts = { shop: null, scopes: [], requestId: null };
const id = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String);

/** A shop's own record. */
const ofShop = z
  .object({ myshopify_domain: z.string() })
  .transform((body) => ({ ...NO_FACTS, shop: body.myshopify_domain }));

/** The compliance topics; the person in them is not read. */
const ofPrivacy = z
  .object({
    shop_domain: z.string(),
    shop_id: id,
    data_request: z.object({ id }).optional(),
    customer: z.object({ id }).optional(),
  })
  .transform(({ shop_domain, data_request, customer }) => ({
    ...NO_FACTS,
    shop: shop_domain,
    requestId: data_request?.id ?? (customer ? `customer ${customer.id}` : null),
  }));

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
  'customers/data_request': ofPrivacy,
  'customers/redact': ofPrivacy,
  'shop/redact': ofPrivacy,
} as const satisfies Record<string, z.ZodType<WebhookFacts>>;

export type WebhookTopic = keyof typeof WEBHOOK_TOPICS;
export const isWebhookTopic = (topic: string): topic is WebhookTopic => Object.hasOwn(WEBHOOK_TOPICS, topic);
