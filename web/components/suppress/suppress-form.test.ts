import { describe, expect, it } from '@jest/globals';
import { faultsOf, freshInput } from './suppress-form.ts';

const TODAY = '2026-11-22';

describe('muting an alert', () => {
  it.each([
    ['Our CA looks into it', '2026-12-22', {}],
    ['Our CA looks into it', '2026-11-23', {}],
    ['Our CA looks into it', '2027-11-22', {}], // the 365th day
    ['Our CA looks into it', '2027-11-23', { until: 'dateTooLate' }],
    ['Our CA looks into it', '2026-11-22', { until: 'dateTooEarly' }],
    ['Our CA looks into it', '', { until: 'dateMissing' }],
    ['  ok ', '2026-12-22', { reason: 'reasonMissing' }],
    ['abc', '2026-12-22', {}],
    ['x'.repeat(501), 'soon', { reason: 'reasonTooLong', until: 'dateMissing' }],
  ])('"%.20s" until "%s": %j', (reason, until, faults) => {
    expect(faultsOf({ suppression: 'can-wait', reason, until }, TODAY)).toEqual(faults);
  });

  it('begins with a month', () => {
    expect(freshInput(TODAY)).toEqual({ suppression: 'can-wait', reason: '', until: '2026-12-22' });
  });
});
