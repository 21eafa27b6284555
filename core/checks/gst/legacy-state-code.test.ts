import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aRegistration } from '../../../test/factories.ts';
import { legacyStateCode } from './legacy-state-code.ts';

describe('gst/legacy-state-code', () => {
  it.each([
    ['25', 'fail', 'medium'],
    ['28', 'pass', 'info'], // pointed out only: the date of its end is not established
    ['26', 'pass', undefined],
    ['37', 'pass', undefined],
    ['27', 'pass', undefined],
  ])('State code %s: %s, %s', (state, outcome, severity) => {
    const result = assess(legacyStateCode, { registrations: [aRegistration({ gstin: aGstin({ state }) })] });
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.severity).toBe(severity);
  });

  it('names the State that took over', () => {
    const { findings } = assess(legacyStateCode, {
      registrations: [aRegistration({ gstin: aGstin({ state: '25' }) })],
    });
    expect(findings[0]?.data).toMatchObject({ code: '25', newState: '26', newCode: '26' });
  });

  it('leaves a number with a mistake to its own check', () => {
    const gstin = '25AAAPZ1234C1Z!';
    expect(assess(legacyStateCode, { registrations: [aRegistration({ gstin })] }).outcome).toBe('pass');
  });
});
