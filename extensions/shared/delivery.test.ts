import { describe, expect, it } from '@jest/globals';
import { deliveryState } from './delivery.ts';

describe('the State of delivery', () => {
  it.each([
    [{ countryCode: 'IN', provinceCode: 'MH' }, '27'],
    [{ countryCode: 'IN', provinceCode: 'DD' }, '26'], // two zones, one code
    [{ countryCode: 'IN', provinceCode: 'AP' }, '37'],
    [{ countryCode: 'IN', provinceCode: 'IN-TG' }, '36'], // as ISO writes it
    [{}, null], // protected data that the app may not see
    [{ countryCode: 'IN' }, null],
    [{ countryCode: 'IN', provinceCode: 'XX' }, null],
    [{ countryCode: 'AE', provinceCode: 'MH' }, null],
  ])('%j: %s', (delivery, code) => {
    expect(deliveryState(delivery)).toBe(code);
  });
});
