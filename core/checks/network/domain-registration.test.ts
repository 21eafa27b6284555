import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { someDomainRecords } from '../../../test/security-factories.ts';
import { domainRegistration } from './domain-registration.ts';

const after = (days: number, ms = 0) => new Date(Date.parse(AS_OF) + days * 86_400_000 + ms).toISOString();
const judged = (over: object | null) => {
  const whole = { registeredAt: null, expiresAt: after(365), isTransferLocked: true };
  return assess(domainRegistration, { dns: [someDomainRecords({ registration: over && { ...whole, ...over } })] });
};

describe('security/domain-registration', () => {
  it.each([
    ['a year, locked', {}, 'pass', []],
    ['thirty days', { expiresAt: after(30) }, 'pass', []],
    ['a moment less', { expiresAt: after(30, -1) }, 'fail', ['soon high']],
    ['ended', { expiresAt: after(0, -1) }, 'fail', ['ended critical']],
    ['not locked', { isTransferLocked: false }, 'fail', ['unlocked medium']],
    ['both', { isTransferLocked: false, expiresAt: after(1) }, 'fail', ['soon high', 'unlocked medium']],
    ['a lock that is not told', { isTransferLocked: null }, 'notAssessed', []],
    ['an end that is not told', { expiresAt: null }, 'notAssessed', []],
    ['an end that is not told, unlocked', { expiresAt: null, isTransferLocked: false }, 'fail', ['unlocked medium']],
    ['a registry that says nothing', null, 'notAssessed', []],
  ])('%s', (_, over, outcome, wanted) => {
    const result = judged(over);
    expect(result.findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
    expect(result.outcome).toBe(outcome);
  });

  it('tells of unsigned answers and does not fail by them', () => {
    const { outcome, findings } = assess(domainRegistration, { dns: [someDomainRecords({ isSigned: false })] });
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'unsigned', severity: 'info', isRemark: true }]);
    expect(assess(domainRegistration, { dns: [someDomainRecords({ isSigned: null })] }).findings).toEqual([]);
  });
});
