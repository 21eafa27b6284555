import { taxAudit } from '../../core/evidence/derived/tax-audit.ts';
import type { OrderTaxEvidence } from '../../core/evidence/derived/order-tax-book.ts';
import type { Order, OrderTax } from '../../core/evidence/orders.ts';
import { stateOfZone } from '../../core/data/states.ts';
import { CHECKS } from '../../core/checks/index.ts';
import { evaluate } from '../../core/evaluate.ts';
import { AS_OF, aSnapshot, someEvidence } from '../factories.ts';
import { aLine, anOrder, anOrderArea, anOrderBook, aShippingLine, aTax } from '../gst-factories.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const ORDERS = 50_000;
const LINES = 3;
const ZONES = ['MH', 'KA', 'DL', 'GJ', 'TN', 'CH', 'WB', 'KL', 'DD', 'UP'];
const GOAL_MS = 1_000;

/**
 * The audit of fifty thousand orders of three lines, and all checks over them. The peer reads the same orders from
 * JSON, the least that any program must do with what the collector brought. Each run sees orders that no run before
 * has judged: what is remembered between checks is not counted.
 */
export async function benchTaxAudit(): Promise<BenchLine[]> {
  const evidence = bigEvidence(ORDERS);
  const audit = await medianMs(7, () => taxAudit(anew(evidence)));
  const small = bigEvidence(ORDERS / 4);
  const quarter = await medianMs(15, () => taxAudit(anew(small)));
  const all = await medianMs(5, () => evaluate(CHECKS, aSnapshot(anew(evidence)), { asOf: AS_OF }));
  const text = JSON.stringify(evidence.orders);
  const peer = await medianMs(7, () => JSON.parse(text) as unknown);
  return [
    {
      what: `tax audit of ${ORDERS} orders, ${LINES} lines each`,
      ours: ms(audit),
      peer: `JSON.parse of the orders ${ms(peer)}`,
      ratio: times(audit / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: audit < GOAL_MS,
    },
    {
      what: `tax audit of ${ORDERS} orders, again`,
      ours: ms(audit),
      peer: `a quarter of them ${ms(quarter)}`,
      ratio: times(audit / quarter),
      goal: 'linear: < 6×',
      isMet: audit / quarter < 6,
    },
    {
      what: `every check over ${ORDERS} orders`,
      ours: ms(all),
      peer: `JSON.parse of the orders ${ms(peer)}`,
      ratio: times(all / peer),
      goal: '< 5000 ms',
      isMet: all < 5_000,
    },
  ];
}

function anew(evidence: OrderTaxEvidence): OrderTaxEvidence {
  return { ...evidence, orders: { ...evidence.orders } };
}

function bigEvidence(count: number): OrderTaxEvidence {
  const { locations, registrations, taxProfile, law } = someEvidence();
  return {
    orders: anOrderBook(Array.from({ length: count }, (_, n) => bigOrder(n))),
    locations,
    registrations,
    taxProfile,
    law,
  };
}

function bigOrder(n: number): Order {
  const zone = ZONES[n % ZONES.length] ?? 'MH';
  const isHome = stateOfZone(zone) === '27';
  // Every seventh carries the wrong head, as a half-mended table has it.
  const taxes = isHome === (n % 7 !== 0) ? within() : beyond();
  return anOrder({
    id: `gid://shopify/Order/${n}`,
    name: `#${n}`,
    placedAt: new Date(Date.parse('2026-09-24T00:00:00Z') + n * 1_000).toISOString(),
    shipTo: anOrderArea(zone),
    billTo: anOrderArea(zone),
    lines: Array.from({ length: LINES }, () => aLine({ taxes })),
    shipping: [aShippingLine({ taxes })],
    invoiceNumber: `VN/26-27/${n}`,
  });
}

const within = (): OrderTax[] => [aTax('CGST', 2.5, 2_500), aTax('SGST', 2.5, 2_500)];
const beyond = (): OrderTax[] => [aTax('IGST', 5, 5_000)];
