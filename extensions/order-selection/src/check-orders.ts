import type { OrderGstRow, OrdersGst } from '../../../core/api/order-gst.ts';
import { digitsOf } from '../../shared/admin-api.ts';
import type { AdminApi, Failure, FailureKind } from '../../shared/admin-api.ts';

/** As many as one call of the server may name, in all; of a longer selection these are the first. */
export const MOST_ORDERS = 250;
/** Few enough for an answer within the time-out, so that progress can be told. */
export const PACK = 50;

export interface CheckedOrders {
  readonly rows: readonly OrderGstRow[];
  /** Ids that were asked for and of which nothing is known. */
  readonly unread: readonly string[];
  /** Why, of the last that could not be read; null: all were. */
  readonly failure: Failure | null;
}

/** With these the next pack would fare no better, and would cost a wait or a limit. */
const STOPS_ALL: readonly FailureKind[] = ['offline', 'signed-out', 'denied', 'busy'];

/** Digits of the orders in a selection, each once, in its order: those to be checked, and how many go beyond. */
export function selectedOrders(selected: readonly { readonly id: string }[]): {
  readonly ids: readonly string[];
  readonly beyond: number;
} {
  const digits = new Set(selected.map(({ id }) => digitsOf(id)).filter((id) => id !== null));
  const all = [...digits];
  return { ids: all.slice(0, MOST_ORDERS), beyond: Math.max(0, all.length - MOST_ORDERS) };
}

/** Checks orders in packs, one after the other. A pack that cannot be read leaves the others as they are. */
export async function checkOrders(
  ids: readonly string[],
  { api, onProgress }: { readonly api: Pick<AdminApi, 'post'>; readonly onProgress: (done: number) => void },
): Promise<CheckedOrders> {
  const rows: OrderGstRow[] = [];
  const unread: string[] = [];
  let failure: Failure | null = null;
  for (let from = 0; from < ids.length; from += PACK) {
    const pack = ids.slice(from, from + PACK);
    const answer = await api.post<OrdersGst>('/orders/gst', { ids: pack });
    const known = answer.kind === 'ok' ? rowsById(answer.value) : new Map<string, OrderGstRow>();
    for (const id of pack) {
      const row = known.get(id);
      if (row) rows.push(row);
      else unread.push(id);
    }
    if (answer.kind !== 'ok') failure = answer;
    else if (known.size < pack.length) failure = { kind: 'fault', retryAfterS: null, problem: null };
    if (failure !== null && STOPS_ALL.includes(failure.kind)) {
      unread.push(...ids.slice(from + PACK));
      break;
    }
    onProgress(from + pack.length);
  }
  return { rows, unread, failure };
}

/** What was read before together with what could be read now. */
export function joined(before: CheckedOrders, now: CheckedOrders): CheckedOrders {
  return { ...now, rows: [...before.rows, ...now.rows] };
}

function rowsById({ orders }: OrdersGst): Map<string, OrderGstRow> {
  const rows = Array.isArray(orders) ? (orders as readonly OrderGstRow[]) : [];
  return new Map(rows.map((row) => [digitsOf(row.id) ?? row.id, row]));
}
