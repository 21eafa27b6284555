/** An app or channel that Shopify itself makes and answers for. */
export interface PlatformApp {
  readonly name: string;
  /** Number of the app; null: no recorded answer shows it. */
  readonly appId: string | null;
  /** As apps, channels and orders name it. */
  readonly handles: readonly string[];
  readonly source: string;
}

const RECORDED = 'recorded answers of the Admin API in public repositories, seen 2026-11';
const ORDER_APP = 'shopify.dev, Admin GraphQL 2026-10, OrderApp: "online store", "Point of Sale"';
const SOURCE_NAMES =
  'shopify.dev, REST Order, source_name: web, pos, shopify_draft_order, iphone and android are protected';

/** What stands in many shops without being another firm's. Not complete: `AppRecord.madeBy` tells of the rest. */
export const PLATFORM_APPS: readonly PlatformApp[] = [
  {
    name: 'Online Store',
    appId: '580111',
    handles: ['online_store', 'online-store', 'web'],
    source: `${RECORDED}: publications with App/580111 "Online Store", developer "Shopify"; ${ORDER_APP}; ${SOURCE_NAMES}`,
  },
  {
    name: 'Point of Sale',
    appId: '129785',
    handles: ['pos', 'point-of-sale'],
    source: `${RECORDED}: orders of App/129785, source_name "pos"; ${ORDER_APP}; ${SOURCE_NAMES}`,
  },
  {
    name: 'Draft Orders',
    appId: '1354745',
    handles: ['shopify_draft_order', 'draft_orders'],
    source: `${RECORDED}: orders of app 1354745 with source_name "shopify_draft_order"; ${SOURCE_NAMES}`,
  },
  {
    name: 'Shop',
    appId: '3890849',
    handles: ['shop'],
    source: `${RECORDED}: AppCatalog of App/3890849 "Shop"`,
  },
  {
    name: 'Shopify Web',
    appId: '1830279',
    handles: ['shopify_web'],
    source: `${RECORDED}: App/1830279 "Shopify Web", handle "shopify_web", developer "Shopify": the admin itself`,
  },
  { name: 'iPhone', appId: null, handles: ['iphone'], source: SOURCE_NAMES },
  { name: 'Android', appId: null, handles: ['android'], source: SOURCE_NAMES },
];

const BY_ID: ReadonlyMap<string, PlatformApp> = new Map(
  PLATFORM_APPS.flatMap((row) => (row.appId === null ? [] : [[row.appId, row] as const])),
);
const BY_WORD: ReadonlyMap<string, PlatformApp> = new Map(
  PLATFORM_APPS.flatMap((row) => [row.name.toLowerCase(), ...row.handles].map((word) => [word, row] as const)),
);

/**
 * Shopify's own app behind a trace, or null. The number decides wherever it is known: anybody may call an app "Online
 * Store". A name or handle counts only where no number is told.
 */
export function platformApp({
  appId,
  handle,
  name,
}: {
  readonly appId: string | null;
  readonly handle: string | null;
  readonly name: string | null;
}): PlatformApp | null {
  if (appId !== null) return BY_ID.get(appId) ?? null;
  return BY_WORD.get((handle ?? name ?? '').trim().toLowerCase()) ?? null;
}
