import { QUESTIONS } from '../core/data/questions.ts';
import type { Attestation, SelfChecks } from '../core/evidence/attestations.ts';
import type { CodeSeen, LibraryFlaws } from '../core/evidence/code.ts';
import type { DataSample } from '../core/evidence/data-at-rest.ts';
import type { DomainRecords } from '../core/evidence/dns.ts';
import type { OwnRecords, ThemeBaseline } from '../core/evidence/own-records.ts';
import {
  ACCOUNT_FACTS,
  type Account,
  type AccountFact,
  type AccountFacts,
  type PeopleBook,
  type PeopleSource,
  type Person,
  type Stated,
} from '../core/evidence/people.ts';
import type { HostProbe, PageScript, PageSeen, Storefront, TlsReport } from '../core/evidence/storefront.ts';
import { AS_OF } from './a-gstin.ts';

/** A day before AS_OF, as an instant. */
export const YESTERDAY = new Date(Date.parse(AS_OF) - 86_400_000).toISOString();
/** Three months after AS_OF. */
export const LATER = new Date(Date.parse(AS_OF) + 90 * 86_400_000).toISOString();

export const noCode = (over: Partial<CodeSeen> = {}): CodeSeen => ({
  libraries: [],
  secrets: [],
  behaviours: [],
  hosts: [],
  isPartial: false,
  ...over,
});

export const noFlaws = (over: Partial<LibraryFlaws> = {}): LibraryFlaws => ({
  dataDay: '2026-08-20',
  flaws: [],
  ...over,
});

export function aTlsReport(over: Partial<TlsReport> = {}): TlsReport {
  return {
    isTrusted: true,
    isNameRight: true,
    fault: null,
    validTo: LATER,
    issuer: 'Invented Authority',
    versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true },
    ...over,
  };
}

export function aPageScript(over: Partial<PageScript> = {}): PageScript {
  return {
    address: 'https://cdn.shopify.com/s/files/theme.js',
    host: 'cdn.shopify.com',
    scheme: 'https',
    hash: null,
    hasIntegrity: false,
    isModule: false,
    code: noCode(),
    ...over,
  };
}

export function aPage(over: Partial<PageSeen> = {}): PageSeen {
  return {
    kind: 'home',
    path: '/',
    status: 200,
    isPartial: false,
    scripts: [aPageScript()],
    forms: [],
    insecure: [],
    frameHosts: [],
    hasLegacyLoader: false,
    ...over,
  };
}

/** A host as the platform serves it. */
export function aHostProbe(over: Partial<HostProbe> = {}): HostProbe {
  const host = over.host ?? 'invented-shop.example';
  return {
    host,
    listedBy: 'shopify',
    isPlatformHosted: true,
    outcome: 'answered',
    visitedAt: AS_OF,
    signatureEndsOn: null,
    tls: aTlsReport(),
    httpChain: [
      { url: `http://${host}/`, status: 301 },
      { url: `https://${host}/`, status: 200 },
    ],
    headers: [
      ['strict-transport-security', 'max-age=7889238'],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['content-security-policy', "block-all-mixed-content; frame-ancestors 'none'; upgrade-insecure-requests;"],
    ],
    cookies: [],
    metaPolicies: [],
    cspFindings: [],
    cors: { allowOrigin: null, isOriginReflected: false, allowsCredentials: false },
    pages: [aPage()],
    exposedPaths: null,
    securityTxt: null,
    ...over,
  };
}

export function aStorefront(over: Partial<Storefront> = {}): Storefront {
  return { hosts: [aHostProbe()], libraries: noFlaws(), ...over };
}

/** A domain whose mail nobody can forge. */
export function someDomainRecords(over: Partial<DomainRecords> = {}): DomainRecords {
  const domain = over.domain ?? 'invented-shop.example';
  return {
    domain,
    hosts: [domain],
    zone: {
      [domain]: {
        TXT: ['v=spf1 ip4:192.0.2.1 -all'],
        MX: ['10 mail.invented-shop.example'],
        CAA: ['0 issue "letsencrypt.org"'],
      },
      [`_dmarc.${domain}`]: { TXT: ['v=DMARC1; p=reject; rua=mailto:reports@invented-shop.example'] },
      [`default._domainkey.${domain}`]: {
        TXT: ['v=DKIM1; k=ed25519; p=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='], // the bytes 0 to 31
      },
      [`_mta-sts.${domain}`]: { TXT: ['v=STSv1; id=20261122'] },
      [`_smtp._tls.${domain}`]: { TXT: ['v=TLSRPTv1; rua=mailto:reports@invented-shop.example'] },
    },
    unanswered: [],
    dkimSelectors: ['default'],
    isSigned: true,
    aliases: [],
    mailPolicyMode: 'enforce',
    registration: { registeredAt: '2020-01-01T00:00:00.000Z', expiresAt: LATER, isTransferLocked: true },
    ...over,
  };
}

