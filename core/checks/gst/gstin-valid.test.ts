import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aRegistration } from '../../../test/factories.ts';
import { gstinValid } from './gstin-valid.ts';

describe('gst/gstin-valid', () => {
  it.each([
    ['27AAPFU0939F1ZV', 'pass', undefined],
    ['29AABCF8078M2ZW', 'pass', undefined],
    [aGstin({ state: '38' }), 'pass', undefined],
    ['27AAPFU0939F1ZO', 'fail', 'bad_checksum'],
    ['27AAPFU0939F1Z', 'fail', 'bad_length'],
    ['50AAPFU0939F1Z6', 'fail', 'bad_state_code'],
    ['88AAACD8017H1ZX', 'fail', 'transporter_enrolment_id'],
    ['221712345678TMP', 'fail', 'temporary_id'],
    ['२७AAPFU0939F1ZV', 'fail', 'bad_charset'],
    ['29AABCF8078M1C8', 'fail', 'tcs'],
    ['06DELI09652G1DA', 'fail', 'tds'],
    ['0717UNO00157UNO', 'fail', 'uin'],
    ['9917SGP29001OST', 'fail', 'oidar'],
  ])('%s: %s %s', (gstin, outcome, messageId) => {
    const result = assess(gstinValid, { registrations: [aRegistration({ gstin })] });
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.messageId).toBe(messageId);
  });

  it('does not apply before a GSTIN is entered', () => {
    expect(assess(gstinValid, { registrations: [] }).outcome).toBe('notApplicable');
  });

  it('never repeats the PAN inside', () => {
    const { findings } = assess(gstinValid, { registrations: [aRegistration({ gstin: '27AAPFU0939F1ZO' })] });
    expect(findings[0]?.subject).toBe('27AAPFUXXXXF1ZO');
    expect(JSON.stringify(findings)).not.toContain('0939');
  });
});
