import { caaVerdict } from '../../../core/mail/caa.ts';
import { dkimVerdict, isUsable } from '../../../core/mail/dkim.ts';
import { dmarcVerdict } from '../../../core/mail/dmarc.ts';
import { spfVerdict } from '../../../core/mail/spf.ts';
import { transportVerdict } from '../../../core/mail/transport.ts';
import { zoneReader } from '../../../core/mail/zone-reader.ts';
import type { DomainRecords } from '../../../core/evidence/dns.ts';
import type { Instant } from '../../../core/time.ts';

/** `told`: nothing is asked of the shop here. `unknown`: the DNS did not answer all that the verdict stands on. */
export type DomainOutcome = 'pass' | 'warn' | 'fail' | 'unknown' | 'told';

export const DOMAIN_SUBJECTS = [
  'spf',
  'dmarc',
  'dkim',
  'transport',
  'caa',
  'dnssec',
  'registration',
  'aliases',
] as const;

/** One line about a domain: texts are `dns.<subject>.<word>` of storefront.json. */
export interface DomainRow {
  readonly subject: (typeof DOMAIN_SUBJECTS)[number];
  readonly outcome: DomainOutcome;
  readonly word: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Records as they came, shown as they are. */
  readonly records: readonly string[];
}

const DAY_MS = 86_400_000;
const EXPIRES_SOON_DAYS = 30;
/** Under it every shop has a host of its own: its mail and its registration are the platform's. */
const OF_PLATFORM = /(^|\.)myshopify\.com$/;

/** What the DNS and the registry say of one domain of the shop, in the order of DOMAIN_SUBJECTS. */
export function domainRows(domain: DomainRecords, now: Instant): readonly DomainRow[] {
  if (OF_PLATFORM.test(domain.domain)) return [];
  return [
    spf(domain),
    dmarc(domain),
    dkim(domain),
    transport(domain),
    caa(domain),
    dnssec(domain),
    registration(domain, now),
    aliases(domain),
  ];
}

function isOpen({ unanswered }: DomainRecords, questions: readonly string[]): boolean {
  return questions.some((question) => unanswered.includes(question));
}

function spf(records: DomainRecords): DomainRow {
  const { domain, zone } = records;
  const verdict = spfVerdict(zone, domain);
  const found = zoneReader(zone)
    .texts(domain)
    .filter((text) => /^v=spf1(\s|$)/i.test(text));
  return {
    subject: 'spf',
    ...(isOpen(records, verdict.questions)
      ? UNKNOWN
      : { outcome: verdict.outcome, word: verdict.problem ?? verdict.effect }),
    data: { lookups: verdict.lookups, at: verdict.problemAt ?? domain },
    records: found,
  };
}

const UNKNOWN = { outcome: 'unknown', word: 'unanswered' } as const;

function dmarc(records: DomainRecords): DomainRow {
  const { domain, zone } = records;
  const verdict = dmarcVerdict(zone, domain, domain);
  return {
    subject: 'dmarc',
    ...(isOpen(records, verdict.questions) ? UNKNOWN : { outcome: verdict.outcome, word: verdict.policy }),
    data: { pct: verdict.pct },
    records: verdict.foundAt === null ? [] : zoneReader(zone).texts(verdict.foundAt),
  };
}

function dkim(records: DomainRecords): DomainRow {
  const { domain, zone, dkimSelectors } = records;
  const verdict = dkimVerdict(zone, domain, dkimSelectors);
  const usable = verdict.keys.filter(({ key }) => isUsable(key));
  const bad = verdict.keys.filter(({ key }) => !isUsable(key) && key.kind !== 'revoked');
  const common = {
    subject: 'dkim',
    records: verdict.keys.map(({ selector }) => `${selector}._domainkey.${domain}`),
  } as const;
  if (usable.length > 0 && bad.length === 0)
    return {
      ...common,
      outcome: 'pass',
      word: 'found',
      data: { selectors: usable.map(({ selector }) => selector).join(', ') },
    };
  if (bad.length > 0)
    return {
      ...common,
      outcome: 'warn',
      word: 'weak',
      data: { selectors: bad.map(({ selector }) => selector).join(', ') },
    };
  return {
    ...common,
    outcome: 'unknown',
    word: isOpen(records, verdict.questions) ? 'unanswered' : 'notFound',
    data: {},
  };
}

