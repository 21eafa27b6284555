import { isOnSale } from '../../evidence/derived/hsn-code.ts';
import { defineCheck } from '../check.ts';
import { MOST_PRODUCTS, aboutProduct, nameOf, namesOf } from '../../evidence/derived/product-findings.ts';

/**
 * Fails a product on sale with a variant for which Shopify's field holds no country of origin. Sure of the field; the
 * page may name the country in another way, so it weighs little. One finding a product.
 */
export const countryOfOrigin = defineCheck({
  id: 'gst/country-of-origin',
  area: 'gst',
  title: { en: 'Every product names its country of origin', hi: 'हर प्रोडक्ट का मूल देश लिखा हुआ है' },
  severity: 'low',
  rule: {
    name: { en: 'Declarations on the page of packaged goods', hi: 'पैक माल के पेज पर ज़रूरी जानकारी' },
    effectiveFrom: '2018-01-01',
    source: 'Legal Metrology (Packaged Commodities) Rules 2011, rule 6(10) (lexology; mondaq 1532648)',
    status: 'verified',
  },
  why: {
    en: 'The page of packaged goods must tell where they come from. Shops have had notices for it.',
    hi: 'पैक माल के पेज पर मूल देश बताना ज़रूरी है। इसके लिए स्टोर को नोटिस मिल चुके हैं।',
  },
  cost: {
    en: 'A notice under the Legal Metrology rules, and exports that wait for the missing entry.',
    hi: 'लीगल मेट्रोलॉजी नियमों में नोटिस मिल सकता है, और निर्यात इस जानकारी के लिए रुकता है।',
  },
  remedy: [
    {
      en: 'Open the product. Under Shipping, choose the country of origin for each variant.',
      hi: 'प्रोडक्ट खोलें। Shipping में हर वेरिएंट का मूल देश चुनें।',
    },
    {
      en: 'For many products, select them under Products and use the bulk editor.',
      hi: 'ज़्यादा प्रोडक्ट हों तो Products में उन्हें चुनकर bulk editor से बदलें।',
    },
    {
      en: 'Show the country on the product page, too.',
      hi: 'मूल देश प्रोडक्ट के पेज पर भी दिखाएँ।',
    },
  ],
  adminPath: '/products',
  proof: {
    en: 'The next check finds a country of origin for each variant on sale.',
    hi: 'अगली जाँच में बिक्री वाले हर वेरिएंट का मूल देश मिलेगा।',
  },
  requires: ['catalogue'],
  messages: {
    product: { en: '{product} has no country of origin.', hi: '{product} का मूल देश नहीं लिखा है।' },
    variants: {
      en: '{product}: no country of origin for {variants}.',
      hi: '{product}: {variants} का मूल देश नहीं लिखा है।',
    },
    more: {
      en: 'More products without a country of origin: {count}.',
      hi: 'बिना मूल देश वाले और प्रोडक्ट: {count}।',
    },
  },
  applies: ({ catalogue }) => catalogue.products.some((product) => isOnSale(product) && product.variants.length > 0),
  *evaluate({ catalogue }) {
    let count = 0;
    for (const product of catalogue.products) {
      if (!isOnSale(product)) continue;
      const without = product.variants.filter(({ originCountryCode }) => originCountryCode === null);
      if (without.length === 0) continue;
      count += 1;
      if (count > MOST_PRODUCTS) continue;
      const variants = without.length === product.variants.length ? null : namesOf(without);
      const about = { ...aboutProduct(product), data: { product: nameOf(product) } };
      if (variants === null) yield { ...about, messageId: 'product' };
      else yield { ...about, messageId: 'variants', data: { ...about.data, variants } };
    }
    if (count > MOST_PRODUCTS) yield { subject: 'more', messageId: 'more', data: { count: count - MOST_PRODUCTS } };
  },
  lacks: ({ catalogue }) => (catalogue.moreProducts > 0 ? { kind: 'catalogue', reason: 'too-little' } : null),
});
