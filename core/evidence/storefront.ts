import type { Day, Instant } from '../time.ts';
import type { CodeSeen, LibraryFlaws } from './code.ts';

/** How the visit of one host ended. */
export const PROBE_OUTCOMES = [
  'answered',
  'blocked', // 401, 403, 429 or a challenge page: what a shopper would see is not known
  'locked', // the storefront is behind its opening password
  'unreachable',
  'timed-out',
  'refused', // we do not go there: it leads to an inner address, a bare address, another port
  'tls-failed', // no page over a certificate that a browser would trust
  'paused', // we stayed away: the host asked for a pause, or we had been there often enough
  'unusable', // too large, broken off, or no page
  'not-verified', // own host whose DNS record is not there
] as const;
export type ProbeOutcome = (typeof PROBE_OUTCOMES)[number];

/** One host of the shop as a stranger sees it. */
export interface HostProbe {
  readonly host: string;
  /** `shopify`: the Admin API lists it. `own`: the merchant named it, and its DNS record says so. */
  readonly listedBy: 'shopify' | 'own';
  /** The platform answers for this host, so its headers are the platform's. */
  readonly isPlatformHosted: boolean;
  readonly outcome: ProbeOutcome;
  readonly visitedAt: Instant;
  /** The crawler signature that was sent ends on this day; null: none was sent. */
  readonly signatureEndsOn: Day | null;
  readonly tls: TlsReport | null;
  /** From http://host/, hop by hop; empty: nothing answers there. */
  readonly httpChain: readonly HttpHop[];
  /** Of the home page's last answer. Names in lower case; Set-Cookie is not here. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly CookieSeen[];
  /** Policies in meta elements. */
  readonly metaPolicies: readonly string[];
  readonly cspFindings: readonly CspFinding[];
  readonly cors: CorsSeen | null;
  readonly pages: readonly PageSeen[];
  /** Paths that answered with what should not be public. Null: not asked (only own hosts are). */
  readonly exposedPaths: readonly ExposedPath[] | null;
  readonly securityTxt: { readonly hasContact: boolean; readonly expiresAt: Instant | null } | null;
}

export interface HttpHop {
  readonly url: string;
  readonly status: number;
}

export interface TlsReport {
  readonly isTrusted: boolean;
  readonly isNameRight: boolean;
  /** Code of the first fault: "CERT_HAS_EXPIRED"; null where there is none. */
  readonly fault: string | null;
  readonly validTo: Instant | null;
  readonly issuer: string | null;
  /** Versions that the server accepted; null: could not be tried. */
  readonly versions: { readonly [V in TlsVersion]: boolean | null };
}
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** Flags of a cookie. Its value is not kept. */
export interface CookieSeen {
  readonly name: string;
  readonly isSecure: boolean;
  readonly isHttpOnly: boolean;
  /** As written: "Lax"; null where missing. */
  readonly sameSite: string | null;
}

/** As csp_evaluator says it: severity by name. */
export interface CspFinding {
  readonly severity: string;
  readonly type: string;
  readonly directive: string;
  readonly value: string | null;
}

/** The answer to a preflight from a foreign origin. */
export interface CorsSeen {
  readonly allowOrigin: string | null;
  readonly isOriginReflected: boolean;
  readonly allowsCredentials: boolean;
}

export const PAGE_KINDS = ['home', 'collection', 'product', 'cart', 'account'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface PageSeen {
  readonly kind: PageKind;
  /** Without query. */
  readonly path: string;
  readonly status: number;
  /** The page was longer than what is read: what is seen is a part. */
  readonly isPartial: boolean;
  readonly scripts: readonly PageScript[];
  readonly forms: readonly PageForm[];
  /** Addresses over plain http, at most 50. */
  readonly insecure: readonly { readonly element: string; readonly host: string; readonly path: string }[];
  /** Hosts of frames. */
  readonly frameHosts: readonly string[];
  /** The loader of legacy script tags writes scripts into this page. */
  readonly hasLegacyLoader: boolean;
}

/** One script of a page. */
export interface PageScript {
  /** Absolute, without query and fragment; null for an inline script. */
  readonly address: string | null;
  readonly host: string | null;
  /** As it is written: "//host/x.js" is protocol-relative. */
  readonly scheme: 'https' | 'http' | 'relative' | 'protocol-relative' | 'data' | 'blob' | 'inline';
  /** "sha256-…" of an inline script's exact text, or of the fetched file. */
  readonly hash: string | null;
  readonly hasIntegrity: boolean;
  readonly isModule: boolean;
  /** A link of the page fetches it ahead, and no script element names it: other code will run it. */
  readonly isPreloaded?: true;
  /** Null: its text was not read. */
  readonly code: CodeSeen | null;
}

export interface PageForm {
  /** Null: it posts to the page's own host. */
  readonly host: string | null;
  readonly scheme: 'https' | 'http' | 'relative';
  readonly asks: readonly FieldKind[];
}
export const FIELD_KINDS = ['password', 'card', 'email', 'phone', 'name', 'address', 'file'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface ExposedPath {
  readonly path: string;
  readonly what: 'version-control' | 'environment' | 'dump' | 'backup' | 'listing' | 'debug';
}

/** All hosts of the shop, as visited. */
export interface Storefront {
  readonly hosts: readonly HostProbe[];
  readonly libraries: LibraryFlaws;
}
