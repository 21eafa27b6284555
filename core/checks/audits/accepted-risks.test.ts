import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/a-gstin.ts';
import { LATER, someRecords, YESTERDAY } from '../../../test/security-factories.ts';
import type { AcceptedRisk } from '../../evidence/own-records.ts';
import { acceptedRisks as check } from './accepted-risks.ts';

const risk = (over: Partial<AcceptedRisk> = {}): AcceptedRisk => ({
  checkId: 'security/form-captcha',
  subject: 'shop',
  severity: 'low',
  acceptedAt: YESTERDAY,
  acceptedBy: '1001',
  hasReason: true,
  until: LATER,
  ...over,
});

describe('security/accepted-risks', () => {
  it.each([
    [{}, []],
    [{ until: null }, ['noEnd']],
    [{ until: AS_OF }, ['ended']],
    [{ hasReason: false }, ['noReason']],
    [{ acceptedBy: null }, ['noOwner']],
    [{ acceptedAt: '2026-01-01T00:00:00.000Z', until: '2027-01-01T23:59:59.999Z' }, []], // the last of 365 days
    [{ acceptedAt: '2026-01-01T00:00:00.000Z', until: '2027-01-02T00:00:00.000Z' }, ['tooLong']],
    [{ acceptedAt: null, until: '2028-01-01T00:00:00.000Z' }, ['tooLong']],
  ])('%j: %j', (over, found) => {
    const { findings } = assess(check, { records: someRecords({ acceptedRisks: [risk(over)] }) });
    expect(findings.map(({ messageId }) => messageId)).toEqual(found);
  });

  it('does not apply where nothing was put aside', () => {
    expect(assess(check).outcome).toBe('notApplicable');
  });

  it('keeps two risks of one check apart', () => {
    const acceptedRisks = [risk({ until: null }), risk({ until: null, subject: 'other' })];
    expect(assess(check, { records: someRecords({ acceptedRisks }) }).findings).toHaveLength(2);
  });
});
