import type { ApiTrace, ApiTraceSource } from '../../../core/evidence/vendors.ts';

/** What one source may tell of; a shop with more names in one place is known by the first of them. */
export const MAX_TRACES = 250;

/** One thing as Shopify told it; what is left out is not told. */
export type SeenThing = Partial<Omit<ApiTrace, 'source' | 'count'>>;

/** One trace for each app, or for each name where no app is told, in the order in which they were seen first. */
export function foldTraces(source: ApiTraceSource, things: readonly SeenThing[]): ApiTrace[] {
  const folded = new Map<string, ApiTrace>();
  for (const { name = null, handle = null, appId = null, host = null, isActive = null, lastAt = null } of things) {
    if (name === null && handle === null && appId === null && host === null) continue;
    const key = appId ?? JSON.stringify([name, handle, host]);
    const before = folded.get(key);
    if (before) {
      folded.set(key, {
        ...before,
        isActive: before.isActive === null ? isActive : before.isActive || isActive === true,
        count: before.count + 1,
        lastAt: later(before.lastAt, lastAt),
      });
    } else folded.set(key, { source, name, handle, appId, host, isActive, count: 1, lastAt });
  }
  return [...folded.values()].slice(0, MAX_TRACES);
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** The same app in the answers of several questions about one source, as one trace. */
export function joined(traces: readonly ApiTrace[]): ApiTrace[] {
  const bySource = new Map<string, ApiTrace>();
  for (const trace of traces) {
    const { source, name, handle, appId, host, lastAt, count } = trace;
    const key = JSON.stringify([source, appId ?? [name, handle, host]]);
    const before = bySource.get(key);
    const both = before && { ...before, count: before.count + count, lastAt: later(before.lastAt, lastAt) };
    bySource.set(key, both ?? trace);
  }
  return [...bySource.values()];
}
