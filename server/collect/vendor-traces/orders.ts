import { z } from 'zod';
import { permitted } from '../access-denied.ts';
import { instant, outsideText, parseEvidence } from '../parse-evidence.ts';
import { firstPage } from './app-in-answer.ts';
import { foldTraces, type SeenThing } from './fold-traces.ts';
import { appNumber, outsideName } from './outside-names.ts';
import { TRACE_ORDERS } from './trace-documents.ts';
import type { TraceGroup } from './trace-group.ts';

const SCOPES = ['read_orders'];
/** An order is paid in one way, seldom in two. */
const MAX_GATEWAYS = 20;

const Answer = z.object({
  orders: firstPage(
    z.object({
      createdAt: instant,
      app: z.object({ id: outsideText(200), name: outsideText(2_000) }).nullable(),
      paymentGatewayNames: z.array(outsideText(2_000)).transform((names) => names.slice(0, MAX_GATEWAYS)),
    }),
  ),
});

/**
 * Which app made each of the newest 250 orders, and through whom they were paid; test orders tell nothing of trade.
 * Source: `Order.app`, `Order.paymentGatewayNames`.
 */
export const ORDER_TRACES: TraceGroup = {
  sources: ['orders', 'gateways'],
  parts: [
    {
      scopes: SCOPES,
      async ask(admin, signal) {
        const { orders } = parseEvidence(Answer, permitted(await admin.query(TRACE_ORDERS, {}, { signal }), SCOPES));
        const apps: SeenThing[] = [];
        const gateways: SeenThing[] = [];
        for (const { createdAt: lastAt, app, paymentGatewayNames } of orders.nodes) {
          if (app) apps.push({ appId: appNumber(app.id), name: outsideName(app.name), lastAt });
          for (const name of new Set(paymentGatewayNames)) gateways.push({ name: outsideName(name), lastAt });
        }
        return {
          traces: [...foldTraces('orders', apps), ...foldTraces('gateways', gateways)],
          isPartial: orders.pageInfo.hasNextPage,
        };
      },
    },
  ],
};
