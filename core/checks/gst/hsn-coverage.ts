import { hsnLines } from '../../evidence/derived/hsn-coverage.ts';
import type { Product, Variant } from '../../evidence/catalogue.ts';
import { isOnSale } from '../../evidence/derived/hsn-code.ts';
import { defineCheck } from '../check.ts';
import { MOST_PRODUCTS, aboutProduct, nameOf, namesOf } from '../../evidence/derived/product-findings.ts';

/**
 * Fails a taxable variant on sale for which none of the four places holds an HSN code: our field on the variant or the
 * product, Shopify's code for India, Shopify's code for all countries. Sure, unless an invoice app keeps codes of its
 * own. One finding a product.
 */
export const hsnCoverage = defineCheck({
  id: 'gst/hsn-coverage',
  area: 'gst',
  title: { en: 'Every taxable product has an HSN code', hi: 'कर वाले हर प्रोडक्ट का HSN कोड मौजूद है' },
  severity: 'medium',
  rule: {
    name: { en: 'HSN code on tax invoices', hi: 'टैक्स इनवॉइस पर HSN कोड' },
    effectiveFrom: '2021-04-01',
    source: 'CGST Rules 2017, rule 46(g); Notification 78/2020-CT (abcaus.in)',
    status: 'verified',
  },
  why: {
    en: 'The code decides the rate, stands on the invoice and in the HSN summary of GSTR-1. Without it both are guesses.',
    hi: 'इसी कोड से दर तय होती है, और यह इनवॉइस और GSTR-1 के HSN सारांश में जाता है।',
  },
  cost: {
    en: 'The portal refuses an HSN summary with an empty code, without naming the product.',
    hi: 'खाली कोड वाला HSN सारांश पोर्टल नहीं लेता, और प्रोडक्ट का नाम भी नहीं बताता।',
  },
  remedy: [
    {
      en: 'Find the code on the invoice of your supplier, or ask your CA.',
      hi: 'कोड अपने सप्लायर के इनवॉइस पर देखें, या CA से पूछें।',
    },
    {
      en: 'Open the product. Enter 6 or 8 digits as HS code under Shipping.',
      hi: 'प्रोडक्ट खोलें। Shipping में HS code की जगह 6 या 8 अंक लिखें।',
    },
    {
      en: 'A code of 4 digits does not fit there: enter it under Metafields as HSN code.',
      hi: '4 अंकों का कोड वहाँ नहीं आता: उसे Metafields में HSN code की जगह लिखें।',
    },
  ],
  adminPath: '/products',
  proof: {
    en: 'The next check finds a code for each taxable variant on sale.',
    hi: 'अगली जाँच में बिक्री वाले हर वेरिएंट का कोड मिलेगा।',
  },
  requires: ['catalogue', 'taxProfile', 'law'],
  messages: {
    product: { en: '{product} has no HSN code.', hi: '{product} का HSN कोड नहीं है।' },
    variants: {
      en: '{product}: no HSN code for {variants}.',
      hi: '{product}: {variants} का HSN कोड नहीं है।',
    },
    more: {
      en: 'More products without an HSN code: {count}. The list on the GST page names them.',
      hi: 'बिना HSN कोड वाले और प्रोडक्ट: {count}। उनके नाम GST पेज की सूची में हैं।',
    },
  },
  applies: ({ catalogue }) =>
    catalogue.products.some((product) => isOnSale(product) && product.variants.some(({ isTaxable }) => isTaxable)),
  *evaluate(evidence, { asOf }) {
    const missing = new Map<Product, Variant[]>();
    for (const { product, variant, problem } of hsnLines(evidence, asOf)) {
      if (problem !== 'missing') continue;
      const variants = missing.get(product);
      if (variants) variants.push(variant);
      else missing.set(product, [variant]);
    }
    for (const [product, without] of [...missing].slice(0, MOST_PRODUCTS)) {
      const taxable = product.variants.filter(({ isTaxable }) => isTaxable);
      const variants = without.length === taxable.length ? null : namesOf(without);
      const about = { ...aboutProduct(product), data: { product: nameOf(product) } };
      if (variants === null) yield { ...about, messageId: 'product' };
      else yield { ...about, messageId: 'variants', data: { ...about.data, variants } };
    }
    const count = missing.size - MOST_PRODUCTS;
    if (count > 0) yield { subject: 'more', messageId: 'more', data: { count } };
  },
  lacks: ({ catalogue }) => (catalogue.moreProducts > 0 ? { kind: 'catalogue', reason: 'too-little' } : null),
});
