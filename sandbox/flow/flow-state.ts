import type { ShopState } from '../shops/shop-state.ts';
import { flowToml } from './flow-tomls.ts';

/** What the shop's workflows were started with. */
export interface FlowState {
  /** Oldest first, the newest two hundred. */
  runs: FlowRun[];
  /** Every run is refused, as when the trigger was never deployed. */
  isRefusing: boolean;
}

export interface FlowRun {
  readonly at: string;
  readonly handle: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const KEPT = 200;
const MAX_PAYLOAD_BYTES = 50_000;

export function flowOf(shop: ShopState): FlowState {
  return (shop.flow ??= { runs: [], isRefusing: false });
}

/** Keeps a run; the words of a refusal where Shopify would refuse it. */
export function receiveRun(shop: ShopState, { at, handle, payload }: FlowRun): string | null {
  const flow = flowOf(shop);
  const fields = flowToml('flow_trigger', handle)?.keys;
  if (flow.isRefusing || !fields) return `Trigger with handle ${handle} was not found`;
  if (Buffer.byteLength(JSON.stringify(payload)) >= MAX_PAYLOAD_BYTES) return 'Payload is too large';
  const missing = fields.find((field) => !Object.hasOwn(payload, field));
  const unknown = Object.keys(payload).find((field) => !fields.includes(field));
  if (missing !== undefined) return `Payload is missing ${missing}`;
  if (unknown !== undefined) return `Payload has an unknown field ${unknown}`;
  flow.runs.push({ at, handle, payload });
  flow.runs.splice(0, flow.runs.length - KEPT);
  return null;
}
