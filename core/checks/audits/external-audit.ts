import { attestedCheck } from '../attested.ts';

/** Fails a shop that says nobody from outside audited it within 365 days. A "yes" counts with its report only. */
export const externalAudit = attestedCheck({
  id: 'security/external-audit',
  control: 'AUD-02',
  question: 'external-audit',
  title: { en: 'An outside auditor looks each year', hi: 'बाहर का ऑडिटर हर साल जाँच करता है' },
  severity: 'medium',
  rule: {
    name: { en: 'Independent review of security', hi: 'सुरक्षा की स्वतंत्र समीक्षा' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.35; CIS Controls 8.1, 18.2; PCI DSS 4.0.1, 11.4.3',
    status: 'verified',
  },
  why: {
    en: 'Whoever runs a shop stops seeing its gaps. An auditor sees it as a stranger does.',
    hi: 'रोज़ स्टोर चलाने वाले को कमियाँ दिखना बंद हो जाती हैं। ऑडिटर बाहर की नज़र से देखता है।',
  },
  cost: {
    en: 'Gaps that nobody looked for stay open, and larger buyers may ask for the report.',
    hi: 'जिन कमियों को किसी ने नहीं देखा, वे खुली रहती हैं। बड़े खरीदार रिपोर्ट भी माँग सकते हैं।',
  },
  remedy: [
    { en: 'Choose an auditor from the list that CERT-In publishes.', hi: 'CERT-In की प्रकाशित सूची से ऑडिटर चुनें।' },
    { en: 'Upload the report here when you have it.', hi: 'रिपोर्ट मिलने पर उसे यहाँ अपलोड करें।' },
  ],
  no: {
    en: 'The shop says that no outside auditor looked in the last 365 days.',
    hi: 'स्टोर का कहना है कि पिछले 365 दिनों में बाहर का कोई ऑडिट नहीं हुआ।',
  },
});
