import { lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { defineCheck } from '../check.ts';

/** Fails a host that lets any foreign page read its answers with the customer's own sign-in. Sure: it was tried. */
export const cors = defineCheck({
  id: 'security/cors',
  area: 'security',
  control: 'NET-11',
  title: {
    en: 'Foreign pages cannot read your customers’ answers',
    hi: 'बाहरी पेज आपके ग्राहकों का डेटा नहीं पढ़ सकते',
  },
  severity: 'high',
  rule: {
    name: { en: 'Cross-origin requests stay without sign-in', hi: 'बाहरी अनुरोध साइन-इन के बिना रहें' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.26; OWASP Top 10:2025, A02',
    status: 'verified',
  },
  why: {
    en: 'A host that welcomes every origin with credentials hands its answers to any page a customer opens.',
    hi: 'कुछ होस्ट हर साइट को साइन-इन के साथ आने देते हैं। तब ग्राहक का डेटा किसी भी पेज को मिल जाता है।',
  },
  cost: {
    en: 'A foreign page could read orders, addresses and mail of customers who are signed in.',
    hi: 'बाहरी पेज साइन-इन ग्राहकों के ऑर्डर, पते और मेल पढ़ सकता है।',
  },
  remedy: [
    {
      en: 'On your own server: allow only the origins that need it, by name.',
      hi: 'अपने सर्वर पर: सिर्फ़ ज़रूरी साइटों को नाम से अनुमति दें।',
    },
    {
      en: 'If an app answers there, write to its maker. If Shopify does, write to Shopify support.',
      hi: 'अगर वहाँ कोई ऐप जवाब देता है, तो उसके निर्माता को लिखें। Shopify हो, तो Shopify सहायता को।',
    },
  ],
  proof: {
    en: 'The next check tries a foreign origin and is not allowed with credentials.',
    hi: 'अगली जाँच बाहरी साइट बनकर आएगी और उसे साइन-इन के साथ अनुमति नहीं मिलेगी।',
  },
  requires: ['storefront'],
  messages: {
    open: {
      en: '{host} allows any origin to read with the customer’s sign-in.',
      hi: '{host} किसी भी साइट को ग्राहक के साइन-इन के साथ पढ़ने देता है।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, cors: seen } of storefront.hosts) {
      if (seen?.isOriginReflected && seen.allowsCredentials) yield { subject: host, messageId: 'open', data: { host } };
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, ({ cors: seen }) => seen !== null),
});
