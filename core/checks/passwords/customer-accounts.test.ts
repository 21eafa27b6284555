import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aShop } from '../../../test/factories.ts';
import { customerAccounts as check } from './customer-accounts.ts';

describe('security/customer-accounts', () => {
  it.each([
    ['CLASSIC', 'fail'],
    ['NEW_CUSTOMER_ACCOUNTS', 'pass'],
  ] as const)('%s: %s', (customerAccounts, outcome) => {
    expect(assess(check, { shop: aShop({ customerAccounts }) }).outcome).toBe(outcome);
  });
});
