import { defineCheck } from '../check.ts';

/** Fails a connected domain for which Shopify has no certificate yet. Sure: Shopify itself says so. */
export const domainTls = defineCheck({
  id: 'security/domain-tls',
  area: 'security',
  control: 'ENC-01',
  title: { en: 'Every domain has its certificate', hi: 'हर डोमेन का सर्टिफ़िकेट लगा है' },
  severity: 'critical',
  rule: {
    name: { en: 'Encryption on the way', hi: 'रास्ते में एन्क्रिप्शन' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.24; PCI DSS 4.0.1, 4.2.1',
    status: 'verified',
  },
  why: {
    en: 'Without a certificate, what a customer types can be read on the way. Browsers warn people off.',
    hi: 'सर्टिफ़िकेट के बिना ग्राहक का लिखा हुआ रास्ते में पढ़ा जा सकता है। ब्राउज़र लोगों को रोकता है।',
  },
  cost: {
    en: 'Customers who come through this domain see a full-page warning, and most of them leave.',
    hi: 'इस डोमेन से आने वाले ग्राहकों को पूरे पेज की चेतावनी दिखती है और ज़्यादातर लौट जाते हैं।',
  },
  remedy: [
    { en: 'Open Settings, then Domains, and choose the domain.', hi: 'सेटिंग में Domains खोलें और डोमेन चुनें।' },
    {
      en: 'Compare the DNS records with those that Shopify shows, and correct them at your domain seller.',
      hi: 'DNS रिकॉर्ड को Shopify के दिखाए रिकॉर्ड से मिलाएँ और डोमेन कंपनी के यहाँ ठीक करें।',
    },
    {
      en: 'Wait up to 48 hours. Remove a domain that you no longer use.',
      hi: '48 घंटे तक रुकें। जो डोमेन काम में नहीं है, उसे हटाएँ।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check sees the certificate of each domain in place.',
    hi: 'अगली जाँच में हर डोमेन का सर्टिफ़िकेट लगा मिलेगा।',
  },
  requires: ['domains'],
  messages: {
    primary: {
      en: '{host}, the main domain of your shop, has no certificate.',
      hi: 'आपके स्टोर के मुख्य डोमेन {host} का सर्टिफ़िकेट नहीं है।',
    },
    other: { en: '{host} has no certificate.', hi: '{host} का सर्टिफ़िकेट नहीं है।' },
  },
  applies: ({ domains }) => domains.length > 0,
  *evaluate({ domains }) {
    for (const { host, isPrimary, isTlsReady } of domains) {
      if (isTlsReady) continue;
      if (isPrimary) yield { subject: host, messageId: 'primary', data: { host } };
      else yield { subject: host, messageId: 'other', data: { host }, severity: 'high' };
    }
  },
});
