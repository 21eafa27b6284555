import { attestedCheck } from '../attested.ts';

/** Fails a shop whose team keeps passwords elsewhere, as it says itself. As sure as the person who answered. */
export const passwordManager = attestedCheck({
  id: 'security/password-manager',
  control: 'PWD-05',
  question: 'password-manager',
  title: { en: 'The team uses a password manager', hi: 'टीम पासवर्ड मैनेजर का इस्तेमाल करती है' },
  severity: 'medium',
  rule: {
    name: { en: 'Passwords are kept where they are protected', hi: 'पासवर्ड ऐसी जगह रखे हैं जहाँ वे बचे रहते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.17; CIS Controls 8.1, 5.2 and 14.3',
    status: 'verified',
  },
  why: {
    en: 'Nobody remembers a long password for each account. Without a manager people use one for all.',
    hi: 'हर खाते का लंबा पासवर्ड कोई याद नहीं रखता। मैनेजर के बिना लोग सब जगह एक ही रखते हैं।',
  },
  cost: {
    en: 'One leak then opens mail, store and payment gateway together.',
    hi: 'तब एक लीक से मेल, स्टोर और पेमेंट गेटवे साथ में खुल सकते हैं।',
  },
  remedy: [
    {
      en: 'Choose one password manager for the team, and let each person have an own log-in.',
      hi: 'टीम के लिए एक पासवर्ड मैनेजर चुनें, जिसमें हर व्यक्ति का अपना लॉग-इन हो।',
    },
    {
      en: 'Move the passwords from sheets and chats into it, and delete them there.',
      hi: 'शीट और चैट से पासवर्ड उसमें ले जाएँ और वहाँ से मिटाएँ।',
    },
  ],
  no: {
    en: 'The shop says that its team uses no password manager.',
    hi: 'स्टोर का कहना है कि टीम पासवर्ड मैनेजर का इस्तेमाल नहीं करती।',
  },
});
