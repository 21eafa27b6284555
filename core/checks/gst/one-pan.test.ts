import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aRegistration } from '../../../test/factories.ts';
import { onePan } from './one-pan.ts';

const registered = (...gstins: string[]) => gstins.map((gstin) => aRegistration({ gstin }));

describe('gst/one-pan', () => {
  it.each([
    ['one PAN in two States', registered(aGstin(), aGstin({ state: '29' })), 'pass'],
    ['two in one State', registered(aGstin(), aGstin({ entity: '2' })), 'pass'],
    ['two PANs', registered(aGstin(), aGstin({ state: '29', pan: 'AAACZ1234C' })), 'fail'],
    ['a single number', registered(aGstin()), 'notApplicable'],
    ['a second one with a mistake', registered(aGstin(), '27AAPFU0939F1ZO'), 'notApplicable'],
    ['none', [], 'notApplicable'],
  ])('%s: %s', (_, registrations, outcome) => {
    expect(assess(onePan, { registrations }).outcome).toBe(outcome);
  });

  it('shows one number a PAN, masked', () => {
    const registrations = registered(aGstin(), aGstin({ state: '07' }), aGstin({ state: '29', pan: 'AAACZ1234C' }));
    const [finding] = assess(onePan, { registrations }).findings;
    expect(finding).toMatchObject({ subject: 'shop', data: { count: 2 } });
    expect(finding?.data['gstins']).toMatch(/^\w{7}X{4}\w{4}, 29AAACZX{4}\w{4}$/);
  });
});
