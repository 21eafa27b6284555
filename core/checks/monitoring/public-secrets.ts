import { secretName } from '../../code/secret-name.ts';
import { codeGap, codePlaces } from '../../evidence/derived/code-places.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a private credential in the theme or on a page: shpat_…, sk_live_…. Sure of the form; whether the key still
 * works is not tried. Keys that are made to be public are shown and fail nobody.
 */
export const publicSecrets = defineCheck({
  id: 'security/public-secrets',
  area: 'security',
  control: 'MON-05',
  title: { en: 'No private key stands in public code', hi: 'खुले कोड में कोई गुप्त कुंजी नहीं है' },
  severity: 'critical',
  rule: {
    name: { en: 'Private keys stay out of code', hi: 'गुप्त कुंजी कोड से बाहर रहती है' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.6.2; ISO/IEC 27001:2022, A.8.4 and A.5.17; CIS Controls 8.1, 16.12',
    status: 'verified',
  },
  why: {
    en: 'Anybody can read the code of a page. Programs collect keys from pages day and night.',
    hi: 'पेज का कोड कोई भी पढ़ सकता है। प्रोग्राम दिन-रात पेज से कुंजियाँ इकट्ठा करते हैं।',
  },
  cost: {
    en: 'With this key a stranger could act in your name: read orders, send messages, pay out money.',
    hi: 'इस कुंजी से कोई अनजान आपके नाम पर ऑर्डर पढ़ सकता है, संदेश भेज सकता है, पैसे निकाल सकता है।',
  },
  remedy: [
    {
      en: 'Make a new key at the service, and end the old one there. Removing the line alone is not enough.',
      hi: 'सेवा में नई कुंजी बनाएँ और पुरानी वहीं बंद करें। केवल पंक्ति हटाना काफ़ी नहीं है।',
    },
    {
      en: 'Remove the line: Themes, Edit code, the file shown.',
      hi: 'पंक्ति हटाएँ: Themes, Edit code, दिखाई गई फ़ाइल।',
    },
    {
      en: 'Look through the service’s log for use that was not yours.',
      hi: 'सेवा के लॉग में देखें कि किसी और ने उपयोग तो नहीं किया।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no private key in the theme or on the pages.',
    hi: 'अगली जाँच में थीम या पेज पर कोई गुप्त कुंजी नहीं मिलेगी।',
  },
  requires: ['theme'],
  uses: ['storefront'],
  messages: {
    private: {
      en: '{name} in {place}, line {line}. It ends in {lastFour}.',
      hi: '{name}, {place} की पंक्ति {line} में। अंत के अक्षर: {lastFour}।',
    },
    public: {
      en: '{name} in {place}, line {line}. It is made to be public.',
      hi: '{name}, {place} की पंक्ति {line} में। यह सबके देखने के लिए ही बनी है।',
    },
  },
  lacks: codeGap,
  *evaluate(evidence) {
    const known = new Set<string>();
    for (const { place, code } of codePlaces(evidence)) {
      const here = new Set<string>();
      for (const { type, level, line, lastFour } of code.secrets) {
        // A page repeats what a theme file wrote into it.
        const value = `${type} ${lastFour}`;
        if (known.has(value) && lastFour !== '') continue;
        here.add(value);
        const data = { name: secretName(type), place, line, lastFour: lastFour === '' ? '–' : lastFour };
        if (level === 'critical') yield { subject: `${type}: ${place}`, messageId: 'private', data };
        else yield { subject: `${type}: ${place}`, messageId: 'public', data, isRemark: true };
      }
      for (const value of here) known.add(value);
    }
  },
});
