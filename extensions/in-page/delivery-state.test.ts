import { beforeEach, describe, expect, it } from '@jest/globals';
import { currentStateOf, deliveryStateOf, isDeliveryField } from './delivery-state.ts';

const estimator = (country: string, province: string) =>
  `<select name="address[country]"><option value="${country}" selected></option></select>
   <select name="address[province]"><option value="${province}" selected></option></select>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the State of the delivery', () => {
  it.each([
    ['MH', '27'],
    ['mh', '27'],
    ['Maharashtra', '27'],
    [' tamil nadu ', '33'],
    ['UT', '05'], // ISO's Uttarakhand
    ['DD', '26'],
    ['Andhra Pradesh', '37'],
    ['', null],
    ['California', null],
    ['__proto__', null],
  ])('%j is %j', (place, code) => expect(currentStateOf(place)).toBe(code));

  it.each([
    ['the buyer’s own zone', '', 'KA', '29'],
    ['nothing known', '', '', null],
    ['the estimator before the own zone', estimator('India', 'Kerala'), 'KA', '32'],
    ['an estimator without a choice', estimator('India', ''), 'KA', '29'],
    ['another country', estimator('United States', 'Kerala'), 'KA', null],
    [
      'a page where only the State is asked',
      '<select name="address[province]"><option>Goa</option></select>',
      '',
      '30',
    ],
    ['a field that is none', '<div name="address[province]">Goa</div>', 'KA', '29'],
  ])('%s', (_, html, zone, code) => {
    document.body.innerHTML = html;
    expect(deliveryStateOf(document, zone)).toBe(code);
  });

  it('is asked for by two fields', () => {
    document.body.innerHTML = `${estimator('India', 'Goa')}<input name="q">`;
    expect([...document.querySelectorAll('select, input')].map(isDeliveryField)).toEqual([true, true, false]);
    expect(isDeliveryField(null)).toBe(false);
  });
});
