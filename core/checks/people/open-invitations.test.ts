import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook } from '../../../test/security-factories.ts';
import { openInvitations as check } from './open-invitations.ts';

describe('security/open-invitations', () => {
  it.each([
    [{ kind: 'regular' }, 'pass', []],
    [{ kind: 'invited' }, 'fail', ['invited']],
    [{ kind: 'invited', isActive: undefined }, 'fail', ['invited']],
    [{ kind: 'requested' }, 'fail', ['requested']],
    [{ kind: 'invited', isActive: false }, 'pass', []], // taken back
    [{ kind: undefined }, 'notAssessed', []],
  ] as const)('%j: %s', (facts, outcome, found) => {
    const result = assess(check, { people: aPeopleBook({ accounts: [anAccount(facts)] }) });
    expect([result.outcome, result.findings.map(({ messageId }) => messageId)]).toEqual([outcome, found]);
  });
});
