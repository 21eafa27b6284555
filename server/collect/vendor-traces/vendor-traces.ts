import type { ApiTrace, ApiTraceSource, TraceSourceState } from '../../../core/evidence/vendors.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import { AdminUnreachableError, EvidenceShapeError, ThrottledError } from '../../shopify/admin-errors.ts';
import { AccessDeniedError } from '../access-denied.ts';
import { atMost } from '../at-most.ts';
import { defineCollector } from '../collector.ts';
import { isGranted, ownInstallation } from '../granted-scopes.ts';
import { METAFIELD_TRACES, METAOBJECT_TRACES } from './custom-data.ts';
import { CARRIER_TRACES, FULFILLMENT_TRACES } from './delivery-services.ts';
import { joined } from './fold-traces.ts';
import { DISCOUNT_TRACES, FUNCTION_TRACES } from './functions.ts';
import { ORDER_TRACES } from './orders.ts';
import { ATTRIBUTION_TRACES, CHANNEL_TRACES, PUBLICATION_TRACES } from './sales-channels.ts';
import type { Told, TraceGroup, TracePart } from './trace-group.ts';

/** Every source but 'cart-transforms': what Shopify tells of one names no app, so no scope is asked for it. */
const GROUPS: readonly TraceGroup[] = [
  ORDER_TRACES,
  CHANNEL_TRACES,
  PUBLICATION_TRACES,
  ATTRIBUTION_TRACES,
  DISCOUNT_TRACES,
  ...FUNCTION_TRACES,
  CARRIER_TRACES,
  FULFILLMENT_TRACES,
  METAFIELD_TRACES,
  METAOBJECT_TRACES,
];

const AT_ONCE = 3;

type Outcome =
  | ({ readonly state: 'read' } & Told)
  | { readonly state: 'not-permitted'; readonly missing: readonly string[] }
  | { readonly state: 'failed'; readonly error: Error };

/**
 * What the Admin API tells of other apps. Each source is asked by itself and may fail alone: what was not granted is not
 * asked, and named with the scopes that are missing. A source that is read in part says so, and names what would open
 * the rest. What Prahari itself made is no trace of another.
 *
 * @throws {ThrottledError} and the other errors of AdminApi, where no source could be asked at all
 */
export const vendorTraces = defineCollector({
  kind: 'vendorTraces',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  async collect({ admin, signal }) {
    const { scopes: granted, appId: ours } = await ownInstallation(admin, signal);
    const parts = GROUPS.flatMap((group) => group.parts.map((part) => ({ group, part })));
    const told = await atMost(AT_ONCE, parts, async ({ group, part }) => ({
      group,
      outcome: await ask(part, admin, granted, signal),
    }));
    const failed = told.flatMap(({ outcome }) => (outcome.state === 'failed' ? outcome.error : []));
    const [first] = failed;
    if (first && !told.some(({ outcome }) => outcome.state === 'read')) throw first;

    const sources: TraceSourceState[] = [];
    const traces: ApiTrace[] = [];
    for (const group of GROUPS) {
      const outcomes = told.filter((one) => one.group === group).map(({ outcome }) => outcome);
      sources.push(...group.sources.map((source) => stateOf(source, outcomes)));
      traces.push(...joined(outcomes.flatMap((one) => (one.state === 'read' ? one.traces : []))));
    }
    return { sources, traces: traces.filter(({ appId }) => appId === null || appId !== ours) };
  },
});

async function ask(
  part: TracePart,
  admin: AdminApi,
  granted: readonly string[],
  signal: AbortSignal,
): Promise<Outcome> {
  const missing = part.scopes.filter((scope) => !isGranted(granted, scope));
  if (missing.length > 0) return { state: 'not-permitted', missing };
  try {
    return { state: 'read', ...(await part.ask(admin, signal)) };
  } catch (error) {
    // Nothing is missing, and it is refused all the same: no scope that a merchant could grant opens it.
    if (error instanceof AccessDeniedError) return { state: 'not-permitted', missing: [] };
    if (isOfThisQuestion(error)) return { state: 'failed', error };
    throw error;
  }
}

function isOfThisQuestion(error: unknown): error is Error {
  return (
    error instanceof ThrottledError || error instanceof AdminUnreachableError || error instanceof EvidenceShapeError
  );
}

function stateOf(source: ApiTraceSource, outcomes: readonly Outcome[]): TraceSourceState {
  const read = outcomes.filter((one) => one.state === 'read');
  const missing = outcomes.flatMap((one) => (one.state === 'not-permitted' ? one.missing : []));
  const isRefused = outcomes.every(({ state }) => state === 'not-permitted');
  return {
    source,
    state: read.length > 0 ? 'read' : isRefused ? 'not-permitted' : 'failed',
    missingScopes: [...new Set(missing)],
    isPartial: read.length > 0 && (read.length < outcomes.length || read.some(({ isPartial }) => isPartial)),
  };
}
