import { attestedCheck } from '../attested.ts';

/** Fails a shop that deletes customer data by no written schedule, as it says itself. */
export const dataRetention = attestedCheck({
  id: 'security/data-retention',
  control: 'AUD-09',
  question: 'data-retention',
  title: { en: 'Customer data is kept no longer than needed', hi: 'ग्राहक डेटा ज़रूरत से ज़्यादा नहीं रखा जाता' },
  severity: 'medium',
  rule: {
    name: { en: 'Data is deleted when its purpose is served', hi: 'काम पूरा होने पर डेटा मिटाया जाता है' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.10; PCI DSS 4.0.1, 3.2.1; DPDP Act 2023, section 8(7), and Rules 2025, rule 8',
    status: 'verified',
  },
  why: {
    en: 'Data that you no longer hold cannot be stolen from you.',
    hi: 'जो डेटा आपके पास है ही नहीं, वह आपसे चोरी नहीं हो सकता।',
  },
  cost: {
    en: 'Each old file makes a leak larger, and more people have to be told.',
    hi: 'हर पुरानी फ़ाइल से लीक बड़ी होती है और ज़्यादा लोगों को बताना पड़ता है।',
  },
  remedy: [
    {
      en: 'Write down how long each kind of data is needed. Keep tax papers as the law asks.',
      hi: 'लिखें कि हर तरह का डेटा कब तक चाहिए। टैक्स के कागज़ कानून के अनुसार रखें।',
    },
    {
      en: 'Delete old exports, abandoned drafts and closed accounts twice a year.',
      hi: 'पुराने एक्सपोर्ट, छूटे ड्राफ़्ट और बंद खाते साल में दो बार मिटाएँ।',
    },
  ],
  no: {
    en: 'The shop says that it does not delete data by a written schedule.',
    hi: 'स्टोर का कहना है कि वह लिखे नियम से डेटा नहीं मिटाता।',
  },
});
