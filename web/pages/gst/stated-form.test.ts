import { describe, expect, it } from '@jest/globals';
import { aStated } from '../../test/gst-factories.ts';
import { changeOf, dayFault, inputOf, lutChoices } from './stated-form.ts';

const TODAY = '2026-11-22';

describe('what a merchant states of a registration', () => {
  it.each([
    ['', null],
    ['2017-07-01', null], // GST's first day
    ['2017-06-30', 'dayTooEarly'],
    ['2026-11-22', null],
    ['2026-11-23', 'dayTooLate'],
    ['22/11/2026', 'dayUnknown'],
  ])('registered on "%s": %s', (registeredOn, fault) => {
    expect(dayFault({ ...inputOf(undefined), registeredOn }, TODAY)).toBe(fault);
  });

  it.each([
    ['2026-03-31', ['2024-25', '2025-26', '2026-27']], // the last day of a financial year
    ['2026-04-01', ['2025-26', '2026-27', '2027-28']],
    ['2099-11-22', ['2098-99', '2099-00', '2100-01']],
  ])('offers letters on %s for %j', (today, years) => {
    expect(lutChoices(today, [])).toEqual(years);
  });

  it('keeps an older letter among the choices', () => {
    expect(lutChoices(TODAY, ['2019-20', '2026-27'])).toEqual(['2019-20', '2025-26', '2026-27', '2027-28']);
  });

  it('takes a statement back with null, never with false', () => {
    expect(changeOf(inputOf(undefined))).toEqual({
      scheme: null,
      filing: null,
      registeredOn: null,
      hasBankAccount: null,
      lutYears: [],
    });
  });

  it('brings back what was stated', () => {
    const { gstin, ...stated } = aStated({ scheme: 'composition', hasBankAccount: false, lutYears: ['2026-27'] });
    expect(gstin).toHaveLength(15);
    expect(changeOf(inputOf({ gstin, ...stated }))).toEqual(stated);
  });
});
