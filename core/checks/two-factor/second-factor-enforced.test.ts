import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { anAccount, anAttestation, aPeopleBook } from '../../../test/security-factories.ts';
import type { Account, AccountFacts } from '../../evidence/people.ts';
import type { AttestedAnswer } from '../../evidence/attestations.ts';
import type { SensitiveService } from '../../data/sensitive-services.ts';
import { secondFactorEnforced as check } from './second-factor-enforced.ts';

const account = (
  isSecondFactorEnforced: boolean | undefined,
  service: SensitiveService = 'mail',
  kind: AccountFacts['kind'] = 'regular',
) =>
  anAccount({ isSecondFactorEnforced, kind }, { id: `${service}-${String(isSecondFactorEnforced)}-${kind}`, service });
const judge = (accounts: readonly Account[], answer: AttestedAnswer | null = null) => {
  const attestations = answer === null ? [] : [anAttestation('second-factor-enforced', { answer })];
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }), attestations });
  return [
    outcome,
    findings.map(({ subject, messageId }) => `${subject} ${messageId}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/second-factor-enforced', () => {
  it.each([
    ['known of each', [account(true)], null, 'pass', [], []],
    ['off for one', [account(true), account(false)], null, 'fail', ['mail off'], []],
    ['off for one, whatever the shop says', [account(false)], 'yes', 'fail', ['mail off'], []],
    [
      'unknown, and the shop says nothing',
      [account(true), account(undefined)],
      null,
      'notAssessed',
      [],
      ['not-stated'],
    ],
    ['unknown, and the shop says yes', [account(true), account(undefined)], 'yes', 'pass', [], []],
    ['the shop says no', [account(true)], 'no', 'fail', ['shop no'], []],
    ['two services', [account(false), account(false, 'shopify')], null, 'fail', ['shopify off', 'mail off'], []],
    ['other services set no rule of the shop', [account(false, 'courier')], 'yes', 'pass', [], []],
    [
      'the provider rules who comes in through it',
      [account(true), account(false, 'shopify', 'saml')],
      null,
      'pass',
      [],
      [],
    ],
    ['no account', [], null, 'notAssessed', [], ['not-stated']],
  ] as const)('%s', (_, accounts, answer, outcome, found, reasons) => {
    expect(judge(accounts, answer)).toEqual([outcome, found, reasons]);
  });

  it('counts the accounts of a service in one finding', () => {
    const people = aPeopleBook({ accounts: [account(false), { ...account(false), id: 'b' }] });
    expect(assess(check, { people }).findings).toMatchObject([{ subject: 'mail', data: { count: 2 } }]);
  });

  it.each([
    [[account(true)], 'export'],
    [[account(undefined)], 'attested'],
  ])('stands on what it used', (accounts, rung) => {
    expect(assess(check, { people: aPeopleBook({ accounts }) }).rung).toBe(rung);
  });

  it('asks the shop where there is no register', () => {
    expect(assessWithout('people', check)).toMatchObject({ outcome: 'pass', rung: 'attested' });
  });
});
