import { describe, expect, it } from '@jest/globals';
import { NOW } from '../../test/factories.ts';
import { aPersonRow, aRegister, aStatement, anAccountRow } from '../../test/people-factories.ts';
import { accountsToConfirm, ageInDays, factorState, isConfirmed, peopleOf, servicesShown } from './register.ts';

const ENDED = { expiresAt: NOW };

describe('the second step of an account', () => {
  it.each([
    ['what one source says', anAccountRow({ secondFactor: 'sms' }), 'sms'],
    ['nobody says anything', anAccountRow({}, { facts: {} }), 'unknown'],
    ['what was said has ended', anAccountRow({}, { facts: { secondFactor: [aStatement('app', ENDED)] } }), 'expired'],
    ['two live sources differ', anAccountRow({}, { conflicts: ['secondFactor'] }), 'conflict'],
    ['they differ on something else', anAccountRow({}, { conflicts: ['isAdmin'] }), 'app'],
    ['the account is closed', anAccountRow({ isActive: false, secondFactor: 'none' }), 'inactive'],
    [
      'a provider is believed before a person, however new',
      anAccountRow(
        {},
        {
          facts: {
            secondFactor: [
              aStatement('key', { source: 'attestation', statedAt: NOW }),
              aStatement('none', { source: 'google' }),
            ],
          },
        },
      ),
      'none',
    ],
    [
      'the newer of two lists',
      anAccountRow(
        {},
        {
          facts: {
            secondFactor: [
              aStatement('none', { source: 'csv', statedAt: '2026-11-01T00:00:00.000Z' }),
              aStatement('app', { source: 'users-export' }),
            ],
          },
        },
      ),
      'app',
    ],
  ] as const)('%s', (_, account, state) => {
    expect(factorState(account, NOW)).toBe(state);
  });
});

describe('views', () => {
  const person = (name: string, ...accounts: Parameters<typeof anAccountRow>[0][]) =>
    aPersonRow({ id: name, name, accounts: accounts.map((facts, at) => anAccountRow(facts, { id: `${name}${at}` })) });
  const register = aRegister({
    people: [
      person('in order', {}),
      person('off', { secondFactor: 'none' }),
      person('set up, not in use', { secondFactor: 'registered-only' }),
      person('closed and off', { isActive: false, secondFactor: 'none' }),
      person('agency', { kind: 'collaborator' }),
      person('invited', { kind: 'invited' }),
      { ...person('left, account open', {}), leftAt: NOW },
      { ...person('left', { isActive: false }), leftAt: NOW },
      aPersonRow({ id: 'old', name: 'confirmed in June', accounts: [anAccountRow({}, { confirmedOn: '2026-06-01' })] }),
      aPersonRow({ id: 'silent', name: 'silent', accounts: [anAccountRow({}, { facts: {} })] }),
    ],
  });

  it.each([
    ['no-second-factor', ['off', 'set up, not in use']],
    ['not-known', ['silent']],
    ['collaborators', ['agency']],
    ['never-accepted', ['invited']],
    ['left', ['left', 'left, account open']],
    ['not-confirmed', ['confirmed in June']],
    ['unmatched', []],
  ] as const)('%s', (filter, names) => {
    expect(peopleOf(register, filter, NOW).map(({ name }) => name)).toEqual(names);
  });

  it('keeps who left among the others while an account is open', () => {
    const names = peopleOf(register, 'all', NOW).map(({ name }) => name);
    expect(names).toContain('left, account open');
    expect(names).not.toContain('left');
  });

  it('confirms open accounts alone', () => {
    expect(accountsToConfirm(register.people.slice(0, 4), NOW)).toEqual(['in order0', 'off0', 'set up, not in use0']);
  });
});

describe('a confirmation', () => {
  it.each([
    [null, false],
    ['2026-11-22', true],
    ['2026-08-22', true], // 92 days
    ['2026-08-21', false],
  ])('of %s counts: %s', (confirmedOn, counts) => {
    expect(isConfirmed(anAccountRow({}, { confirmedOn }), '2026-11-22T00:00:00.000Z')).toBe(counts);
  });
});

describe('columns', () => {
  it('are the services in use and those with an account, in one order', () => {
    const register = aRegister({
      people: [aPersonRow({ accounts: [anAccountRow({}, { service: 'gst-portal' })] })],
      unmatched: [anAccountRow({}, { service: 'amazon' })],
    });
    expect(servicesShown(register)).toEqual(['shopify', 'mail', 'gst-portal', 'amazon']);
  });
});

describe('age', () => {
  it.each([
    ['2026-11-22T13:09:59.000Z', 0],
    ['2026-11-21T13:10:00.000Z', 1],
    ['2026-11-23T00:00:00.000Z', 0], // a clock that runs ahead
  ])('%s: %s days', (at, days) => {
    expect(ageInDays(at, NOW)).toBe(days);
  });
});
