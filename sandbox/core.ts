import type { FaultSettings } from './faults/settings.ts';
import type { SessionTokenOverrides } from './oauth/session-token.ts';
import type { SandboxOrder } from './shops/commerce/order.ts';
import type { Person, ShopState } from './shops/shop-state.ts';
import type { Delivery, WebhookOrder } from './webhooks/delivery.ts';

/** What the admin frame and the control API may know of the sandbox and do to it. */
export interface SandboxCore {
  readonly clientId: string;
  /** Origin of the embedded app, "http://localhost:3000". */
  readonly appUrl: string;
  /** Origin of the sandbox's own admin, "http://localhost:4000". */
  readonly adminUrl: string;
  readonly shops: readonly ShopState[];
  /** The shop as the control API tells it; undefined when the sandbox has no such shop. Takes a domain or a handle. */
  describe(domainOrHandle: string): ShopDescription | undefined;
  /** The `host` parameter of the embedded app: base64 of "admin.shopify.com/store/HANDLE". */
  hostParameter(domain: string): string;
  /** A fresh session token, as App Bridge hands out: one minute. Without a user: the owner. */
  sessionToken(domain: string, userId?: string, overrides?: SessionTokenOverrides): string;
  /** Address of the embedded page with everything that the admin adds: host, id_token, locale, timestamp, hmac. */
  appPageUrl(domain: string, page: AppPage): string;
  /** Mends or plants one defect of sandbox/defects.ts and fires the webhook that Shopify would. False: no such defect. */
  mend(domain: string, defectId: string): Promise<boolean>;
  plant(domain: string, defectId: string): Promise<boolean>;
  /** What the shop holds now, oldest first. */
  orders(domain: string): readonly SandboxOrder[];
  /** A small shop's orders, or a season's: how many the last 58 days hold. */
  setOrdersHeld(domain: string, ordersHeld: number): void;
  setFaults(domain: string, faults: Partial<FaultSettings>): void;
  sendWebhook(domain: string, order: WebhookOrder): Promise<Delivery[]>;
  /** The merchant installs: grants the app's required scopes. Nothing is called: the first visit brings a session token. */
  install(domain: string): void;
  /** Takes every token away and fires app/uninstalled. */
  uninstall(domain: string): Promise<void>;
  /** Grants and revokes scopes, and fires app/scopes_update. */
  changeScopes(domain: string, change: ScopeChange): Promise<void>;
  /** Called when the file named by `reloadWhenChanges` changes; the answer stops listening. */
  onReload(listener: () => void): () => void;
}

export interface AppPage {
  /** Path inside the app, "/alerts". */
  readonly path: string;
  readonly userId?: string;
  readonly locale?: string;
}

export interface ScopeChange {
  readonly grant?: readonly string[];
  readonly revoke?: readonly string[];
}

/** GET /sandbox/shops/:domain. */
export interface ShopDescription {
  readonly domain: string;
  readonly handle: string;
  readonly name: string;
  readonly isInstalled: boolean;
  readonly scopes: {
    readonly granted: readonly string[];
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  readonly people: readonly Person[];
  readonly defects: readonly DefectStatus[];
  readonly faults: FaultSettings;
  readonly ordersHeld: number;
  /** The newest fifty, newest first. */
  readonly deliveries: readonly Delivery[];
}

export interface DefectStatus {
  readonly id: string;
  readonly title: string;
  readonly checkId: string;
  /** Pages of the admin where it is mended, its own first; none: the check's page. */
  readonly adminPaths: readonly string[];
  /** `app`: it lies in what the merchant enters in Prahari, so the sandbox can neither plant nor mend it. */
  readonly where: 'shop' | 'app';
  /** Null for what lies in the app: the sandbox cannot know. */
  readonly isPresent: boolean | null;
}
