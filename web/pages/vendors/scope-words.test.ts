import { describe, expect, it } from '@jest/globals';
import { ACCESS_SCOPES } from '../../../core/data/access-scopes.ts';
import { scopeWords, STEMS } from './scope-words.ts';

describe('permissions in plain words', () => {
  it.each([
    ['read_customers', 'read', 'shop', 'customers: names, phones, addresses'],
    ['write_orders', 'write', 'shop', 'orders of the last 60 days'],
    ['unauthenticated_read_product_tags', 'read', 'visitor', 'product tags'],
    ['customer_write_customers', 'write', 'customer', 'customers: names, phones, addresses'],
  ])('%s', (scope, act, of, en) => {
    expect(scopeWords(scope)).toMatchObject({ act, of, what: { en } });
  });

  it.each(['read_dreams', 'orders', 'READ_ORDERS', 'read___proto__', 'read_constructor', '<b>read_orders</b>', ''])(
    'has none for "%s"',
    (scope) => {
      expect(scopeWords(scope)).toBeNull();
    },
  );

  it('has words for what is personal, for money and for code, as far as shops meet it', () => {
    const without = ACCESS_SCOPES.filter(({ scope, sensitivity }) => sensitivity >= 3 && scopeWords(scope) === null);
    expect(without.map(({ scope }) => scope)).toEqual([
      'read_capital',
      'read_financial_kyc_information',
      'read_shopify_payments_accounts_sensitive',
      'read_shopify_payments_legal_entities',
      'read_shopify_payments_tooling',
      'write_shopify_payments_tooling',
    ]);
  });

  it.each(STEMS)('%s is part of a permission that exists', (stem) => {
    expect(ACCESS_SCOPES.some(({ scope }) => scope.endsWith(`_${stem}`))).toBe(true);
  });
});
