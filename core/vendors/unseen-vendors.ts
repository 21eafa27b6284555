import type { EvidenceByKind } from '../evidence/kinds.ts';
import { API_TRACE_SOURCES } from '../evidence/vendors.ts';
import type { ApiTraceSource, TraceSourceState, VendorBook, VendorKey } from '../evidence/vendors.ts';
import { daysSince } from '../days-since.ts';
import type { Instant } from '../time.ts';
import { appKeys, gatewayKeys, keyKind, sortedKeys, type KeyKind } from './keys.ts';

/** Where traces come from, as far as it can fail. */
export type UnreadPart = 'theme' | 'storefront' | ApiTraceSource;

/** So long a vendor stays in the register while nobody can look whether it is still there. */
const REMEMBERED_DAYS = 30;

const APP_SOURCES: readonly UnreadPart[] = [
  ...(['orders', 'channels', 'publications', 'discounts', 'delivery-customizations'] as const),
  ...(['payment-customizations', 'validations', 'metafields', 'metaobjects'] as const),
];

/** The places that would show a key. `any`: one of them unread is enough to doubt; otherwise all of them must be. */
const SHOWN_BY: Readonly<Record<KeyKind, { readonly parts: readonly UnreadPart[]; readonly isAny: boolean }>> = {
  platform: { parts: [], isAny: true },
  known: { parts: ['theme', 'storefront'], isAny: true },
  app: { parts: ['theme', 'storefront'], isAny: true },
  host: { parts: ['theme', 'storefront'], isAny: true },
  proxy: { parts: ['storefront'], isAny: true },
  gateway: { parts: ['gateways'], isAny: true },
  carrier: { parts: ['carrier-services'], isAny: true },
  fulfilment: { parts: ['fulfillment-services'], isAny: true },
  channel: { parts: ['channels', 'order-attributions'], isAny: true },
  // A shop may never grant some of these scopes: then one of them alone says nothing.
  appid: { parts: APP_SOURCES, isAny: false },
  name: { parts: APP_SOURCES, isAny: false },
};

/**
 * Vendors that checks saw within 30 days, and that nobody could look for this time, each with its keys, the surest
 * first: a denied source makes no vendor disappear. `covered`: keys that stand in the register anyhow.
 */
export function unseenVendors(
  { sightings }: VendorBook,
  covered: ReadonlySet<VendorKey>,
  { unread, asOf }: { readonly unread: readonly UnreadPart[]; readonly asOf: Instant },
): VendorKey[][] {
  const parts = new Set(unread);
  const vendors = new Map<VendorKey, VendorKey[]>();
  for (const { key, lastSeenAt } of sightings) {
    if (!isInDoubt(key, parts) || daysSince(lastSeenAt, asOf) > REMEMBERED_DAYS) continue;
    const keys = sortedKeys(withKnown(key));
    const [first = key] = keys;
    if (keys.some((one) => covered.has(one))) continue;
    vendors.set(first, sortedKeys([...(vendors.get(first) ?? []), ...keys]));
  }
  return [...vendors.values()];
}

function isInDoubt(key: VendorKey, parts: ReadonlySet<UnreadPart>): boolean {
  const kind = keyKind(key);
  if (kind === null || parts.size === 0) return false;
  const shown = SHOWN_BY[kind];
  const isUnread = (part: UnreadPart) => parts.has(part);
  return shown.isAny ? shown.parts.some(isUnread) : shown.parts.every(isUnread);
}

/** The row of our own table that a handle or a gateway's name leads to belongs to it. */
function withKnown(key: VendorKey): VendorKey[] {
  const tail = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('app:')) return appKeys(tail);
  return key.startsWith('gateway:') ? gatewayKeys(tail) : [key];
}

/** The same of a page's figures: sources, and why theme or storefront show nothing; null: they were read. */
export function unreadOf({
  sources,
  themeReason,
  storefrontReason,
}: {
  readonly sources: readonly TraceSourceState[];
  readonly themeReason: string | null;
  readonly storefrontReason: string | null;
}): UnreadPart[] {
  return [
    ...(themeReason === null ? [] : (['theme'] as const)),
    ...(storefrontReason === null ? [] : (['storefront'] as const)),
    ...(sources.length === 0 ? API_TRACE_SOURCES : sources.filter(isUnread).map(({ source }) => source)),
  ];
}

const isUnread = ({ state }: TraceSourceState): boolean => state !== 'read';

/** What one snapshot could not look at. */
export function unreadIn({
  theme,
  storefront,
  vendorTraces,
}: Partial<Pick<EvidenceByKind, 'theme' | 'storefront' | 'vendorTraces'>>): UnreadPart[] {
  const isSeen = storefront?.hosts.some(({ pages }) => pages.length > 0) ?? false;
  return unreadOf({
    sources: vendorTraces?.sources ?? [],
    themeReason: theme ? null : 'not-collected',
    storefrontReason: isSeen ? null : 'not-collected',
  });
}
