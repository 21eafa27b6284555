import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF, aGstin, aLocation, anAddress, aRegistration } from '../../../test/factories.ts';
import { aRegistryEntry, aRegistryRecord } from '../../../test/gst-factories.ts';
import type { RegistryRecord } from '../../evidence/registry.ts';
import { locationApob } from './location-apob.ts';

const bhiwandi = aLocation({
  id: 'gid://shopify/Location/2',
  name: 'Bhiwandi godown',
  address: anAddress({ city: 'Bhiwandi', pin: '421302' }),
});
const told = (over: Partial<RegistryRecord> = {}) => [
  aRegistryEntry({ known: { record: aRegistryRecord(over), service: 'setu', learnedAt: AS_OF } }),
];

describe('gst/location-apob', () => {
  it('finds a warehouse that is on no registration', () => {
    expect(assess(locationApob, { locations: [aLocation(), bhiwandi], registry: told() })).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: 'gid://shopify/Location/2',
          messageId: 'missing',
          data: { location: 'Bhiwandi godown', pin: '421302', state: '27' },
        },
      ],
    });
  });

  it.each([
    ['on it as an additional place', bhiwandi, { additional: [{ pin: '421302', stateCode: '27' }] }, 'pass'],
    ['additional places are not told', bhiwandi, { additional: null }, 'notAssessed'],
    ['switched off', { ...bhiwandi, isActive: false }, {}, 'notApplicable'],
    ['sends nothing', { ...bhiwandi, fulfillsOnlineOrders: false }, {}, 'notApplicable'],
    ['of a partner', { ...bhiwandi, fulfillsOnlineOrders: false, isFulfillmentService: true }, {}, 'fail'],
    [
      'in a State without a GSTIN',
      { ...bhiwandi, address: anAddress({ provinceCode: 'KA', pin: '560001' }) },
      {},
      'notApplicable',
    ],
    ['without a PIN', { ...bhiwandi, address: anAddress({ pin: null }) }, {}, 'notAssessed'],
    ['abroad', { ...bhiwandi, address: anAddress({ countryCode: 'AE' }) }, {}, 'notApplicable'],
  ])('%s: %s', (_, location, record, outcome) => {
    expect(assess(locationApob, { locations: [location], registry: told(record) }).outcome).toBe(outcome);
  });

  it('says what is missing: the answer, or our own PIN', () => {
    const silent = assess(locationApob, { locations: [bhiwandi], registry: told({ additional: null }) });
    expect(silent.notAssessed).toMatchObject([{ kind: 'registry', reason: 'too-little' }]);
    const noPin = { ...bhiwandi, address: anAddress({ pin: null }) };
    const ours = assess(locationApob, { locations: [noPin], registry: told() });
    expect(ours.notAssessed).toMatchObject([{ kind: 'locations', reason: 'too-little' }]);
    const unasked = [aRegistryEntry({ known: null, asked: null })];
    expect(assess(locationApob, { registry: unasked }).notAssessed).toMatchObject([{ reason: 'not-asked' }]);
  });

  it('never flags a PIN that lies in several States', () => {
    const gstin = aGstin({ state: '24' });
    const straddling = aLocation({ address: anAddress({ city: 'Vapi', provinceCode: 'GJ', pin: '396210' }) });
    const evidence = { locations: [straddling], registrations: [aRegistration({ gstin })] };
    const registry = told({ principal: { pin: '380001', stateCode: '24' } }).map((entry) => ({ ...entry, gstin }));
    expect(assess(locationApob, { ...evidence, registry }).outcome).toBe('pass');
  });
});
