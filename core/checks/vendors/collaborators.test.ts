import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, stated } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { collaborators as check } from './collaborators.ts';

const judge = (...accounts: Account[]) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }) });
  return [outcome, findings.map(({ messageId }) => messageId), notAssessed.map((one) => one.reason)];
};
const agency = (confirmedOn: string | null) => anAccount({ kind: 'collaborator' }, { id: 'agency', confirmedOn });

describe('security/collaborators', () => {
  it.each([
    ['2026-08-24', 'pass', []], // 90 days
    ['2026-08-23', 'fail', ['old']],
    [null, 'fail', ['never']],
  ])('confirmed %s: %s', (confirmedOn, outcome, found) => {
    expect(judge(agency(confirmedOn))).toEqual([outcome, found, []]);
  });

  it.each([
    ['staff alone', [anAccount()], 'notApplicable', []],
    [
      'a collaborator who is off',
      [anAccount({ kind: 'collaborator', isActive: false }), anAccount()],
      'notApplicable',
      [],
    ],
    [
      'of one the kind is unknown',
      [agency('2026-11-01'), anAccount({ kind: undefined })],
      'notAssessed',
      ['too-little'],
    ],
    [
      'kinds were told, and that ended',
      [anAccount({}, { facts: { kind: [stated('regular' as const, { expiresAt: '2026-11-01T00:00:00.000Z' })] } })],
      'notAssessed',
      ['expired'],
    ],
    ['no account of the store', [], 'notAssessed', ['too-little']],
  ] as const)('%s: %s', (_, accounts, outcome, reasons) => {
    expect(judge(...accounts)).toEqual([outcome, [], reasons]);
  });
});
