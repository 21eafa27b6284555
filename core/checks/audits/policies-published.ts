import type { PolicyType } from '../../evidence/kinds.ts';
import { defineCheck } from '../check.ts';

/** What a customer must be able to read before buying. Subscription and legal notice depend on the trade. */
const NEEDED: readonly PolicyType[] = [
  'PRIVACY_POLICY',
  'REFUND_POLICY',
  'SHIPPING_POLICY',
  'TERMS_OF_SERVICE',
  'CONTACT_INFORMATION',
];

/** Fails a shop without a refund policy, or with an empty one. Sure that it is missing; what it says is not judged. */
export const policiesPublished = defineCheck({
  id: 'security/policies-published',
  area: 'security',
  control: 'AUD-07',
  title: { en: 'The five legal texts are published', hi: 'पाँचों कानूनी नीतियाँ प्रकाशित हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'What a shop must tell its customers', hi: 'स्टोर को ग्राहकों को क्या बताना है' },
    effectiveFrom: '2020-07-23',
    source: 'Consumer Protection (E-Commerce) Rules 2020, rules 4(2) and 7(1); control AUD-07',
    status: 'verified',
  },
  why: {
    en: 'Customers must be able to read who you are, how returns work and what happens to their data.',
    hi: 'ग्राहक पढ़ सकें कि आप कौन हैं, माल वापसी कैसे होती है और उनके डेटा का क्या होता है।',
  },
  cost: {
    en: 'Without the text, disputes about a return or a delivery are hard to settle. Consumer rules ask for it.',
    hi: 'यह न हो तो वापसी या डिलीवरी के झगड़े सुलझाना मुश्किल होता है। उपभोक्ता नियम इसे माँगते हैं।',
  },
  remedy: [
    { en: 'Open Settings, then Policies.', hi: 'सेटिंग में Policies खोलें।' },
    {
      en: 'Write the text, or insert the template and change it to fit your shop.',
      hi: 'नीति लिखें, या टेम्पलेट डालकर उसे अपने स्टोर के हिसाब से बदलें।',
    },
    { en: 'Save, and link it in the footer menu.', hi: 'सेव करें और फ़ुटर मेन्यू में लिंक करें।' },
  ],
  adminPath: '/settings/legal',
  proof: { en: 'The next check reads a text of each kind.', hi: 'अगली जाँच में हर तरह की नीति मिलेगी।' },
  requires: ['policies'],
  messages: {
    missing: { en: 'This text is not published: {policy}.', hi: 'यह प्रकाशित नहीं है: {policy}।' },
    empty: { en: 'This text is empty: {policy}.', hi: 'यह खाली है: {policy}।' },
  },
  *evaluate({ policies }) {
    for (const policy of NEEDED) {
      const texts = policies.filter(({ type }) => type === policy);
      if (texts.some(({ lengthChars }) => lengthChars > 0)) continue;
      yield { subject: policy, messageId: texts.length === 0 ? 'missing' : 'empty', data: { policy } };
    }
  },
});
