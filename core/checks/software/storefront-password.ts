import { defineCheck } from '../check.ts';

/** Fails a shop on a paid plan, set up, whose storefront still asks visitors for a password. Sure of the setting. */
export const storefrontPassword = defineCheck({
  id: 'security/storefront-password',
  area: 'security',
  title: { en: 'The storefront is open to customers', hi: 'ऑनलाइन स्टोर ग्राहकों के लिए खुला है' },
  severity: 'low',
  rule: {
    name: { en: 'The password page is for the time before opening', hi: 'पासवर्ड पेज सिर्फ़ खुलने से पहले के लिए है' },
    effectiveFrom: '2026-10-01',
    source: 'Shopify Admin API 2026-10, OnlineStorePasswordProtection',
    status: 'verified',
  },
  why: {
    en: 'One password for all visitors is passed on and soon known. It keeps customers out, not others.',
    hi: 'सबके लिए एक ही पासवर्ड जल्दी फैल जाता है। इससे ग्राहक रुकते हैं, दूसरे नहीं।',
  },
  cost: {
    en: 'Nobody can buy without the password, while the plan is being paid.',
    hi: 'प्लान का पैसा लगता रहता है और पासवर्ड के बिना कोई खरीद नहीं सकता।',
  },
  remedy: [
    { en: 'Open Online Store, then Preferences.', hi: 'Online Store में Preferences खोलें।' },
    {
      en: 'Turn off the password under store access, and save.',
      hi: 'स्टोर एक्सेस में पासवर्ड बंद करें और सेव करें।',
    },
    {
      en: 'If the shop is closed on purpose, suppress this alert until it opens.',
      hi: 'अगर स्टोर जानबूझकर बंद है, तो खुलने की तारीख तक इस अलर्ट को रोकें।',
    },
  ],
  adminPath: '/online_store/preferences',
  proof: { en: 'The next check sees the storefront open.', hi: 'अगली जाँच में ऑनलाइन स्टोर खुला मिलेगा।' },
  requires: ['shop'],
  messages: {
    locked: {
      en: 'The storefront still asks every visitor for a password.',
      hi: 'ऑनलाइन स्टोर अब भी हर आने वाले से पासवर्ड माँगता है।',
    },
  },
  applies: ({ shop }) => !shop.plan.isDevelopment && !shop.setupRequired,
  *evaluate({ shop }) {
    if (shop.isStorefrontLocked) yield { subject: 'shop', messageId: 'locked' };
  },
});
