import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aRegistration, aShop, anAddress } from '../../../test/factories.ts';
import { registrationPresent } from './registration-present.ts';

describe('gst/registration-present', () => {
  it.each([
    ['no GSTIN', [], 'fail'],
    ['one GSTIN', [aRegistration()], 'pass'],
    ['one with a mistake: another check says so', [aRegistration({ gstin: '27AAPFU0939F1ZO' })], 'pass'],
  ])('%s: %s', (_, registrations, outcome) => {
    expect(assess(registrationPresent, { registrations }).outcome).toBe(outcome);
  });

  it('asks nothing of a shop outside India', () => {
    const shop = aShop({ address: anAddress({ countryCode: 'SG', provinceCode: null }) });
    expect(assess(registrationPresent, { shop, registrations: [] }).outcome).toBe('notApplicable');
  });

  it('stands on what the merchant stated', () => {
    expect(assess(registrationPresent).rung).toBe('stated');
  });
});
