import { describe, expect, it } from '@jest/globals';
import { AS_OF, aGstin, aLocation, anAddress, aRegistration } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import type { RegistryEntry, RegistryRecord } from '../registry.ts';
import { registeredStates } from './registered-states.ts';
import { standingOfPlace, statePlaces } from './state-places.ts';

const REGISTERED = registeredStates([aRegistration()]);
const entryWith = (over: Partial<RegistryRecord>, gstin = aGstin()): RegistryEntry =>
  aRegistryEntry({ gstin, known: { record: aRegistryRecord(over), service: 'setu', learnedAt: AS_OF } });
const at = (pin: string | null, provinceCode = 'MH') => aLocation({ address: anAddress({ pin, provinceCode }) });
const bhiwandi = { pin: '421302', stateCode: '27' };

describe('a location on its registration', () => {
  it.each([
    ['the principal place', at('400001'), [entryWith({})], 'named'],
    ['written as on envelopes', at('400 001'), [entryWith({})], 'named'],
    ['an additional place', at('421302'), [entryWith({ additional: [bhiwandi] })], 'named'],
    ['no place', at('421302'), [entryWith({})], 'missing'],
    ['additional places are not told', at('421302'), [entryWith({ additional: null })], 'unknown'],
    ['the principal place is not told', at('421302'), [entryWith({ principal: null })], 'unknown'],
    ['a place without a PIN', at('421302'), [entryWith({ additional: [{ pin: null, stateCode: '27' }] })], 'unknown'],
    ['named, though others are not told', at('400001'), [entryWith({ additional: null })], 'named'],
    ['nothing known', at('400001'), [aRegistryEntry({ known: null })], 'unknown'],
    ['nobody asked', at('400001'), null, 'unknown'],
    ['no PIN on the location', at(null), [entryWith({})], 'unknown'],
    ['another State', at('560001', 'KA'), [entryWith({})], 'unregistered'],
  ] as const)('%s', (_, location, registry, standing) => {
    expect(standingOfPlace(location, REGISTERED, registry)).toBe(standing);
  });

  it('is not known by a PIN that lies in two States, unless it is the very one', () => {
    const gujarat = (pin: string) => entryWith({ principal: { pin, stateCode: '24' } }, aGstin({ state: '24' }));
    const there = at('396210', 'GJ');
    expect(standingOfPlace(there, new Set(['24']), [gujarat('380001')])).toBe('straddles');
    expect(standingOfPlace(there, new Set(['24']), [gujarat('396210')])).toBe('named');
  });

  it('may stand on either of two registrations of the State', () => {
    const second = entryWith({ principal: bhiwandi }, aGstin({ entity: '2' }));
    expect(standingOfPlace(at('421302'), REGISTERED, [entryWith({}), second])).toBe('named');
    expect(standingOfPlace(at('440010'), REGISTERED, [entryWith({}), second])).toBe('missing');
  });

  it('counts a number of Daman for the State of today', () => {
    const daman = entryWith({ principal: { pin: '396230', stateCode: '26' } }, aGstin({ state: '25' }));
    expect(standingOfPlace(at('396230', 'DN'), new Set(['26']), [daman])).toBe('named');
  });
});

describe('States', () => {
  it('are those with a registration, with goods, or both', () => {
    const locations = [
      aLocation({ id: 'b', name: 'Pune' }),
      aLocation({ id: 'a', name: 'Bhiwandi', address: anAddress({ pin: '421302' }), fulfillsOnlineOrders: false }),
      aLocation({ id: 'c', name: 'Bengaluru', address: anAddress({ provinceCode: 'KA', pin: '560001' }) }),
      aLocation({ id: 'd', name: 'Closed', isActive: false, address: anAddress({ provinceCode: 'KA' }) }),
      aLocation({ id: 'e', name: 'Dubai', address: anAddress({ countryCode: 'AE', provinceCode: null }) }),
    ];
    const registrations = [aRegistration(), aRegistration({ gstin: aGstin({ state: '07' }) })];
    expect(statePlaces(locations, registrations, [entryWith({})])).toEqual([
      { state: '07', isRegistered: true, locations: [] },
      {
        state: '27',
        isRegistered: true,
        locations: [
          { id: 'a', name: 'Bhiwandi', pin: '421302', fulfillsOnlineOrders: false, isOnRegistration: false },
          { id: 'b', name: 'Pune', pin: '400001', fulfillsOnlineOrders: true, isOnRegistration: true },
        ],
      },
      {
        state: '29',
        isRegistered: false,
        locations: [{ id: 'c', name: 'Bengaluru', pin: '560001', fulfillsOnlineOrders: true, isOnRegistration: null }],
      },
    ]);
  });
});
