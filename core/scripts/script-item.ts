import type { FieldKind, PageKind, PageScript } from '../evidence/storefront.ts';
import type { ScriptIdentity } from '../evidence/scripts.ts';
import type { VendorKey } from '../evidence/vendors.ts';

/** Whose a script is, as far as its address and text tell. */
export const SCRIPT_ORIGINS = [
  'own', // the shop's own hosts and theme
  'platform', // Shopify's
  'vendor', // somebody else's; also an app's file on Shopify's CDN
  'inline-plain', // written into the page, naming no foreign host and doing nothing odd
  'inline-foreign', // written into the page, and it names foreign hosts, or could not be read
] as const;
export type ScriptOrigin = (typeof SCRIPT_ORIGINS)[number];

/** One row of the inventory: a script, a frame or the target of a form, on all pages where it stands. */
export interface ScriptItem {
  /** For a frame "frame:host", for a form "form:host". */
  readonly identity: ScriptIdentity;
  readonly what: 'script' | 'frame' | 'form';
  readonly origin: ScriptOrigin;
  readonly address: string | null;
  readonly host: string | null;
  readonly scheme: PageScript['scheme'] | null;
  readonly hash: string | null;
  readonly hasIntegrity: boolean;
  readonly isModule: boolean;
  /** Whose it is; null for what is the shop's or Shopify's own. */
  readonly vendorKey: VendorKey | null;
  /** Foreign hosts that its text names, at most 20. */
  readonly namesHosts: readonly string[];
  readonly behaviours: readonly string[];
  /** Where it stands: each kind of page once, in the order of PAGE_KINDS. */
  readonly pageKinds: readonly PageKind[];
  /** One page as an example: "www.shop.example/cart". */
  readonly place: string;
  /** Of a form: what it asks for. */
  readonly asks: readonly FieldKind[];
  /** Seen by a visit of the pages, or only in real browsers. */
  readonly seenBy: 'visit' | 'beacon';
}

/** Pages near payment or account: what runs there could see cards, addresses and log-ins. */
export const SENSITIVE_PAGES: readonly PageKind[] = ['cart', 'account'];

export const isSensitive = ({ pageKinds }: Pick<ScriptItem, 'pageKinds'>): boolean =>
  pageKinds.some((kind) => SENSITIVE_PAGES.includes(kind));

/** A person must say whose it is and why it is there. */
export const needsDecision = ({ origin }: Pick<ScriptItem, 'origin'>): boolean =>
  origin === 'vendor' || origin === 'inline-foreign';
