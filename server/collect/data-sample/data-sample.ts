import { z } from 'zod';
import type { DataPlace, NumberSeen } from '../../../core/evidence/data-at-rest.ts';
import { atOrder } from '../../../core/evidence/derived/admin-paths.ts';
import { scanText } from '../../../core/pii/scan.ts';
import { permitted } from '../access-denied.ts';
import { defineCollector } from '../collector.ts';
import { grantedScopes, needScopes } from '../granted-scopes.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';
import { outsideText, pageInfo, parseEvidence } from '../parse-evidence.ts';
import { ORDER_TEXTS } from './order-texts-document.ts';

const SCOPES = ['read_orders'];
const MAX_ORDERS = 250;
const MAX_PAGES = 10;
/** A shop with more has a habit, not a slip: the first of them tell of it. */
const MAX_SEEN = 200;
/** Fields made for a tax number; ENC-09 speaks of numbers outside them. */
const TAX_KEY = /^(?:gst|gstin|gstno|gstnumber|pan|panno|pannumber|pancard)$/;

const OrderTexts = z.object({
  id: outsideText(100),
  name: outsideText(60),
  note: outsideText(5_000).nullable(),
  tags: z.array(outsideText(300)).max(300),
  customAttributes: z.array(z.object({ key: outsideText(300), value: outsideText(5_000).nullable() })).max(500),
});
const Page = z.object({ orders: z.object({ nodes: z.array(OrderTexts).max(50), pageInfo }) });
type OrderTexts = z.output<typeof OrderTexts>;

/**
 * Cards, Aadhaar numbers and PANs in notes, tags and attributes of the newest 250 orders, where the merchant switched it
 * on. Each text is read and let go: what stays is the kind, the place and the last four characters.
 * Source: Admin GraphQL `orders`. Customers' notes would need read_customers, which is never asked for.
 *
 * @throws {NoEvidenceYet} switched off
 */
export const dataSample = defineCollector({
  kind: 'dataSample',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: SCOPES,
  async collect({ admin, isDataSampleOn, signal }) {
    if (!(await isDataSampleOn())) throw new NoEvidenceYet('switched-off');
    needScopes(await grantedScopes(admin, signal), SCOPES);
    const seen: NumberSeen[] = [];
    let orders = 0;
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES && orders < MAX_ORDERS; page += 1) {
      const answer = permitted(await admin.query(ORDER_TEXTS, { after }, { signal }), SCOPES);
      const { nodes, pageInfo: next }: z.output<typeof Page>['orders'] = parseEvidence(Page, answer).orders;
      for (const order of nodes.slice(0, MAX_ORDERS - orders)) {
        orders += 1;
        if (seen.length < MAX_SEEN) seen.push(...numbersOn(order));
      }
      if (!next.hasNextPage) break;
      after = next.endCursor;
    }
    return { orders, customers: 0, seen: seen.slice(0, MAX_SEEN) };
  },
});

function numbersOn(order: OrderTexts): NumberSeen[] {
  const attributes = order.customAttributes.filter(
    ({ key }) => !TAX_KEY.test(key.toLowerCase().replace(/[^a-z]/g, '')),
  );
  const texts: readonly (readonly [DataPlace, string])[] = [
    ['order-note', order.note ?? ''],
    ...order.tags.map((tag) => ['order-tag', tag] as const),
    // The key says what the value is: "Tracking no: 4242…" is no card.
    ...attributes.map(({ key, value }) => ['order-attribute', `${key}: ${value ?? ''}`] as const),
  ];
  const adminPath = atOrder(order).adminPath ?? null;
  return texts.flatMap(([place, text]) =>
    scanText(text).map(({ type, lastFour }) => ({ type, place, lastFour, subject: order.name, adminPath })),
  );
}
