import { lawWith } from '../../gst/law.ts';
import type { LawChanges } from '../../gst/law.ts';
import type { Location, Registration } from '../kinds.ts';
import type { CompanyBuyer, OrderBook } from '../orders.ts';
import type { RegistryEntry } from '../registry.ts';
import type { TaxProfile } from '../tax-profile.ts';
import { compositionGstins } from './composition-gstins.ts';
import { buyerNumbersOf, companyTextsByOrder } from './buyer-gstins.ts';
import { orderTax } from './order-tax.ts';
import type { JudgedOrder, OrderTaxResult, SellerPlaces } from './order-tax.ts';
import { titleReader } from './order-tax-titles.ts';
import { registeredStates } from './registered-states.ts';
import { stateOfArea } from './state-of-area.ts';

/** What the tax of orders is judged from. What is optional may be missing: then it is judged without. */
export interface OrderTaxEvidence {
  readonly orders: OrderBook;
  readonly locations: readonly Location[];
  readonly registrations: readonly Registration[];
  readonly law: LawChanges;
  readonly taxProfile?: TaxProfile;
  readonly registry?: readonly RegistryEntry[];
  readonly companyBuyers?: readonly CompanyBuyer[];
}

/** Several checks ask about the same orders: each set of evidence is judged once. */
const JUDGED = new WeakMap<
  OrderBook,
  { readonly evidence: OrderTaxEvidence; readonly results: readonly OrderTaxResult[] }
>();

/** Every order with its verdict, oldest first. Linear in lines and tax lines. */
export function orderTaxes(evidence: OrderTaxEvidence): readonly OrderTaxResult[] {
  const before = JUDGED.get(evidence.orders);
  if (before && isSame(before.evidence, evidence)) return before.results;
  const seller = sellerPlaces(evidence);
  const companyTexts = companyTextsByOrder(evidence.companyBuyers);
  const results = evidence.orders.orders.map((order) =>
    orderTax(order, buyerNumbersOf(order, companyTexts.get(order.id)), seller),
  );
  JUDGED.set(evidence.orders, { evidence, results });
  return results;
}

/** Those of them that could be judged. */
export function judgedOrders(evidence: OrderTaxEvidence): JudgedOrder[] {
  return orderTaxes(evidence).filter((result) => result.isJudged);
}

/** Whether any order in rupees is there that was not cancelled. */
export function hasOrdersToJudge({ orders }: OrderBook): boolean {
  return orders.some(({ isCancelled, currencyCode }) => !isCancelled && currencyCode === 'INR');
}

function isSame(a: OrderTaxEvidence, b: OrderTaxEvidence): boolean {
  return (
    a.locations === b.locations &&
    a.registrations === b.registrations &&
    a.law === b.law &&
    a.taxProfile === b.taxProfile &&
    a.registry === b.registry &&
    a.companyBuyers === b.companyBuyers
  );
}

/** What each order is judged against: the seller's places, registrations and scheme, and the law. */
export function sellerPlaces(evidence: Omit<OrderTaxEvidence, 'orders' | 'companyBuyers'>): SellerPlaces {
  const { locations, registrations, taxProfile, law } = evidence;
  const states = [...registeredStates(registrations)];
  const [firstState = null] = states;
  const composition = new Set(compositionGstins(evidence).map(({ state }) => state));
  const isUnregistered = taxProfile?.isUnregistered === true && registrations.length === 0;
  return {
    stateOfLocation: new Map(locations.map(({ id, address }) => [id, stateOfArea(address)])),
    onlyState: states.length === 1 ? firstState : null,
    kindIn: (state) => (isUnregistered ? 'unregistered' : composition.has(state) ? 'composition' : 'regular'),
    law: lawWith(law),
    headOf: titleReader(),
  };
}
