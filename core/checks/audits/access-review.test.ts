import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { accessReview as check } from './access-review.ts';

const judge = (...accounts: Account[]) => {
  const { outcome, findings } = assess(check, { people: aPeopleBook({ accounts }) });
  return [outcome, findings.map(({ subject, data }) => `${subject} ${data['count']}/${data['all']}`)];
};
const confirmed = (confirmedOn: string | null, over: Partial<Account> = {}) => anAccount({}, { confirmedOn, ...over });

describe('security/access-review', () => {
  it.each([
    ['2026-08-22', 'pass', []], // 92 days
    ['2026-08-21', 'fail', ['shopify 1/1']],
    [null, 'fail', ['shopify 1/1']],
  ])('confirmed on %s: %s', (day, outcome, found) => {
    expect(judge(confirmed(day))).toEqual([outcome, found]);
  });

  it('is one finding for each service', () => {
    const mail = { service: 'mail' } as const;
    const accounts = [confirmed(null), confirmed(null), confirmed('2026-11-01'), confirmed(null, mail)];
    expect(judge(...accounts)).toEqual(['fail', ['shopify 2/3', 'mail 1/1']]);
  });

  it('does not ask for an account that is off', () => {
    expect(judge(confirmed('2026-11-01'), anAccount({ isActive: false }, { confirmedOn: null }))[0]).toBe('pass');
    expect(judge()[0]).toBe('notAssessed');
  });
});
