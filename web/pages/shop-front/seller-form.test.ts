import { describe, expect, it } from '@jest/globals';
import { aGstin } from '../../../test/a-gstin.ts';
import { SELLER_FIELDS } from '../../../core/api/seller-disclosure.ts';
import { MOST_CHARS, sellerFaults, sellerInput } from './seller-form.ts';
import { aSeller, aSellerState } from '../../test/seller-factories.ts';

describe('the seller’s particulars', () => {
  it('begin with what is known', () => {
    const state = aSellerState({ shown: null, suggested: { gstin: aGstin() } });
    expect(sellerInput(state)).toMatchObject({ gstin: aGstin(), legalName: '' });
    expect(sellerInput(aSellerState())).toEqual(aSeller());
  });

  it('have no fault when all is there, and one for each field that is empty', () => {
    expect(sellerFaults(aSeller())).toEqual({});
    const empty = sellerFaults(sellerInput(aSellerState({ shown: null, suggested: {} })));
    expect(Object.keys(empty)).toEqual([...SELLER_FIELDS]);
    expect(new Set(Object.values(empty))).toEqual(new Set(['missing']));
  });

  it.each([
    ['gstin', '27AAAPZ0000C1ZX', 'gstin'],
    ['gstin', 'none', 'gstin'],
    ['email', 'nobody', 'email'],
    ['officerEmail', 'nobody@host', 'email'],
    ['phone', '12345', 'phone'],
    ['officerPhone', 'call me', 'phone'],
    ['address', ' \n ', 'missing'],
  ] as const)('%s is not %j', (field, value, fault) => {
    expect(sellerFaults(aSeller({ [field]: value }))).toEqual({ [field]: fault });
  });

  it('know how long each may be', () => {
    expect(Object.keys(MOST_CHARS)).toEqual([...SELLER_FIELDS]);
  });
});
