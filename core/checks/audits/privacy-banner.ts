import { defineCheck } from '../check.ts';

const MOST_REGIONS = 5;

/**
 * Fails a shop that Shopify's own consent settings list for some region, while the banner that asks is off. Sure of
 * both settings; another consent tool may ask in its place, and then the alert can be suppressed with that reason.
 */
export const privacyBanner = defineCheck({
  id: 'security/privacy-banner',
  area: 'security',
  control: 'AUD-08',
  title: { en: 'Visitors are asked for consent where it is due', hi: 'जहाँ ज़रूरी है, वहाँ सहमति माँगी जाती है' },
  severity: 'medium',
  rule: {
    name: { en: 'Consent before tracking', hi: 'ट्रैकिंग से पहले सहमति' },
    effectiveFrom: '2018-05-25',
    source: 'Regulation (EU) 2016/679 (GDPR), article 7; control AUD-08',
    status: 'verified',
  },
  why: {
    en: 'Some regions let a shop follow visitors only after they agree. The banner is what asks them.',
    hi: 'कुछ देशों में लोगों की सहमति के बाद ही ट्रैकिंग हो सकती है। बैनर ही उनसे पूछता है।',
  },
  cost: {
    en: 'Data collected there without consent may have to be deleted. Ad accounts can stop counting those visits.',
    hi: 'बिना सहमति लिया डेटा मिटाना पड़ सकता है। विज्ञापन खाते उन विज़िट को गिनना बंद कर सकते हैं।',
  },
  remedy: [
    { en: 'Open Settings, then Customer privacy.', hi: 'सेटिंग में Customer privacy खोलें।' },
    {
      en: 'Turn on the cookie banner for the regions shown.',
      hi: 'दिखाए गए देशों के लिए कुकी बैनर चालू करें।',
    },
    {
      en: 'If another app asks for consent, suppress this alert and write its name.',
      hi: 'अगर कोई दूसरा ऐप सहमति माँगता है, तो इस अलर्ट को रोकें और उसका नाम लिखें।',
    },
  ],
  adminPath: '/settings/customer-privacy',
  proof: { en: 'The next check sees the banner on.', hi: 'अगली जाँच में बैनर चालू मिलेगा।' },
  requires: ['privacy'],
  messages: {
    off: {
      en: 'The consent banner is off, though consent is due in: {regions}.',
      hi: 'सहमति का बैनर बंद है, जबकि यहाँ सहमति ज़रूरी है: {regions}।',
    },
  },
  applies: ({ privacy }) => privacy.consentRequiredIn.length > 0,
  *evaluate({ privacy: { isBannerEnabled, consentRequiredIn } }) {
    if (isBannerEnabled) return;
    const named = consentRequiredIn.slice(0, MOST_REGIONS).join(', ');
    const rest = consentRequiredIn.length - MOST_REGIONS;
    yield { subject: 'shop', messageId: 'off', data: { regions: named + (rest > 0 ? ` +${rest}` : '') } };
  },
});
