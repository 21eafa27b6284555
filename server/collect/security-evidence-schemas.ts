import { z } from 'zod';
import { SENSITIVE_SERVICES } from '../../core/data/sensitive-services.ts';
import {
  ATTESTED_ANSWERS,
  BROWSERS,
  LENGTH_CLASSES,
  YES_NO_UNSURE,
  type Attestation,
  type SelfChecks,
} from '../../core/evidence/attestations.ts';
import { BEHAVIOURS, type CodeSeen, type LibraryFlaws } from '../../core/evidence/code.ts';
import { DATA_PLACES, PERSONAL_NUMBERS } from '../../core/evidence/data-at-rest.ts';
import { MAIL_POLICY_MODES, type DomainRecords, type ZoneNode } from '../../core/evidence/dns.ts';
import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import {
  ACCOUNT_KINDS,
  PEOPLE_SOURCES,
  ACCOUNT_FACTS,
  SECOND_FACTORS,
  type Account,
} from '../../core/evidence/people.ts';
import {
  FIELD_KINDS,
  PAGE_KINDS,
  PROBE_OUTCOMES,
  type HostProbe,
  type PageSeen,
} from '../../core/evidence/storefront.ts';
import { SEVERITIES } from '../../core/severity.ts';

const text = z.string();
const count = z.number().int().nonnegative();
const flag = z.boolean();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const codeSeen = z.strictObject({
  libraries: list(
    z.strictObject({
      component: text,
      version: text,
      by: z.enum(['address', 'file-name', 'content', 'deep-scan']),
    }),
  ),
  secrets: list(z.strictObject({ type: text, level: z.enum(['critical', 'info']), line: count, lastFour: text })),
  behaviours: list(z.strictObject({ behaviour: z.enum(BEHAVIOURS), line: count, host: text.nullable() })),
  hosts: list(text),
  isPartial: flag,
}) satisfies z.ZodType<CodeSeen>;

export const libraryFlaws: z.ZodType<LibraryFlaws> = z.strictObject({
  dataDay: text,
  flaws: list(
    z.strictObject({
      component: text,
      version: text,
      worst: z.enum(['critical', 'high', 'medium', 'low']),
      cves: list(text),
      isEndOfLife: flag,
    }),
  ),
});

const page: z.ZodType<PageSeen> = z.strictObject({
  kind: z.enum(PAGE_KINDS),
  path: text,
  status: count,
  isPartial: flag,
  scripts: list(
    z.strictObject({
      address: text.nullable(),
      host: text.nullable(),
      scheme: z.enum(['https', 'http', 'relative', 'protocol-relative', 'data', 'blob', 'inline']),
      hash: text.nullable(),
      hasIntegrity: flag,
      isModule: flag,
      isPreloaded: z.literal(true).exactOptional(),
      code: codeSeen.nullable(),
    }),
  ),
  forms: list(
    z.strictObject({
      host: text.nullable(),
      scheme: z.enum(['https', 'http', 'relative']),
      asks: list(z.enum(FIELD_KINDS)),
    }),
  ),
  insecure: list(z.strictObject({ element: text, host: text, path: text })),
  frameHosts: list(text),
  hasLegacyLoader: flag,
});

export const hostProbe = z.strictObject({
  host: text,
  listedBy: z.enum(['shopify', 'own']),
  isPlatformHosted: flag,
  outcome: z.enum(PROBE_OUTCOMES),
  visitedAt: text,
  signatureEndsOn: text.nullable(),
  tls: z
    .strictObject({
      isTrusted: flag,
      isNameRight: flag,
      fault: text.nullable(),
      validTo: text.nullable(),
      issuer: text.nullable(),
      versions: z.strictObject({
        TLSv1: flag.nullable(),
        'TLSv1.1': flag.nullable(),
        'TLSv1.2': flag.nullable(),
        'TLSv1.3': flag.nullable(),
      }),
    })
    .nullable(),
  httpChain: list(z.strictObject({ url: text, status: count })),
  headers: list(z.tuple([text, text]).readonly()),
  cookies: list(z.strictObject({ name: text, isSecure: flag, isHttpOnly: flag, sameSite: text.nullable() })),
  metaPolicies: list(text),
  cspFindings: list(z.strictObject({ severity: text, type: text, directive: text, value: text.nullable() })),
  cors: z.strictObject({ allowOrigin: text.nullable(), isOriginReflected: flag, allowsCredentials: flag }).nullable(),
  pages: list(page),
  exposedPaths: list(
    z.strictObject({
      path: text,
      what: z.enum(['version-control', 'environment', 'dump', 'backup', 'listing', 'debug']),
    }),
  ).nullable(),
  securityTxt: z.strictObject({ hasContact: flag, expiresAt: text.nullable() }).nullable(),
}) satisfies z.ZodType<HostProbe>;

const zoneNode: z.ZodType<ZoneNode> = z.strictObject({
  TXT: list(z.union([text, list(text)])).exactOptional(),
  MX: list(text).exactOptional(),
  A: list(text).exactOptional(),
  AAAA: list(text).exactOptional(),
  CNAME: list(text).exactOptional(),
  NS: list(text).exactOptional(),
  CAA: list(text).exactOptional(),
});