export function stated<T>(value: T, over: Partial<Stated<T>> = {}): Stated<T> {
  return { value, source: 'users-export', statedAt: YESTERDAY, expiresAt: LATER, ...over };
}

export function aPerson(over: Partial<Person> = {}): Person {
  return { id: 'p1', label: 'An••• I•••', leftAt: null, hasRole: true, ...over };
}

/** An account of which one source states these facts; undefined: it does not tell this one. */
export function anAccount(
  facts: { readonly [F in AccountFact]?: AccountFacts[F] | undefined } = {},
  over: Partial<Account> & { readonly source?: PeopleSource } = {},
): Account {
  const { source = 'users-export', ...rest } = over;
  const all: typeof facts = {
    isActive: true,
    isOwner: false,
    isAdmin: false,
    kind: 'regular',
    secondFactor: 'app',
    isSecondFactorEnforced: true,
    lastSignInAt: YESTERDAY,
    ...facts,
  };
  const known = (Object.keys(all) as AccountFact[]).filter((fact) => all[fact] !== undefined);
  return {
    id: 'a1',
    service: 'shopify',
    personId: 'p1',
    label: 'an•••@invented-shop.example',
    isGenericMailbox: false,
    facts: Object.fromEntries(known.map((fact) => [fact, [stated<unknown>(all[fact], { source })]])),
    confirmedOn: '2026-11-01',
    ...rest,
  };
}

/** What a shop says that needs a gateway beside Shopify and mail, and nothing else. */
export const FEW_SERVICES: PeopleBook['services'] = {
  shopify: true,
  mail: true,
  'payment-gateway': true,
  registrar: false,
  dns: false,
  'gst-portal': false,
  courier: false,
  amazon: false,
  flipkart: false,
  meesho: false,
  myntra: false,
  ads: false,
  social: false,
};

/** One owner with a Shopify account, a mailbox and a log-in of the payment gateway, all in order. */
export function aPeopleBook(over: Partial<PeopleBook> = {}): PeopleBook {
  return {
    people: [aPerson()],
    accounts: [
      anAccount({ isOwner: true, isAdmin: true }),
      anAccount(
        { passwordStrength: 'strong', passwordLength: 'compliant' },
        { id: 'a2', service: 'mail', source: 'google' },
      ),
      anAccount({}, { id: 'a3', service: 'payment-gateway', source: 'csv' }),
    ],
    policies: [
      {
        service: 'mail',
        source: 'google',
        statedAt: YESTERDAY,
        expiresAt: null,
        minLength: 14,
        needsLetterAndDigit: null,
        hasBlocklist: true,
        expiresAfterDays: 0,
      },
    ],
    readings: [
      { source: 'users-export', readAt: YESTERDAY, tells: ACCOUNT_FACTS, accounts: 1 },
      { source: 'google', readAt: YESTERDAY, tells: ACCOUNT_FACTS, accounts: 1 },
      { source: 'csv', readAt: YESTERDAY, tells: ACCOUNT_FACTS, accounts: 1 },
    ],
    services: FEW_SERVICES,
    ...over,
  };
}

export function someSelfChecks(over: Partial<SelfChecks> = {}): SelfChecks {
  const who = { personId: 'p1', label: 'An••• I•••', checkedAt: YESTERDAY };
  return {
    asked: [{ personId: 'p1', label: who.label, askedAt: YESTERDAY }],
    passwords: [{ ...who, score: 4, lengthClass: '15-or-more', isBreached: false, engineVersion: '4.2.0' }],
    devices: [
      {
        ...who,
        browser: { name: 'chrome', majorVersion: 157 },
        operatingSystem: 'windows',
        answers: { diskEncryption: 'yes', screenLock: 'yes', systemUpdates: 'yes', antiMalware: 'yes' },
      },
    ],
    ...over,
  };
}

export function anAttestation(questionId: string, over: Partial<Attestation> = {}): Attestation {
  return {
    questionId,
    answer: 'yes',
    statedAt: YESTERDAY,
    expiresAt: LATER,
    statedBy: '1001',
    hasFile: false,
    ...over,
  };
}

/** Every question answered, with its paper where one is asked for. */
export function someAttestations(over: Partial<Attestation> = {}): readonly Attestation[] {
  return QUESTIONS.map(({ id, needsFile }) => anAttestation(id, { hasFile: needsFile, ...over }));
}

export function aDataSample(over: Partial<DataSample> = {}): DataSample {
  return { orders: 250, customers: 0, seen: [], ...over };
}

export function aThemeBaseline(over: Partial<ThemeBaseline> = {}): ThemeBaseline {
  return {
    themeId: 'gid://shopify/OnlineStoreTheme/1',
    acceptedAt: YESTERDAY,
    acceptedBy: '1001',
    files: [{ filename: 'layout/theme.liquid', checksumMd5: 'd41d8cd98f00b204e9800998ecf8427e' }],
    ...over,
  };
}

export function someRecords(over: Partial<OwnRecords> = {}): OwnRecords {
  return { lastScanAt: YESTERDAY, openAlerts: [], acceptedRisks: [], ...over };
}
