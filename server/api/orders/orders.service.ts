import type { AlertSummary } from '../../../core/api/alerts.ts';
import type { OrderGst, OrdersGst } from '../../../core/api/order-gst.ts';
import { checkById } from '../../../core/checks/index.ts';
import { findingText } from '../../../core/finding-text.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import type { Language, Text } from '../../../core/text.ts';
import { NotFoundError } from '../../errors.ts';
import type { OrderGstReader, OrderRead } from '../../order-gst/order-gst-reader.ts';
import type { AlertFilter } from '../../shop/alerts.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type OrderService = ReturnType<typeof orderService>;

/** Orders judged one by one, where the merchant looks at them. */
export function orderService({
  orders,
  alerts,
  ...deps
}: CheckSoonDeps & {
  readonly orders: OrderGstReader;
  readonly alerts: { all(shop: string, filter: AlertFilter): Promise<readonly AlertSummary[]> };
}) {
  async function present({ shop, role }: Merchant, read: OrderRead | null): Promise<OrderGst> {
    if (!read) throw new NotFoundError('Prahari sees no such order in this shop.');
    const subject = `gid://shopify/Order/${read.id}`;
    const filter = { status: ['open'], severity: SEVERITIES, area: null, check: [], q: '', sort: 'severity' } as const;
    const open = await alerts.all(shop, { ...filter, subject });
    return {
      ...read,
      alerts: open.map((alert) => ({ id: alert.id, severity: alert.severity, sentence: sentenceOf(alert) })),
      mayCheck: role !== 'viewer',
    };
  }

  return {
    /**
     * @throws {NotFoundError} the shop has no such order, or Shopify shows it no more
     * @throws the errors of AdminApi
     */
    read: async (merchant: Merchant, id: string): Promise<OrderGst> =>
      present(merchant, await orders.one(merchant.shop, id)),

    /** @throws the errors of AdminApi */
    readMany: (merchant: Merchant, ids: readonly string[]): Promise<OrdersGst> => orders.many(merchant.shop, ids),

    /**
     * Reads the order anew and has the buyer's number looked up; the shop's check follows.
     *
     * @throws {NotFoundError} the shop has no such order, or Shopify shows it no more
     * @throws the errors of AdminApi
     */
    async check(merchant: Merchant, id: string): Promise<OrderGst> {
      requireRole(merchant, 'manager');
      const answer = await present(merchant, await orders.oneAnew(merchant.shop, id));
      // At most one check for all orders that are asked for within its minute.
      await checkSoon(deps, merchant.shop, { topic: 'orders', change: minuteOf(answer.asOf) });
      return answer;
    },
  };
}

/** "2026-11-23T06:30" */
const minuteOf = (asOf: string) => asOf.slice(0, 16);

/** As the alerts page says it; the check's title where the message is gone. */
function sentenceOf({ checkId, messageId, data }: AlertSummary): Text {
  const check = checkById(checkId);
  const words = check?.messages[messageId] ?? check?.title;
  const say = (language: Language) => (words ? findingText(words, data, language) : checkId);
  return { en: say('en'), hi: say('hi') };
}
