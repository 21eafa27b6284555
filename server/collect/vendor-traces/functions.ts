import { z } from 'zod';
import type { ApiTraceSource } from '../../../core/evidence/vendors.ts';
import { permitted } from '../access-denied.ts';
import { parseEvidence } from '../parse-evidence.ts';
import { appInAnswer, firstPage } from './app-in-answer.ts';
import { foldTraces } from './fold-traces.ts';
import {
  TRACE_DELIVERY_CUSTOMIZATIONS,
  TRACE_DISCOUNTS,
  TRACE_PAYMENT_CUSTOMIZATIONS,
  TRACE_VALIDATIONS,
} from './trace-documents.ts';
import type { TraceGroup } from './trace-group.ts';

const Function = z.object({ enabled: z.boolean(), shopifyFunction: z.object({ app: appInAnswer }) });

/** Code of an app that Shopify runs in the cart or at the checkout. Whether other apps' are told is not documented. */
function functionTraces(source: ApiTraceSource, root: string, document: string, scope: string): TraceGroup {
  const Answer = z.object({ [root]: firstPage(Function) });
  return {
    sources: [source],
    parts: [
      {
        scopes: [scope],
        async ask(admin, signal) {
          const answer = parseEvidence(Answer, permitted(await admin.query(document, {}, { signal }), [scope]));
          const { nodes = [], pageInfo } = answer[root] ?? {};
          const seen = nodes.map(({ enabled, shopifyFunction: { app } }) => ({ ...app, isActive: enabled }));
          return { traces: foldTraces(source, seen), isPartial: pageInfo?.hasNextPage ?? false };
        },
      },
    ],
  };
}

/** Source: `deliveryCustomizations`, `paymentCustomizations`, `validations`, each with `shopifyFunction.app`. */
export const FUNCTION_TRACES: readonly TraceGroup[] = [
  functionTraces(
    'delivery-customizations',
    'deliveryCustomizations',
    TRACE_DELIVERY_CUSTOMIZATIONS,
    'read_delivery_customizations',
  ),
  functionTraces(
    'payment-customizations',
    'paymentCustomizations',
    TRACE_PAYMENT_CUSTOMIZATIONS,
    'read_payment_customizations',
  ),
  functionTraces('validations', 'validations', TRACE_VALIDATIONS, 'read_validations'),
];

const DISCOUNT_SCOPES = ['read_discounts'];
const Discounts = z.object({ appDiscountTypesNodes: firstPage(z.object({ app: appInAnswer })) });

/** Kinds of discounts that apps bring along. Source: `appDiscountTypesNodes`. */
export const DISCOUNT_TRACES: TraceGroup = {
  sources: ['discounts'],
  parts: [
    {
      scopes: DISCOUNT_SCOPES,
      async ask(admin, signal) {
        const answer = permitted(await admin.query(TRACE_DISCOUNTS, {}, { signal }), DISCOUNT_SCOPES);
        const { nodes, pageInfo } = parseEvidence(Discounts, answer).appDiscountTypesNodes;
        const traces = foldTraces(
          'discounts',
          nodes.map(({ app }) => app),
        );
        return { traces, isPartial: pageInfo.hasNextPage };
      },
    },
  ],
};
