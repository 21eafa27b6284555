import { defineCheck } from '../check.ts';

/**
 * Informs of a theme that names no version, and fails one built before sections stood in JSON templates. How far a
 * release lags behind its maker’s newest is not judged: no source tells the newest of every theme.
 */
export const themeSupported = defineCheck({
  id: 'security/theme-supported',
  area: 'security',
  control: 'SW-05',
  title: { en: 'The theme still gets updates', hi: 'थीम को अब भी अपडेट मिलते हैं' },
  severity: 'low',
  rule: {
    name: { en: 'Supported software', hi: 'जिसे अपडेट मिलते हैं ऐसा सॉफ़्टवेयर' },
    effectiveFrom: '2021-06-29',
    source: 'ISO/IEC 27001:2022, A.8.8 and A.8.19; CIS Controls 8.1, 2.2; Shopify, Online Store 2.0 of 2021-06-29',
    status: 'verified',
  },
  why: {
    en: 'Themes of the old generation get no updates, and apps must write code into their files.',
    hi: 'पुरानी पीढ़ी की थीम को अपडेट नहीं मिलते, और ऐप को उनकी फ़ाइलों में कोड लिखना पड़ता है।',
  },
  cost: {
    en: 'Code of removed apps stays behind in such a theme, and nobody looks after it.',
    hi: 'हटाए गए ऐप का कोड ऐसी थीम में रह जाता है, और उसे कोई नहीं देखता।',
  },
  remedy: [
    {
      en: 'Open Online Store, then Themes, and add a current theme from the Theme Store.',
      hi: 'Online Store में Themes खोलें और Theme Store से नई पीढ़ी की थीम जोड़ें।',
    },
    {
      en: 'Move your settings, test it as a preview, then publish it.',
      hi: 'सेटिंग ले जाएँ, प्रीव्यू में जाँचें, फिर प्रकाशित करें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds JSON templates, a name and a version in the published theme.',
    hi: 'अगली जाँच में प्रकाशित थीम में JSON टेम्पलेट, नाम और वर्ज़न मिलेंगे।',
  },
  requires: ['theme'],
  messages: {
    vintage: {
      en: 'The theme {theme} is of the generation before sections on every page.',
      hi: 'थीम {theme} उस पीढ़ी की है जिसमें हर पेज पर सेक्शन नहीं थे।',
    },
    unnamed: {
      en: 'The theme {theme} does not say which release it is.',
      hi: 'थीम {theme} नहीं बताती कि वह कौन-सा रिलीज़ है।',
    },
  },
  *evaluate({ theme: { name: theme, isVintage, release } }) {
    if (isVintage) yield { subject: 'generation', messageId: 'vintage', data: { theme } };
    if (!release?.version) yield { subject: 'release', messageId: 'unnamed', data: { theme }, severity: 'info' };
  },
});
