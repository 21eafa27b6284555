import { attestedCheck } from '../attested.ts';

/** Fails a shop that says its exports lie open, or stay longer than 30 days. As sure as the person who answered. */
export const exportsEncrypted = attestedCheck({
  id: 'security/exports-encrypted',
  control: 'ENC-10',
  question: 'exports-encrypted',
  title: {
    en: 'Exports and backups are encrypted and deleted in time',
    hi: 'एक्सपोर्ट और बैकअप एन्क्रिप्टेड हैं और समय पर मिटाए जाते हैं',
  },
  severity: 'high',
  rule: {
    name: { en: 'Stored personal data is encrypted', hi: 'रखा हुआ व्यक्तिगत डेटा एन्क्रिप्टेड है' },
    effectiveFrom: '2022-10-25',
    source:
      'ISO/IEC 27001:2022, A.8.13 and A.8.24; CIS Controls 8.1, 3.11; PCI DSS 4.0.1, 9.4.1; DPDP Rules 2025, rule 6(1)(a)',
    status: 'verified',
  },
  why: {
    en: 'An export of customers holds what the store protects, in one file that anybody can copy.',
    hi: 'ग्राहकों के एक्सपोर्ट में वह सब है जिसे स्टोर बचाता है। उस एक फ़ाइल को कोई भी कॉपी कर सकता है।',
  },
  cost: {
    en: 'A lost laptop or a shared folder can give away names, phones and addresses of every buyer.',
    hi: 'खोया लैपटॉप या साझा फ़ोल्डर हर खरीदार का नाम, फ़ोन और पता दे सकता है।',
  },
  remedy: [
    {
      en: 'Write down where each kind of export lies, and who can open it.',
      hi: 'लिखें कि हर तरह का एक्सपोर्ट कहाँ है और उसे कौन खोल सकता है।',
    },
    {
      en: 'Move it to an encrypted disk or drive, and delete files older than 30 days.',
      hi: 'उसे एन्क्रिप्टेड डिस्क या ड्राइव पर रखें और 30 दिन से पुरानी फ़ाइलें मिटाएँ।',
    },
  ],
  no: {
    en: 'The shop says that exports lie open, or stay longer than 30 days.',
    hi: 'स्टोर का कहना है कि एक्सपोर्ट खुले रखे हैं या 30 दिन से ज़्यादा रहते हैं।',
  },
});
