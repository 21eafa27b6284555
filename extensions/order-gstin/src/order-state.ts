import type { BuyerOrderState } from '../../../core/api/buyer-gstin.ts';
import type { AdminApi } from '../../shared/admin-api.ts';
import { orderStateIn } from '../../shared/buyer-answers.ts';

/** Which order, and what shows that it is the buyer's: its random number, or null where the token names him. */
export interface OwnOrder {
  readonly orderId: string;
  readonly confirmation: string | null;
}

/** An order that was placed a moment ago may not stand yet: Shopify makes it behind the thank-you page. */
const NEW_ORDER_PAUSES_MS = [2_000, 5_000, 10_000] as const;

/** Whether there is anything to ask the buyer. Null: no, or nobody knows; then nothing is shown. */
export async function askState(
  api: Pick<AdminApi, 'get'>,
  { orderId, confirmation }: OwnOrder,
  { isNew, pause = pauseOf }: { readonly isNew: boolean; readonly pause?: (ms: number) => Promise<void> },
): Promise<BuyerOrderState | null> {
  const query = new URLSearchParams({ order: orderId, ...(confirmation !== null && { confirmation }) });
  const path = `/orders/gstin?${query.toString()}`;
  let answer = await api.get<BuyerOrderState>(path);
  for (const ms of isNew ? NEW_ORDER_PAUSES_MS : []) {
    if (answer.kind !== 'gone') break;
    await pause(ms);
    answer = await api.get<BuyerOrderState>(path);
  }
  const state = orderStateIn(answer);
  return state?.mayGive ? state : null;
}

function pauseOf(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
