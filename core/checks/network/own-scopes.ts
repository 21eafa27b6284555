import { defineCheck } from '../check.ts';

/** The staff list of large plans: Shopify Support gives it to an app on request, so no list of ours asks for it. */
const ENABLED_BY_SHOPIFY = 'read_users';

/** Fails when Prahari itself holds access that none of its features uses. Sure: both lists are known. */
export const ownScopes = defineCheck({
  id: 'security/own-scopes',
  area: 'security',
  title: { en: 'Prahari holds only the access it needs', hi: 'Prahari के पास सिर्फ़ ज़रूरी एक्सेस है' },
  severity: 'medium',
  rule: {
    name: { en: 'Least privilege', hi: 'सिर्फ़ ज़रूरी अधिकार' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.15 and A.8.2; PCI DSS 4.0.1, 7.2.1',
    status: 'verified',
  },
  why: {
    en: 'Access that is not used can still be misused. This rule holds for Prahari as for any app.',
    hi: 'जो एक्सेस काम में नहीं आता, उसका भी गलत इस्तेमाल हो सकता है। यह नियम Prahari पर भी लागू है।',
  },
  cost: {
    en: 'If Prahari were ever broken into, this access would be open too.',
    hi: 'अगर कभी Prahari में सेंध लगे, तो यह एक्सेस भी खुल जाएगा।',
  },
  remedy: [
    { en: 'Open Settings, then Apps, and remove Prahari.', hi: 'सेटिंग में Apps खोलें और Prahari को हटाएँ।' },
    {
      en: 'Install it again. It then asks only for what it needs.',
      hi: 'इसे फिर से इंस्टॉल करें। तब यह सिर्फ़ ज़रूरी एक्सेस माँगेगा।',
    },
    {
      en: 'Note your GSTINs first: removing the app deletes what it stored.',
      hi: 'पहले अपने GSTIN लिख लें: ऐप हटाने पर उसका रखा डेटा मिट जाता है।',
    },
  ],
  adminPath: '/settings/apps',
  proof: {
    en: 'The next check finds no access beyond the list of needs.',
    hi: 'अगली जाँच में ज़रूरत से ज़्यादा कोई एक्सेस नहीं मिलेगा।',
  },
  requires: ['access'],
  messages: {
    extra: {
      en: 'Prahari holds access that it does not need: {scopes}.',
      hi: 'Prahari के पास ऐसा एक्सेस है जिसकी ज़रूरत नहीं: {scopes}।',
    },
  },
  *evaluate({ access }) {
    const needed = new Set([...access.required, ...access.optional, ENABLED_BY_SHOPIFY]);
    const extra = [...new Set(access.granted)].filter((scope) => !needed.has(scope)).sort();
    if (extra.length > 0) yield { subject: 'prahari', messageId: 'extra', data: { scopes: extra.join(', ') } };
  },
});
