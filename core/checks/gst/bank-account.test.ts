import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord, aStatedRegistration, aTaxProfile } from '../../../test/gst-factories.ts';
import type { RegistryRecord } from '../../evidence/registry.ts';
import type { StatedRegistration } from '../../evidence/tax-profile.ts';
import { bankAccount } from './bank-account.ts';

const stating = (over: Partial<StatedRegistration>) => aTaxProfile({ registrations: [aStatedRegistration(over)] });
const told = (over: Partial<RegistryRecord>) => [
  aRegistryEntry({ known: { record: aRegistryRecord(over), service: 'cashfree', learnedAt: AS_OF } }),
];
const assessed = (over: Partial<StatedRegistration>, record: Partial<RegistryRecord> = { registeredOn: null }) => {
  const result = assess(bankAccount, { taxProfile: stating(over), registry: told(record) });
  return [result.outcome, result.findings[0]?.messageId, result.findings[0]?.severity];
};

describe('gst/bank-account', () => {
  it.each([
    ['today', '2026-11-22', false, ['fail', 'soon', 'medium']],
    ['on the thirtieth day', '2026-10-23', false, ['fail', 'soon', 'medium']],
    ['on the thirty-first day', '2026-10-22', false, ['fail', 'late', 'critical']],
    ['new, and not stated', '2026-11-20', null, ['fail', 'soon', 'medium']],
    ['late, and not stated', '2026-10-22', null, ['notAssessed', undefined, undefined]],
    ['the account stands', '2026-11-20', true, ['pass', undefined, undefined]],
    ['the first day of the rule', '2023-08-04', false, ['fail', 'late', 'critical']],
    ['before the rule', '2023-08-03', false, ['fail', 'missing', 'high']],
    ['no day known', null, false, ['fail', 'missing', 'high']],
  ] as const)('registered %s', (_, registeredOn, hasBankAccount, expected) => {
    expect(assessed({ registeredOn, hasBankAccount })).toEqual(expected);
  });

  it('takes the day from the registry where it is not stated', () => {
    const stated = { registeredOn: null, hasBankAccount: null };
    expect(assessed(stated, { registeredOn: '2026-11-01' })).toEqual(['fail', 'soon', 'medium']);
    const taxProfile = stating({ ...stated, registeredOn: '2026-11-01' });
    expect(assessWithout('registry', bankAccount, { taxProfile })).toMatchObject({
      outcome: 'fail',
      findings: [{ data: { dueDay: '2026-12-01' } }],
    });
  });

  it('asks nothing of who deducts or collects tax', () => {
    expect(assessed({ hasBankAccount: false }, { taxpayerKind: 'tcs' })[0]).toBe('notApplicable');
    expect(assess(bankAccount, { taxProfile: aTaxProfile({ registrations: [] }) }).outcome).toBe('notApplicable');
  });

  it('says what only the merchant can tell', () => {
    const taxProfile = stating({ hasBankAccount: null });
    expect(assess(bankAccount, { taxProfile }).notAssessed).toMatchObject([
      { kind: 'taxProfile', reason: 'not-stated' },
    ]);
  });
});
