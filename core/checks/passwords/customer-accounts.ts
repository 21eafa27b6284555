import { defineCheck } from '../check.ts';

/** Fails a shop on the older customer accounts, which ask for a password. Sure: the setting itself is read. */
export const customerAccounts = defineCheck({
  id: 'security/customer-accounts',
  area: 'security',
  title: { en: 'Customers sign in without a password', hi: 'ग्राहक बिना पासवर्ड के साइन इन करते हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Sign-in that does not rest on a password', hi: 'पासवर्ड पर न टिका साइन-इन' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.5; OWASP Top 10:2025, A07; Shopify Admin API 2026-10, CustomerAccountsVersion',
    status: 'verified',
  },
  why: {
    en: 'Older accounts use a password that many people use elsewhere too. New accounts send a one-time code.',
    hi: 'पुराने खातों में पासवर्ड होता है, जो लोग दूसरी जगह भी रखते हैं। नए खाते एक बार का कोड भेजते हैं।',
  },
  cost: {
    en: 'Someone with a leaked password can read the orders and addresses of that customer.',
    hi: 'लीक हो चुके पासवर्ड से कोई उस ग्राहक के ऑर्डर और पते पढ़ सकता है।',
  },
  remedy: [
    { en: 'Open Settings, then Customer accounts.', hi: 'सेटिंग में Customer accounts खोलें।' },
    {
      en: 'Read what changes for apps that use the older accounts.',
      hi: 'देखें कि पुराने खातों वाले ऐप के लिए क्या बदलेगा।',
    },
    { en: 'Choose Customer accounts, and save.', hi: 'Customer accounts चुनें और सेव करें।' },
  ],
  adminPath: '/settings/customer_accounts',
  proof: { en: 'The next check sees the new customer accounts.', hi: 'अगली जाँच में ग्राहकों के नए खाते मिलेंगे।' },
  requires: ['shop'],
  messages: {
    classic: {
      en: 'The shop uses older customer accounts, which ask for a password.',
      hi: 'स्टोर में ग्राहकों के पुराने खाते हैं, जो पासवर्ड माँगते हैं।',
    },
  },
  *evaluate({ shop }) {
    if (shop.customerAccounts === 'CLASSIC') yield { subject: 'shop', messageId: 'classic' };
  },
});