function transport(records: DomainRecords): DomainRow {
  const { domain, zone } = records;
  const verdict = transportVerdict(zone, domain);
  const isAsked = verdict.hasPolicyRecord && records.mailPolicyMode === 'enforce';
  const word = !verdict.receivesMail ? 'noMail' : isAsked ? 'asked' : 'notAsked';
  return {
    subject: 'transport',
    ...(isOpen(records, verdict.questions)
      ? UNKNOWN
      : { outcome: !verdict.receivesMail || !isAsked ? ('told' as const) : ('pass' as const), word }),
    data: {},
    records: zoneReader(zone).records(domain, 'MX'),
  };
}

function caa(records: DomainRecords): DomainRow {
  const { domain, zone } = records;
  const verdict = caaVerdict(zone, domain, domain);
  return {
    subject: 'caa',
    ...(isOpen(records, verdict.questions)
      ? UNKNOWN
      : verdict.issuers === null
        ? { outcome: 'warn' as const, word: 'missing' }
        : { outcome: 'pass' as const, word: verdict.issuers.length === 0 ? 'nobody' : 'found' }),
    data: { issuers: verdict.issuers?.join(', ') ?? '' },
    records: verdict.foundAt === null ? [] : zoneReader(zone).records(verdict.foundAt, 'CAA'),
  };
}

function dnssec({ isSigned }: DomainRecords): DomainRow {
  const row = { subject: 'dnssec', data: {}, records: [] } as const;
  if (isSigned === null) return { ...row, outcome: 'unknown', word: 'unanswered' };
  return { ...row, outcome: isSigned ? 'pass' : 'told', word: isSigned ? 'signed' : 'unsigned' };
}

function registration({ registration: told }: DomainRecords, now: Instant): DomainRow {
  const row = { subject: 'registration', records: [] } as const;
  if (!told || (told.expiresAt === null && told.isTransferLocked === null))
    return { ...row, outcome: 'unknown', word: 'unanswered', data: {} };
  const days = told.expiresAt === null ? null : Math.floor((Date.parse(told.expiresAt) - Date.parse(now)) / DAY_MS);
  const data = { expiresAt: told.expiresAt ?? '', days: days ?? 0 };
  if (days !== null && days < EXPIRES_SOON_DAYS)
    return { ...row, outcome: 'fail', word: days < 0 ? 'ended' : 'soon', data };
  if (told.isTransferLocked === false)
    return { ...row, outcome: 'warn', word: days === null ? 'unlocked' : 'unlockedUntil', data };
  return {
    ...row,
    outcome: days === null || told.isTransferLocked === null ? 'told' : 'pass',
    word: days === null ? 'locked' : told.isTransferLocked === null ? 'until' : 'lockedUntil',
    data,
  };
}

function aliases({ aliases: seen }: DomainRecords): DomainRow {
  const dangling = seen.filter(({ state }) => state === 'missing' || state === 'unclaimed');
  const open = seen.filter(({ state }) => state === 'unknown');
  return {
    subject: 'aliases',
    outcome: dangling.length > 0 ? 'fail' : open.length > 0 ? 'unknown' : 'pass',
    word: dangling.length > 0 ? 'dangling' : open.length > 0 ? 'unanswered' : seen.length === 0 ? 'none' : 'resolve',
    data: { count: dangling.length > 0 ? dangling.length : seen.length },
    records: seen.map(({ name, target }) => `${name} → ${target}`),
  };
}
