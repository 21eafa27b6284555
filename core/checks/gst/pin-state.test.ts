import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aLocation, aShop, anAddress } from '../../../test/factories.ts';
import { pinState } from './pin-state.ts';

describe('gst/pin-state', () => {
  it.each([
    ['MH', '400001', 'pass'],
    ['MH', '560001', 'fail'], // Bengaluru
    ['GA', '403001', 'pass'], // inside the digits of Maharashtra
    ['MH', '403001', 'fail'],
    ['PB', '160014', 'pass'], // Chandigarh and Punjab share it
    ['CH', '160014', 'pass'],
    ['TG', '500001', 'pass'],
    ['AP', '500001', 'fail'],
    ['DD', '396220', 'pass'], // Shopify's second zone for code 26
    ['LA', '194101', 'pass'],
    ['MH', '990001', 'pass'], // not in the table
    ['MH', '4000', 'pass'],
  ])('zone %s with PIN %s: %s', (provinceCode, pin, outcome) => {
    const address = anAddress({ provinceCode, pin });
    const result = assess(pinState, { shop: aShop({ address }), locations: [] });
    expect(result.outcome).toBe(outcome);
  });

  it('says of each location which one it is', () => {
    const locations = [
      aLocation(),
      aLocation({
        id: 'gid://shopify/Location/2',
        name: 'Hosur godown',
        address: anAddress({ provinceCode: 'KA', pin: '635109' }),
      }),
    ];
    expect(assess(pinState, { locations }).findings).toMatchObject([
      {
        subject: 'gid://shopify/Location/2',
        messageId: 'location',
        data: { location: 'Hosur godown', pin: '635109', state: '29', pinState: '33' },
      },
    ]);
  });

  it.each([
    ['not active', aLocation({ isActive: false, address: anAddress({ pin: '560001' }) })],
    ['abroad', aLocation({ address: anAddress({ countryCode: 'US', pin: '560001' }) })],
    ['without a PIN', aLocation({ address: anAddress({ pin: null }) })],
    ['without a zone', aLocation({ address: anAddress({ provinceCode: null, pin: '560001' }) })],
  ])('says nothing of a location %s', (_, location) => {
    expect(assess(pinState, { locations: [location] }).findings).toEqual([]);
  });
});
