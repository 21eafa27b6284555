import type { BeaconState } from '../../core/api/scripts.ts';
import type { DataAtRestState, HeaderGradeRow, StorefrontBoard } from '../../core/api/security.ts';
import type { DomainRecords } from '../../core/evidence/dns.ts';
import type { HostProbe } from '../../core/evidence/storefront.ts';
import type { HostBook } from '../../core/api/hosts.ts';
import { NOW } from './factories.ts';

const HOST = 'invented-shop.example';

/** As a shop on the platform stands when nothing of its own is wrong. */
export function aGrade(parts: Partial<HeaderGradeRow> = {}): HeaderGradeRow {
  return {
    score: 65,
    grade: 'B-',
    tests: [
      { test: 'csp', result: 'csp-implemented-with-unsafe-inline', modifier: -20 },
      { test: 'hsts', result: 'hsts-implemented-max-age-less-than-six-months', modifier: -10 },
      { test: 'sri', result: 'sri-not-implemented-but-external-scripts-loaded-securely', modifier: -5 },
      { test: 'xfo', result: 'x-frame-options-implemented-via-csp', modifier: 5 },
      { test: 'cookies', result: 'cookies-not-found', modifier: 0 },
    ],
    ...parts,
  };
}

/** A host as the platform serves it. */
function aHost(): HostProbe {
  return {
    host: HOST,
    listedBy: 'shopify',
    isPlatformHosted: true,
    outcome: 'answered',
    visitedAt: NOW,
    signatureEndsOn: null,
    tls: {
      isTrusted: true,
      isNameRight: true,
      fault: null,
      validTo: '2027-02-20T13:10:00.000Z',
      issuer: 'Invented Authority',
      versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    },
    httpChain: [
      { url: `http://${HOST}/`, status: 301 },
      { url: `https://${HOST}/`, status: 200 },
    ],
    headers: [],
    cookies: [{ name: 'localization', isSecure: true, isHttpOnly: false, sameSite: 'Lax' }],
    metaPolicies: [],
    cspFindings: [{ severity: 'HIGH', type: 'MISSING_DIRECTIVES', directive: 'object-src', value: null }],
    cors: null,
    pages: [
      {
        kind: 'home',
        path: '/',
        status: 200,
        isPartial: false,
        scripts: [
          {
            address: 'https://cdn.shopify.com/s/files/theme.js',
            host: 'cdn.shopify.com',
            scheme: 'https',
            hash: null,
            hasIntegrity: false,
            isModule: false,
            code: null,
          },
        ],
        forms: [{ host: null, scheme: 'relative', asks: ['email'] }],
        insecure: [],
        frameHosts: [],
        hasLegacyLoader: false,
      },
    ],
    exposedPaths: null,
    securityTxt: null,
  };
}

/** A domain whose mail nobody can forge. */
function aDomain(): DomainRecords {
  return {
    domain: HOST,
    hosts: [HOST],
    zone: {
      [HOST]: { TXT: ['v=spf1 ip4:192.0.2.1 -all'], MX: ['10 mail.invented-shop.example'] },
      [`_dmarc.${HOST}`]: { TXT: ['v=DMARC1; p=reject'] },
    },
    unanswered: [],
    dkimSelectors: [],
    isSigned: true,
    aliases: [],
    mailPolicyMode: null,
    registration: { registeredAt: null, expiresAt: '2028-01-01T00:00:00.000Z', isTransferLocked: true },
  };
}

export function aStorefrontBoard(parts: Partial<StorefrontBoard> = {}): StorefrontBoard {
  return {
    takenAt: NOW,
    reason: null,
    hosts: [{ ...aHost(), grade: aGrade() }],
    domains: [aDomain()],
    libraries: { dataDay: '2026-08-20', flaws: [] },
    theme: [],
    themeFiles: 24,
    ...parts,
  };
}

export function noHosts(parts: Partial<HostBook> = {}): HostBook {
  return { hosts: [], signatures: [], ...parts };
}

export function noDataAtRest(parts: Partial<DataAtRestState> = {}): DataAtRestState {
  return { isSampleOn: false, missingScopes: [], scans: [], sample: null, ...parts };
}

export function aBeaconState(parts: Partial<BeaconState> = {}): BeaconState {
  const editorUrl = 'https://marigold.myshopify.com/admin/themes/current/editor?context=apps';
  return { isOn: false, changedAt: null, lastReportAt: null, editorUrl, ...parts };
}
