import type { OrderGstRow } from '../../core/api/order-gst.ts';

/** extensions/check-order-gst/schema.graphql: what a workflow may branch on. English, as Flow is. */
export interface OrderGstResult {
  readonly verdict: OrderGstRow['result'];
  readonly differenceRupees: number;
  readonly reason: string;
}

/** extensions/start-recheck/schema.graphql. */
export interface RecheckResult {
  readonly started: boolean;
  /** "running": one goes on already. "too-many": the hour's budget is spent. "closed": we may not read the shop now. */
  readonly reason: 'started' | 'running' | 'too-many' | 'closed';
}

export type ActionResult = OrderGstResult | RecheckResult;

export function orderGstResult({
  result,
  differencePaise,
  sentence,
}: Pick<OrderGstRow, 'result' | 'differencePaise' | 'sentence'>): OrderGstResult {
  return { verdict: result, differenceRupees: differencePaise / 100, reason: sentence.en };
}

const notJudged = (reason: string): OrderGstResult => ({ verdict: 'not-judged', differenceRupees: 0, reason });

export const NO_ACCESS = notJudged('Prahari has no access to this shop now. Open it once from the Shopify admin.');
export const NOT_READ = notJudged('The order could not be read. Open it in Prahari and check it there.');
