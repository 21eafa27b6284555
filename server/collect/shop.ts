import { z } from 'zod';
import type { PostalArea, ShopPosture } from '../../core/evidence/kinds.ts';
import { permitted } from './access-denied.ts';
import { defineCollector } from './collector.ts';
import { SHOP_POSTURE } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';

/** No street: no check reads it, so it never enters our database. */
const Answer = z
  .object({
    shop: z.object({
      currencyCode: outsideText(3),
      taxesIncluded: z.boolean(),
      ianaTimezone: outsideText(64),
      setupRequired: z.boolean(),
      plan: z.object({
        publicDisplayName: outsideText(60),
        shopifyPlus: z.boolean(),
        partnerDevelopment: z.boolean(),
      }),
      shopAddress: z
        .object({
          city: outsideText(100).nullable(),
          provinceCode: outsideText(10).nullable(),
          zip: outsideText(20).nullable(),
          countryCodeV2: outsideText(2).nullable(),
        })
        .transform((address): PostalArea => ({
          city: address.city,
          provinceCode: address.provinceCode,
          pin: address.zip,
          countryCode: address.countryCodeV2,
        })),
      customerAccountsV2: z.object({ customerAccountsVersion: z.enum(['CLASSIC', 'NEW_CUSTOMER_ACCOUNTS']) }),
      features: z.object({ captcha: z.boolean() }),
    }),
    onlineStore: z.object({ passwordProtection: z.object({ enabled: z.boolean() }) }),
  })
  .transform(({ shop, onlineStore }): ShopPosture => ({
    currencyCode: shop.currencyCode,
    taxesIncluded: shop.taxesIncluded,
    timeZone: shop.ianaTimezone,
    setupRequired: shop.setupRequired,
    plan: {
      name: shop.plan.publicDisplayName,
      isPlus: shop.plan.shopifyPlus,
      isDevelopment: shop.plan.partnerDevelopment,
    },
    address: shop.shopAddress,
    customerAccounts: shop.customerAccountsV2.customerAccountsVersion,
    hasFormCaptcha: shop.features.captcha,
    isStorefrontLocked: onlineStore.passwordProtection.enabled,
  }));

/** Settings of the shop that need no scope. Source: Admin GraphQL `shop`, `onlineStore`. */
export const shopPosture = defineCollector({
  kind: 'shop',
  rung: 'platform',
  deadlineMs: 20_000,
  scopes: [],
  async collect({ admin, signal }) {
    return parseEvidence(Answer, permitted(await admin.query(SHOP_POSTURE, {}, { signal }), []));
  },
});