const domainRecords: z.ZodType<DomainRecords> = z.strictObject({
  domain: text,
  hosts: list(text),
  zone: z.record(text, zoneNode),
  unanswered: list(text),
  dkimSelectors: list(text),
  isSigned: flag.nullable(),
  aliases: list(
    z.strictObject({ name: text, target: text, state: z.enum(['resolves', 'missing', 'unclaimed', 'unknown']) }),
  ),
  mailPolicyMode: z.enum(MAIL_POLICY_MODES).nullable(),
  registration: z
    .strictObject({ registeredAt: text.nullable(), expiresAt: text.nullable(), isTransferLocked: flag.nullable() })
    .nullable(),
});

const source = z.enum(PEOPLE_SOURCES);
const service = z.enum(SENSITIVE_SERVICES);
const stated = <T extends z.ZodType>(value: T) =>
  list(z.strictObject({ value, source, statedAt: text, expiresAt: text.nullable() })).exactOptional();

const account: z.ZodType<Account> = z.strictObject({
  id: text,
  service,
  personId: text.nullable(),
  label: text,
  isGenericMailbox: flag,
  facts: z.strictObject({
    isActive: stated(flag),
    isOwner: stated(flag),
    isAdmin: stated(flag),
    kind: stated(z.enum(ACCOUNT_KINDS)),
    secondFactor: stated(z.enum(SECOND_FACTORS)),
    isSecondFactorEnforced: stated(flag),
    lastSignInAt: stated(text.nullable()),
    passwordStrength: stated(z.enum(['strong', 'weak'])),
    passwordLength: stated(z.enum(['compliant', 'non-compliant'])),
    isShared: stated(flag),
  }),
  confirmedOn: text.nullable(),
});

const people: z.ZodType<EvidenceByKind['people']> = z.strictObject({
  people: list(z.strictObject({ id: text, label: text, leftAt: text.nullable(), hasRole: flag })),
  accounts: list(account),
  policies: list(
    z.strictObject({
      service,
      source,
      statedAt: text,
      expiresAt: text.nullable(),
      minLength: count.nullable(),
      needsLetterAndDigit: flag.nullable(),
      hasBlocklist: flag.nullable(),
      expiresAfterDays: count.nullable(),
    }),
  ),
  readings: list(z.strictObject({ source, readAt: text, tells: list(z.enum(ACCOUNT_FACTS)), accounts: count })),
  services: z.record(service, flag.nullable()),
});

const byPerson = { personId: text, label: text, checkedAt: text };
const selfAnswer = z.enum(YES_NO_UNSURE);
const selfChecks: z.ZodType<SelfChecks> = z.strictObject({
  asked: list(z.strictObject({ personId: text, label: text, askedAt: text })),
  passwords: list(
    z.strictObject({
      ...byPerson,
      score: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      lengthClass: z.enum(LENGTH_CLASSES),
      isBreached: flag.nullable(),
      engineVersion: text,
    }),
  ),
  devices: list(
    z.strictObject({
      ...byPerson,
      browser: z.strictObject({ name: z.enum(BROWSERS), majorVersion: count }).nullable(),
      operatingSystem: z.enum(['windows', 'macos', 'android', 'ios', 'linux', 'chromeos']).nullable(),
      answers: z.strictObject({
        diskEncryption: selfAnswer,
        screenLock: selfAnswer,
        systemUpdates: selfAnswer,
        antiMalware: selfAnswer,
      }),
    }),
  ),
});

const attestation: z.ZodType<Attestation> = z.strictObject({
  questionId: text,
  answer: z.enum(ATTESTED_ANSWERS),
  statedAt: text,
  expiresAt: text,
  statedBy: text,
  hasFile: flag,
});

type SecurityKind =
  | 'storefront'
  | 'dns'
  | 'people'
  | 'selfChecks'
  | 'attestations'
  | 'dataSample'
  | 'fileScans'
  | 'themeBaseline'
  | 'records';

export const SECURITY_EVIDENCE_SCHEMAS: {
  readonly [K in SecurityKind & EvidenceKind]: z.ZodType<EvidenceByKind[K]>;
} = {
  storefront: z.strictObject({ hosts: list(hostProbe), libraries: libraryFlaws }),
  dns: list(domainRecords),
  people,
  selfChecks,
  attestations: list(attestation),
  dataSample: z.strictObject({
    orders: count,
    customers: count,
    seen: list(
      z.strictObject({
        type: z.enum(PERSONAL_NUMBERS),
        place: z.enum(DATA_PLACES),
        lastFour: text,
        subject: text,
        adminPath: text.nullable(),
      }),
    ),
  }),
  fileScans: list(
    z.strictObject({
      id: text,
      scannedAt: text,
      scannedBy: text,
      rows: count,
      counts: z.strictObject({ card: count, aadhaar: count, pan: count }),
    }),
  ),
  themeBaseline: z.strictObject({
    themeId: text,
    acceptedAt: text,
    acceptedBy: text,
    files: list(z.strictObject({ filename: text, checksumMd5: text })),
  }),
  records: z.strictObject({
    lastScanAt: text.nullable(),
    openAlerts: list(z.strictObject({ checkId: text, subject: text, severity: z.enum(SEVERITIES), since: text })),
    acceptedRisks: list(
      z.strictObject({
        checkId: text,
        subject: text,
        severity: z.enum(SEVERITIES),
        acceptedAt: text.nullable(),
        acceptedBy: text.nullable(),
        hasReason: flag,
        until: text.nullable(),
      }),
    ),
  }),
};
