import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../test/a-gstin.ts';
import { anAccount, stated } from '../../test/security-factories.ts';
import type { Account } from '../evidence/people.ts';
import { factorsOf } from './second-factor.ts';

const see = (accounts: readonly Account[], all: readonly Account[] = accounts) => {
  const { open, gap, facts } = factorsOf({ accounts: all }, accounts, AS_OF);
  return [open.map(({ account, messageId }) => `${account.id} ${messageId}`), gap, facts.length];
};

describe('factorsOf', () => {
  it.each([
    ['app', [], null, 1],
    ['none', ['a1 none'], null, 1],
    ['registered-only', ['a1 registeredOnly'], null, 1],
    [undefined, [], 'too-little', 0],
  ] as const)('%s', (secondFactor, open, gap, facts) => {
    expect(see([anAccount({ secondFactor })])).toEqual([open, gap, facts]);
  });

  it('tells what ended from what was never said', () => {
    const ended = anAccount(
      {},
      { id: 'ended', facts: { secondFactor: [stated('app' as const, { expiresAt: AS_OF })] } },
    );
    const old = anAccount(
      {},
      {
        id: 'old',
        facts: { secondFactor: [stated('app' as const, { statedAt: '2026-08-23T06:29:59.000Z', expiresAt: null })] },
      },
    );
    expect(see([ended])).toEqual([[], 'expired', 0]);
    expect(see([old])).toEqual([[], 'expired', 0]);
    expect(see([ended, anAccount({ secondFactor: undefined })])).toEqual([[], 'too-little', 0]);
  });

  describe('who comes in through an identity provider', () => {
    const saml = anAccount({ kind: 'saml', secondFactor: undefined });
    const mailbox = (over: Parameters<typeof anAccount>[0], id = 'm1') =>
      anAccount(over, { id, service: 'mail', source: 'google' });

    it.each([
      ['protected there', [mailbox({ secondFactor: 'key' })], [[], null, 1]],
      ['open there', [mailbox({ secondFactor: 'none' })], [['a1 none'], null, 1]],
      ['one of two open', [mailbox({}), mailbox({ secondFactor: 'none' }, 'm2')], [['a1 none'], null, 1]],
      ['one of two unknown', [mailbox({}), mailbox({ secondFactor: undefined }, 'm2')], [[], 'too-little', 0]],
      ['no mailbox known', [], [[], 'too-little', 0]],
    ] as const)('%s', (_, mailboxes, seen) => {
      expect(see([saml], [saml, ...mailboxes])).toEqual(seen);
    });

    it('counts by an own statement before that', () => {
      const own = anAccount({ kind: 'saml', secondFactor: 'none' });
      expect(see([own], [own, mailbox({})])).toEqual([['a1 none'], null, 1]);
    });

    it('takes nobody else’s mailbox where nobody is matched', () => {
      const nobody = anAccount({ kind: 'saml', secondFactor: undefined }, { personId: null });
      const loose = anAccount({}, { id: 'm1', service: 'mail', personId: null });
      expect(see([nobody], [nobody, loose])).toEqual([[], 'too-little', 0]);
    });
  });
});
