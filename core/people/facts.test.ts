import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../test/a-gstin.ts';
import { anAccount, stated, YESTERDAY } from '../../test/security-factories.ts';
import type { AccountFacts, PeopleSource, SecondFactor, Stated } from '../evidence/people.ts';
import { factOf, isProtecting, liveAccounts, secondFactorOf, weakestRungOf } from './facts.ts';

const EARLIER = '2026-06-01T00:00:00.000Z';
const TOMORROW = '2026-11-23T06:30:00.000Z';

const withFactors = (...secondFactor: Stated<SecondFactor>[]) => anAccount({}, { facts: { secondFactor } });
const said = (value: SecondFactor, source: PeopleSource, over: Partial<Stated<SecondFactor>> = {}) =>
  stated(value, { source, ...over });

describe('factOf', () => {
  it.each([
    ['nothing', [], null],
    ['one', [said('app', 'csv')], 'app'],
    ['said at this very moment', [said('app', 'csv', { statedAt: AS_OF })], 'app'],
    ['said tomorrow', [said('app', 'csv', { statedAt: TOMORROW })], null],
    ['ends at this very moment', [said('app', 'csv', { expiresAt: AS_OF })], null],
    ['without an end', [said('app', 'csv', { expiresAt: null })], 'app'],
    ['a stronger, older one first', [said('none', 'attestation'), said('app', 'google', { statedAt: EARLIER })], 'app'],
    [
      'a stronger one that ended does not count',
      [said('none', 'csv'), said('app', 'google', { expiresAt: AS_OF })],
      'none',
    ],
    ['of equals the newer', [said('none', 'csv', { statedAt: EARLIER }), said('app', 'users-export')], 'app'],
    ['of one source what it said last', [said('none', 'csv', { statedAt: EARLIER }), said('app', 'csv')], 'app'],
  ] as const)('%s', (_, statements, value) => {
    expect(factOf(withFactors(...statements), 'secondFactor', AS_OF)?.value ?? null).toBe(value);
  });

  it.each([
    [90, 'app'],
    [89, null],
  ])('counts what is at most %s days old', (maxAgeDays, value) => {
    const statedAt = new Date(Date.parse(AS_OF) - 90 * 86_400_000).toISOString();
    const account = withFactors(said('app', 'csv', { statedAt, expiresAt: null }));
    expect(factOf(account, 'secondFactor', AS_OF, maxAgeDays)?.value ?? null).toBe(value);
  });

  it.each([
    [said('app', 'google'), said('none', 'csv'), true],
    [said('app', 'google'), said('app', 'csv'), false],
    [said('app', 'csv'), said('none', 'csv', { statedAt: EARLIER }), false], // the same source thought better of it
    [said('app', 'google'), said('none', 'csv', { expiresAt: AS_OF }), false],
    [said('unnamed', 'google'), said('sms', 'csv'), false], // both say that there is one
    [said('unnamed', 'google'), said('none', 'csv'), true],
    [said('unnamed', 'google'), said('registered-only', 'csv'), true],
  ])('%j against %j: conflict %s', (one, other, isConflict) => {
    expect(factOf(withFactors(other, one), 'secondFactor', AS_OF)).toMatchObject({ isConflict });
  });

  it('finds no conflict in two moments of sign-in', () => {
    const lastSignInAt: AccountFacts['lastSignInAt'][] = [YESTERDAY, null];
    const account = anAccount(
      {},
      { facts: { lastSignInAt: lastSignInAt.map((value, at) => stated(value, { source: at ? 'csv' : 'google' })) } },
    );
    expect(factOf(account, 'lastSignInAt', AS_OF)).toMatchObject({ value: YESTERDAY, isConflict: false });
  });
});

describe('secondFactorOf', () => {
  it.each([
    [[said('unnamed', 'google'), said('sms', 'csv')], 'sms', 'export'],
    [[said('unnamed', 'google'), said('none', 'csv')], 'unnamed', 'identity-provider'],
    [[said('unnamed', 'google')], 'unnamed', 'identity-provider'],
    [[said('key', 'okta'), said('sms', 'csv')], 'key', 'identity-provider'],
  ] as const)('%j: %s', (statements, value, rung) => {
    expect(secondFactorOf(withFactors(...statements), AS_OF)).toMatchObject({ value, rung });
  });

  it.each([
    ['none', false],
    ['registered-only', false],
    ['sms', true],
    ['unnamed', true],
    ['app', true],
    ['key', true],
  ] as const)('%s protects: %s', (factor, isOn) => {
    expect(isProtecting(factor)).toBe(isOn);
  });
});

describe('liveAccounts', () => {
  const accounts = [
    anAccount({ isActive: true }, { id: 'active' }),
    anAccount({ isActive: false }, { id: 'off' }),
    anAccount({}, { id: 'unknown', facts: {} }),
    anAccount({ kind: 'invited' }, { id: 'invited' }),
    anAccount({ kind: 'requested' }, { id: 'requested' }),
    anAccount({ isActive: true }, { id: 'mail', service: 'mail' }),
  ];

  it('are those that somebody can use', () => {
    expect(liveAccounts({ accounts }, 'shopify', AS_OF).map(({ id }) => id)).toEqual(['active', 'unknown']);
    expect(liveAccounts({ accounts }, null, AS_OF).map(({ id }) => id)).toEqual(['active', 'unknown', 'mail']);
  });

  it('take an account back whose end was said too long ago', () => {
    const [account] = [anAccount({}, { facts: { isActive: [stated(false, { expiresAt: AS_OF })] } })];
    expect(liveAccounts({ accounts: [account] }, 'shopify', AS_OF)).toEqual([account]);
  });
});

describe('weakestRungOf', () => {
  it.each([
    [[], null],
    [[null], null],
    [[{ rung: 'platform' }, null, { rung: 'attested' }, { rung: 'export' }], 'attested'],
  ] as const)('%j: %s', (facts, rung) => {
    expect(weakestRungOf(facts)).toBe(rung);
  });
});
