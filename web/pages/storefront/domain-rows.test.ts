import { describe, expect, it } from '@jest/globals';
import { LATER, someDomainRecords } from '../../../test/security-factories.ts';
import en from '../../locales/en/storefront.json' with { type: 'json' };
import { AS_OF } from '../../../test/a-gstin.ts';
import { DOMAIN_SUBJECTS, domainRows } from './domain-rows.ts';
import type { DomainRecords } from '../../../core/evidence/dns.ts';

const DOMAIN = 'invented-shop.example';
const zone = (node: DomainRecords['zone'][string], dmarc = 'v=DMARC1; p=reject') => ({
  [DOMAIN]: node,
  [`_dmarc.${DOMAIN}`]: { TXT: [dmarc] },
});
const registration = (parts: Partial<NonNullable<DomainRecords['registration']>>) => ({
  registration: { registeredAt: null, expiresAt: LATER, isTransferLocked: true, ...parts },
});

/** "outcome word" of one subject. */
function verdict(subject: string, parts: Partial<DomainRecords>): string {
  const row = domainRows(someDomainRecords(parts), AS_OF).find((known) => known.subject === subject);
  return `${row?.outcome} ${row?.word}`;
}

describe('what is told of a domain', () => {
  it.each<[string, Partial<DomainRecords>, string]>([
    ['spf', {}, 'pass hardfail'],
    ['spf', { zone: zone({}) }, 'fail missing'],
    ['spf', { zone: zone({ TXT: ['v=spf1 +all'] }) }, 'fail pass-all'],
    ['spf', { zone: zone({ TXT: ['v=spf1 -all', 'v=spf1 ~all'] }) }, 'fail several-records'],
    ['spf', { unanswered: [`TXT ${DOMAIN}`] }, 'unknown unanswered'],
    ['dmarc', {}, 'pass reject'],
    ['dmarc', { zone: zone({}, 'v=DMARC1; p=none') }, 'warn none'],
    ['dmarc', { zone: zone({}, '') }, 'fail missing'],
    ['dmarc', { unanswered: [`TXT _dmarc.${DOMAIN}`] }, 'unknown unanswered'],
    // A key may lie at a name that nobody can guess.
    ['dkim', { dkimSelectors: ['google'] }, 'unknown notFound'],
    ['caa', {}, 'pass found'],
    ['caa', { zone: zone({}) }, 'warn missing'],
    ['caa', { zone: zone({ CAA: ['0 issue ";"'] }) }, 'pass nobody'],
    ['transport', { zone: zone({ MX: ['10 mail.shop.example'] }) }, 'told notAsked'],
    ['transport', { zone: zone({ MX: ['0 .'] }) }, 'told noMail'],
    ['dnssec', {}, 'pass signed'],
    ['dnssec', { isSigned: false }, 'told unsigned'],
    ['dnssec', { isSigned: null }, 'unknown unanswered'],
    ['registration', {}, 'pass lockedUntil'],
    ['registration', registration({ isTransferLocked: false }), 'warn unlockedUntil'],
    ['registration', registration({ isTransferLocked: null }), 'told until'],
    ['registration', registration({ expiresAt: null }), 'told locked'],
    ['registration', registration({ expiresAt: null, isTransferLocked: false }), 'warn unlocked'],
    ['registration', registration({ expiresAt: null, isTransferLocked: null }), 'unknown unanswered'],
    ['registration', registration({ expiresAt: AS_OF }), 'fail soon'],
    ['registration', registration({ expiresAt: '2020-01-01T00:00:00.000Z' }), 'fail ended'],
    ['registration', { registration: null }, 'unknown unanswered'],
    ['aliases', {}, 'pass none'],
    ['aliases', { aliases: [{ name: 'a', target: 'b', state: 'resolves' }] }, 'pass resolve'],
    ['aliases', { aliases: [{ name: 'a', target: 'b', state: 'unknown' }] }, 'unknown unanswered'],
    ['aliases', { aliases: [{ name: 'a', target: 'b', state: 'missing' }] }, 'fail dangling'],
    ['aliases', { aliases: [{ name: 'a', target: 'b', state: 'unclaimed' }] }, 'fail dangling'],
  ])('%s: case %#', (subject, parts, expected) => {
    expect(verdict(subject, parts)).toBe(expected);
    const words = Object.keys((en.dns as Record<string, object | string>)[subject] as object);
    const [, word] = expected.split(' ');
    expect(words.some((known) => known === word || known === `${word}_one`)).toBe(true);
  });

  it('keeps one order, and says nothing of what is the platform’s', () => {
    expect(domainRows(someDomainRecords(), AS_OF).map(({ subject }) => subject)).toEqual(DOMAIN_SUBJECTS);
    expect(domainRows(someDomainRecords({ domain: 'a-shop.myshopify.com' }), AS_OF)).toEqual([]);
    expect(domainRows(someDomainRecords({ domain: 'notmyshopify.com' }), AS_OF)).toHaveLength(DOMAIN_SUBJECTS.length);
  });
});
