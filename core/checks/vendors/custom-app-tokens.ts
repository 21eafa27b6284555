import type { VendorEntry } from '../../evidence/vendors.ts';
import { isCustomApp, TOKEN_DAYS, tokenDays } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { shownName } from '../register-evidence.ts';

/**
 * Fails a custom app whose token is older than 365 days, or that nobody answers for. As sure as the person who entered
 * it: Shopify shows no app the custom apps of a shop, nor their tokens.
 */
export const customAppTokens = defineCheck({
  id: 'security/custom-app-tokens',
  area: 'security',
  control: 'VND-07',
  title: {
    en: 'Each custom app has an owner and a token of this year',
    hi: 'हर कस्टम ऐप का ज़िम्मेदार तय है और टोकन एक साल के अंदर का है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Credentials of systems are changed', hi: 'सिस्टम के टोकन और पासवर्ड बदले जाते हैं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.6.3; ISO/IEC 27001:2022, A.5.17; CIS Controls 8.1, 5.5',
    status: 'verified',
  },
  why: {
    en: 'The token of a custom app opens your shop without a log-in, and it never ends by itself.',
    hi: 'कस्टम ऐप का टोकन बिना लॉगिन के स्टोर खोलता है, और अपने आप कभी खत्म नहीं होता।',
  },
  cost: {
    en: 'Everybody who ever saw it, also those who left, can still use it.',
    hi: 'जिसने उसे कभी भी देखा, वह आज भी उसे चला सकता है, छोड़कर गए लोग भी।',
  },
  remedy: [
    {
      en: 'Open Settings, then Apps, then Develop apps, and the app named.',
      hi: 'Settings में Apps, फिर Develop apps खोलें और बताया गया ऐप चुनें।',
    },
    {
      en: 'Delete the app if nobody needs it. Otherwise make a new token and put it where the old one was.',
      hi: 'ज़रूरत न हो तो ऐप मिटाएँ। नहीं तो नया टोकन बनाएँ और पुराने की जगह लगाएँ।',
    },
    {
      en: 'Write the day and the owner into the vendor in Prahari.',
      hi: 'Prahari में वेंडर के साथ वह दिन और ज़िम्मेदार का नाम लिखें।',
    },
  ],
  adminPath: '/settings/apps',
  proof: {
    en: 'The next check finds an owner and a token younger than 365 days for each custom app.',
    hi: 'अगली जाँच में हर कस्टम ऐप का ज़िम्मेदार और 365 दिन से नया टोकन मिले।',
  },
  requires: ['vendorBook'],
  messages: {
    old: {
      en: 'The token of {vendor} is of {day}, more than 365 days ago.',
      hi: '{vendor} का टोकन {day} का है, यानी 365 दिन से पुराना।',
    },
    noOwner: {
      en: 'Nobody in your shop is named for the custom app {vendor}.',
      hi: 'कस्टम ऐप {vendor} का कोई ज़िम्मेदार नहीं लिखा है।',
    },
  },
  applies: ({ vendorBook: { entries } }) => entries.length === 0 || entries.some(isCustomApp),
  *evaluate({ vendorBook }, { asOf }) {
    for (const entry of customApps(vendorBook.entries)) {
      const data = { vendor: shownName(entry.name), day: entry.tokenMadeOn ?? '' };
      if ((tokenDays({ entry }, asOf) ?? 0) > TOKEN_DAYS) yield { subject: entry.id, messageId: 'old', data };
      else if (!entry.hasOwner) yield { subject: entry.id, messageId: 'noOwner', data };
    }
  },
  lacks({ vendorBook: { entries } }) {
    const isUntold = entries.length === 0 || customApps(entries).some(({ tokenMadeOn }) => tokenMadeOn === null);
    return isUntold ? { kind: 'vendorBook', reason: 'not-stated' } : null;
  },
});

const customApps = (entries: readonly VendorEntry[]): VendorEntry[] => entries.filter(isCustomApp);
