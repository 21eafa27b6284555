import { attestedCheck } from '../attested.ts';

/** Fails a shop that keeps no logs, or not for 180 days in India, as it says itself. */
export const logsKept = attestedCheck({
  id: 'security/logs-kept',
  control: 'NET-09',
  question: 'logs-kept',
  title: { en: 'Logs are kept for 180 days in India', hi: 'लॉग 180 दिन तक भारत में रखे जाते हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Logs of all systems, kept for 180 days inside India', hi: 'सभी सिस्टम के लॉग, भारत में 180 दिन तक' },
    effectiveFrom: '2022-09-25',
    source:
      'CERT-In Directions of 28-04-2022, (iv), for small firms from 2022-09-25; ISO/IEC 27001:2022, A.8.15; DPDP Rules 2025, rule 6(1)(c) and (e)',
    status: 'verified',
  },
  why: {
    en: 'After a break-in, logs are the only witness of who came in and what was read.',
    hi: 'सेंध के बाद लॉग ही बताते हैं कि कौन आया और क्या पढ़ा गया।',
  },
  cost: {
    en: 'Without logs you must assume that everything was read, and tell every customer.',
    hi: 'लॉग न हों तो मानना पड़ता है कि सब पढ़ा गया, और हर ग्राहक को बताना पड़ सकता है।',
  },
  remedy: [
    {
      en: 'List your systems outside Shopify, and ask each provider how long it keeps logs.',
      hi: 'Shopify के बाहर के सिस्टम लिखें और हर प्रदाता से पूछें कि लॉग कब तक रहते हैं।',
    },
    {
      en: 'Set 180 days, stored in India, and one year where personal data is opened.',
      hi: '180 दिन तय करें, भारत में, और जहाँ व्यक्तिगत डेटा खुलता है वहाँ एक साल।',
    },
  ],
  no: {
    en: 'The shop says that logs are not kept for 180 days in India.',
    hi: 'स्टोर का कहना है कि लॉग 180 दिन तक भारत में नहीं रखे जाते।',
  },
});
