import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aShop } from '../../../test/factories.ts';
import { storefrontPassword } from './storefront-password.ts';

const paid = { name: 'Basic', isPlus: false, isDevelopment: false };

describe('security/storefront-password', () => {
  it.each([
    ['open', { isStorefrontLocked: false }, 'pass'],
    ['locked', { isStorefrontLocked: true }, 'fail'],
    ['locked while being set up', { isStorefrontLocked: true, setupRequired: true }, 'notApplicable'],
    [
      'locked on a development plan',
      { isStorefrontLocked: true, plan: { ...paid, isDevelopment: true } },
      'notApplicable',
    ],
  ])('%s: %s', (_, posture, outcome) => {
    expect(assess(storefrontPassword, { shop: aShop(posture) }).outcome).toBe(outcome);
  });
});
