import { isManualPayment, isShopifyPayment } from '../data/vendor-hosts/payment-names.ts';
import { platformApp } from '../data/platform-apps.ts';
import type { ScriptPlace } from '../data/vendor-risk.ts';
import type { MainTheme } from '../evidence/kinds.ts';
import type { ApiTrace, ApiTraceSource, AppRecord, VendorKey } from '../evidence/vendors.ts';
import { appIdKey, appKeys, foldedName, gatewayKeys, hostKey, nameKey } from './keys.ts';
import type { FoundTrace, TraceSource, TraceStrength } from './vendor.ts';

/** One trace, and what it tells of whose it is. */
export interface VendorTrace extends FoundTrace {
  /** Each of them leads to the same vendor. */
  readonly keys: readonly VendorKey[];
  /** A name as Shopify or the app wrote it; null: only the keys tell. */
  readonly name: string | null;
  readonly host: string | null;
  readonly isPlatform: boolean;
  readonly app: AppRecord | null;
  readonly scripts: ScriptPlace;
  /** Of a trace that has nothing but a name: the kind of name. It joins the one vendor that is surely called so. */
  readonly joinsBy: NameKind | null;
  /** Names of that kind that this trace is sure of. */
  readonly isCalled: readonly string[];
}

/** Names are compared within one kind alone: an app's title says nothing of a courier service of that name. */
export type NameKind = 'app' | 'channel';

/** How sure a trace is of its owner. Source: own reading of what each place shows, and who may write there. */
const STRENGTHS: Readonly<Record<TraceSource, TraceStrength>> = {
  orders: 'strong',
  gateways: 'strong',
  channels: 'medium',
  publications: 'medium',
  'order-attributions': 'weak',
  discounts: 'strong',
  'delivery-customizations': 'strong',
  'payment-customizations': 'strong',
  validations: 'strong',
  'cart-transforms': 'strong',
  'carrier-services': 'strong',
  'fulfillment-services': 'strong',
  metafields: 'medium',
  metaobjects: 'strong',
  'theme-embed': 'strong',
  'theme-block': 'strong',
  'theme-script': 'medium',
  'page-script': 'medium',
  'page-frame': 'medium',
  'page-form': 'medium',
  'app-proxy': 'weak',
  beacon: 'medium',
};

const CHANNEL_SOURCES: ReadonlySet<ApiTraceSource> = new Set(['channels', 'publications', 'order-attributions']);
/** There the handle is the app's; elsewhere it is a name that the app gave to a thing of its own. */
const OTHER_HANDLES: ReadonlySet<ApiTraceSource> = new Set(['order-attributions', 'fulfillment-services']);

/** A trace of that source without any special mark. */
export function traceOf(
  source: TraceSource,
  place: string,
  keys: readonly VendorKey[],
  more: Partial<VendorTrace> = {},
): VendorTrace {
  return {
    ...{ source, strength: STRENGTHS[source], place, keys, isActive: true, count: 1, name: null, host: null },
    ...{ isPlatform: false, app: null, scripts: 'none', joinsBy: null, isCalled: [] },
    ...more,
  };
}

/** What the theme's files place and load. `isForeign`: neither Shopify's host nor the shop's. */
export function themeTraces(theme: MainTheme, isForeign: (host: string) => boolean): VendorTrace[] {
  const records = new Map((theme.apps ?? []).map(({ handle, record }) => [foldedName(handle), record] as const));
  const traces: VendorTrace[] = [];
  for (const { filename, resources, appBlocks = [] } of theme.files) {
    for (const { appHandle, blockHandle, isEmbed, isDisabled } of appBlocks) {
      const app = records.get(foldedName(appHandle)) ?? null;
      const platform = platformApp({ appId: app?.appId ?? null, handle: appHandle, name: null });
      traces.push(
        traceOf(
          isEmbed ? 'theme-embed' : 'theme-block',
          `${filename}: ${blockHandle}`,
          [...(platform ? [platformKey(platform.name)] : []), ...appKeys(appHandle), ...recordKeys(app)],
          {
            ...{ isActive: !isDisabled, name: app?.title ?? null, app, scripts: isDisabled ? 'none' : 'storefront' },
            ...{ isPlatform: platform !== null || app?.madeBy === 'shopify', isCalled: app ? [app.title] : [] },
          },
        ),
      );
    }
    for (const { element, host, path } of resources) {
      if (!isForeign(host)) continue;
      if (element === 'script') {
        traces.push(traceOf('theme-script', filename, [hostKey(host)], { host, scripts: 'storefront' }));
      } else if (element === 'iframe')
        traces.push(traceOf('page-frame', `${filename}: ${path}`, [hostKey(host)], { host }));
      else if (element === 'form') traces.push(traceOf('page-form', `${filename}: ${path}`, [hostKey(host)], { host }));
    }
  }
  return traces;
}

/** What the Admin API told. Ways to pay without a provider leave none. */
export function apiTraces(traces: readonly ApiTrace[]): VendorTrace[] {
  return traces.flatMap((trace) => apiTrace(trace) ?? []);
}

function apiTrace(trace: ApiTrace): VendorTrace | null {
  const { source, name, host, isActive, count } = trace;
  const shared = { isActive: isActive ?? true, count, name, host };
  const place = name ?? trace.handle ?? host ?? trace.appId ?? '';
  if (source === 'gateways') return gatewayTrace(place, shared);
  if (source === 'carrier-services' || source === 'fulfillment-services') {
    // The name is the app's own word, so it counts with the host alone: another host under that name is another firm.
    const called = nameKey(source === 'carrier-services' ? 'carrier' : 'fulfilment', `${place} ${host ?? ''}`);
    return traceOf(source, place, [...(host === null ? [] : [hostKey(host)]), called], shared);
  }
  const handle = OTHER_HANDLES.has(source) ? null : trace.handle;
  const platform = platformApp({ appId: trace.appId, handle: trace.handle, name });
  if (platform) {
    const keys = [platformKey(platform.name), ...(trace.appId === null ? [] : [appIdKey(trace.appId)])];
    return traceOf(source, place, keys, { ...shared, isPlatform: true });
  }
  const kind: NameKind = CHANNEL_SOURCES.has(source) ? 'channel' : 'app';
  const sure = [...(handle === null ? [] : appKeys(handle)), ...(trace.appId === null ? [] : [appIdKey(trace.appId)])];
  if (host !== null) sure.push(hostKey(host));
  if (sure.length > 0) return traceOf(source, place, sure, { ...shared, isCalled: name === null ? [] : [name] });
  return traceOf(source, place, [nameKey(kind === 'app' ? 'name' : 'channel', place)], { ...shared, joinsBy: kind });
}

function gatewayTrace(name: string, shared: Partial<VendorTrace>): VendorTrace | null {
  if (isManualPayment(name)) return null;
  if (isShopifyPayment(name)) {
    const payments = { ...shared, name: 'Shopify Payments', isPlatform: true };
    return traceOf('gateways', name, [platformKey('Shopify Payments')], payments);
  }
  return traceOf('gateways', name, gatewayKeys(name), shared);
}

const platformKey = (name: string): VendorKey => `platform:${foldedName(name).replaceAll(' ', '-')}`;

const recordKeys = (app: AppRecord | null): VendorKey[] =>
  app === null ? [] : [...appKeys(app.handle), appIdKey(app.appId)];
