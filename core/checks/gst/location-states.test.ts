import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aLocation, aRegistration, aShop, anAddress } from '../../../test/factories.ts';
import { locationStates } from './location-states.ts';

const bengaluru = anAddress({ city: 'Bengaluru', provinceCode: 'KA', pin: '560001' });
const warehouse = aLocation({ id: 'gid://shopify/Location/2', name: 'Bengaluru godown', address: bengaluru });

describe('gst/location-states', () => {
  it('finds a warehouse in a State without a GSTIN', () => {
    const result = assess(locationStates, { locations: [aLocation(), warehouse] });
    expect(result).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: '29',
          messageId: 'fulfils',
          severity: 'high',
          data: { state: '29', code: '29', locations: 'Bengaluru godown' },
        },
      ],
    });
  });

  it.each([
    ['a GSTIN there', [aRegistration(), aRegistration({ gstin: aGstin({ state: '29' }) })], warehouse, 'pass'],
    ['a location that is off', [aRegistration()], { ...warehouse, isActive: false }, 'notApplicable'],
    [
      'a location abroad',
      [aRegistration()],
      { ...warehouse, address: anAddress({ countryCode: 'AE' }) },
      'notApplicable',
    ],
    ['no GSTIN at all', [], warehouse, 'notApplicable'],
  ])('%s', (_, registrations, location, outcome) => {
    expect(assess(locationStates, { registrations, locations: [location] }).outcome).toBe(outcome);
  });

  it('weighs a location lightly that sends no orders', () => {
    const shelf = { ...warehouse, fulfillsOnlineOrders: false };
    expect(assess(locationStates, { locations: [shelf] }).findings).toMatchObject([
      { messageId: 'mayHold', severity: 'low' },
    ]);
    const partner = { ...shelf, isFulfillmentService: true };
    expect(assess(locationStates, { locations: [partner] }).findings).toMatchObject([{ messageId: 'fulfils' }]);
  });

  it('makes one finding of many locations in a State', () => {
    const locations = Array.from({ length: 7 }, (_, n) => ({
      ...warehouse,
      id: `gid://shopify/Location/${n}`,
      name: `G${n}`,
    }));
    const { findings } = assess(locationStates, { locations });
    expect(findings.map(({ data }) => data.locations)).toEqual(['G0, G1, G2, G3, G4 +2']);
  });

  it('leaves the State of the shop address to its own check', () => {
    const shop = aShop({ address: bengaluru });
    expect(assess(locationStates, { shop, locations: [warehouse] }).outcome).toBe('pass');
  });
});
