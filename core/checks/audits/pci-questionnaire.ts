import { attestedCheck } from '../attested.ts';

/** Fails a shop that says its self-assessment is older than 365 days or missing. A "yes" counts with the paper only. */
export const pciQuestionnaire = attestedCheck({
  id: 'security/pci-questionnaire',
  control: 'AUD-06',
  question: 'pci-questionnaire',
  title: { en: 'The PCI self-assessment is current', hi: 'PCI स्व-मूल्यांकन मान्य है' },
  severity: 'medium',
  rule: {
    name: { en: 'Self-assessment questionnaire, each year', hi: 'स्व-मूल्यांकन प्रश्नावली, हर साल' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, questionnaire A (r1, January 2025); ISO/IEC 27001:2022, A.5.31',
    status: 'verified',
  },
  why: {
    en: 'Card networks ask each merchant who takes cards for this paper, once a year.',
    hi: 'कार्ड लेने वाले हर व्यापारी से कार्ड नेटवर्क साल में एक बार यह कागज़ माँगते हैं।',
  },
  cost: {
    en: 'Without it your bank or gateway can raise fees, or stop card payments after a theft.',
    hi: 'इसके बिना बैंक या गेटवे शुल्क बढ़ा सकता है, या चोरी के बाद कार्ड भुगतान रोक सकता है।',
  },
  remedy: [
    {
      en: 'Ask your payment gateway which type applies. For Shopify stores it is mostly A.',
      hi: 'अपने पेमेंट गेटवे से पूछें कि कौन-सा प्रकार लागू है। Shopify स्टोर में अक्सर A होता है।',
    },
    { en: 'Fill it in, sign it, and upload it here.', hi: 'उसे भरें, हस्ताक्षर करें और यहाँ अपलोड करें।' },
  ],
  no: {
    en: 'The shop says that no questionnaire was signed in the last 365 days.',
    hi: 'स्टोर का कहना है कि पिछले 365 दिनों में प्रश्नावली पर हस्ताक्षर नहीं हुए।',
  },
});
