import { SCRIPT_PLACES, type ScriptPlace } from '../data/vendor-risk.ts';
import type { VendorKind } from '../data/vendor-papers.ts';
import { knownVendor } from '../data/vendor-hosts.ts';
import type { EvidenceByKind } from '../evidence/kinds.ts';
import type { AppRecord } from '../evidence/vendors.ts';
import { originOfHost, ownDomains } from '../scripts/origins.ts';
import { visibleText } from '../visible-text.ts';
import { unitedApps } from './found-by-entry.ts';
import { keyKind, keyTail, sortedKeys } from './keys.ts';
import { pageTraces } from './page-traces.ts';
import { tracesByVendor } from './same-vendor.ts';
import { apiTraces, themeTraces, type VendorTrace } from './traces.ts';
import { TRACE_STRENGTHS, type FoundTrace, type FoundVendor, type TraceSource } from './vendor.ts';

/** What traces of vendors are read from. What is not there leaves none. */
export type TraceEvidence = Partial<
  Pick<EvidenceByKind, 'theme' | 'storefront' | 'domains' | 'vendorTraces' | 'scriptBook'>
>;

const LONGEST_PLACE = 200;
const LONGEST_VENDOR_NAME = 120;
const MOST_TRACES = 100;
const MOST_HOSTS = 20;

const SERVICES: ReadonlySet<TraceSource> = new Set(['carrier-services', 'fulfillment-services']);

/** Everybody of whom there is a trace, one row a vendor, by key. Shopify's own parts are among them, marked. */
export function foundVendors(evidence: TraceEvidence): readonly FoundVendor[] {
  const { theme, storefront, domains, vendorTraces, scriptBook } = evidence;
  const own = ownDomains(domains, storefront);
  const traces = [
    ...(theme ? themeTraces(theme, (host) => originOfHost(host, own) === 'vendor') : []),
    ...pageTraces({ ...(storefront && { storefront }), theme, domains, scriptBook }),
    ...apiTraces(vendorTraces?.traces ?? []),
  ];
  return tracesByVendor(traces)
    .map(vendorOf)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function vendorOf(traces: readonly VendorTrace[]): FoundVendor {
  const keys = sortedKeys(traces.flatMap((trace) => trace.keys));
  const app = unitedApps(traces.flatMap((trace) => trace.app ?? []));
  const isPlatform = traces.some((trace) => trace.isPlatform);
  return {
    key: keys[0] ?? '',
    keys,
    name: nameOf(traces, keys, app),
    kind: kindOf(traces, keys, app),
    isRecognised: isPlatform || app !== null || keys.some(isKnown) || traces.some(isNamedByShopify),
    isPlatform,
    app,
    hosts: [...new Set(traces.flatMap(({ host }) => host ?? []))].sort().slice(0, MOST_HOSTS),
    scripts: farthest(traces),
    traces: shown(traces),
    strength: TRACE_STRENGTHS.find((strength) => traces.some((trace) => trace.strength === strength)) ?? 'weak',
    isActive: traces.some(({ isActive }) => isActive),
  };
}

/** Anybody may put files on a public library host, so that host's row says nothing of whose code it is. */
function isKnown(key: string): boolean {
  const row = knownVendor(key);
  return row !== null && row.isSharedHost !== true;
}

/** Shopify told number and title of the app, as its list has them. */
const isNamedByShopify = ({ keys, isCalled }: VendorTrace): boolean =>
  isCalled.length > 0 && keys.some((key) => keyKind(key) === 'appid');

function nameOf(traces: readonly VendorTrace[], keys: readonly string[], app: AppRecord | null): string {
  const known = keys.map(knownVendor).find((row) => row !== null);
  const told = traces.find(({ name, joinsBy, isCalled }) => name !== null && (isCalled.length > 0 || joinsBy !== null));
  const service = traces.find(({ name }) => name !== null);
  const [key = ''] = keys;
  const tail = keyKind(key) === 'appid' ? `App ${keyTail(key)}` : keyTail(key);
  const name = known?.name ?? app?.title ?? told?.name ?? service?.name ?? tail;
  return [...visibleText(name).trim()].slice(0, LONGEST_VENDOR_NAME).join('');
}

function kindOf(traces: readonly VendorTrace[], keys: readonly string[], app: AppRecord | null): VendorKind {
  if (traces.some(({ source }) => source === 'gateways')) return 'payment-gateway';
  if (app?.madeBy === 'merchant') return 'custom-app';
  if (keys.some((key) => ['app', 'appid', 'name', 'channel', 'proxy', 'platform'].includes(keyKind(key) ?? '')))
    return 'app';
  return traces.some(({ source }) => SERVICES.has(source)) ? 'service' : 'script';
}

function farthest(traces: readonly VendorTrace[]): ScriptPlace {
  const far = Math.max(...traces.map(({ scripts }) => SCRIPT_PLACES.indexOf(scripts)));
  return SCRIPT_PLACES[far] ?? 'none';
}

/** Each place once, the strongest first; the hundred surest. */
function shown(traces: readonly VendorTrace[]): FoundTrace[] {
  const places = new Map<string, FoundTrace>();
  for (const { source, strength, isActive, count, ...trace } of traces) {
    const place = [...visibleText(trace.place)].slice(0, LONGEST_PLACE).join('');
    const key = JSON.stringify([source, place, strength]);
    const before = places.get(key);
    if (before) places.set(key, { ...before, isActive: before.isActive || isActive, count: before.count + count });
    else places.set(key, { source, strength, place, isActive, count });
  }
  const rank = ({ strength }: FoundTrace) => TRACE_STRENGTHS.indexOf(strength);
  return [...places.entries()]
    .sort(([a, one], [b, other]) => rank(one) - rank(other) || (a < b ? -1 : 1))
    .slice(0, MOST_TRACES)
    .map(([, trace]) => trace);
}
