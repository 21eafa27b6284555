import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aRegistration, aShop, anAddress } from '../../../test/factories.ts';
import { shopAddressState } from './shop-address-state.ts';

const registeredIn = (...states: string[]) => states.map((state) => aRegistration({ gstin: aGstin({ state }) }));

describe('gst/shop-address-state', () => {
  it.each([
    ['MH', '400001', ['27'], 'pass'],
    ['MH', '400001', ['29', '27'], 'pass'],
    ['MH', '400001', ['29'], 'fail'],
    ['DD', '396210', ['26'], 'pass'], // two zones, one code
    ['DN', '396230', ['25'], 'pass'], // the code before the merger
    ['LA', '194101', ['38'], 'pass'],
    [null, '560001', ['27'], 'fail'], // no zone: the PIN tells
    [null, '160014', ['27'], 'notApplicable'], // no zone, and the PIN lies in two States
    ['XX', null, ['27'], 'notApplicable'],
    ['MH', '400001', [], 'notApplicable'],
  ])('zone %s, PIN %s, registered in %j: %s', (provinceCode, pin, states, outcome) => {
    const shop = aShop({ address: anAddress({ provinceCode, pin }) });
    expect(assess(shopAddressState, { shop, registrations: registeredIn(...states) }).outcome).toBe(outcome);
  });

  it('does not add a second alert to a GSTIN with a mistake', () => {
    const registrations = [aRegistration({ gstin: '27AAPFU0939F1ZO' })];
    expect(assess(shopAddressState, { registrations }).outcome).toBe('pass');
  });

  it('does not apply outside India', () => {
    const shop = aShop({ address: anAddress({ countryCode: 'AE', provinceCode: 'MH' }) });
    expect(assess(shopAddressState, { shop, registrations: registeredIn('29') }).outcome).toBe('notApplicable');
  });
});
