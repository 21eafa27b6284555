import { isShopifyCookie } from '../../data/shopify-cookies.ts';
import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { CookieSeen } from '../../evidence/storefront.ts';
import { isSessionCookie, sameSiteOf } from '../../headers/cookies.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a cookie that looks like a sign-in ("sess", "login") without Secure, HttpOnly or SameSite. Sure of the flags;
 * what a cookie is for is told by its name alone. Shopify's own cookies on a host that it serves are shown, never scored;
 * those of an app are.
 */
export const cookieFlags = defineCheck({
  id: 'security/cookie-flags',
  area: 'security',
  control: 'ENC-11',
  title: { en: 'Sign-in cookies carry their flags', hi: 'साइन-इन की कुकी पर तीनों फ़्लैग लगे हैं' },
  severity: 'low',
  rule: {
    name: { en: 'Flags of cookies', hi: 'कुकी के फ़्लैग' },
    effectiveFrom: '2011-04-01',
    source: 'RFC 6265, 4.1.2; ISO/IEC 27001:2022, A.8.26; OWASP Top 10:2025, A07',
    status: 'verified',
  },
  why: {
    en: 'The flags keep a sign-in cookie from http, from scripts and from other sites.',
    hi: 'ये फ़्लैग साइन-इन की कुकी को http, स्क्रिप्ट और दूसरी साइटों से बचाते हैं।',
  },
  cost: {
    en: 'Whoever gets such a cookie is signed in as that customer, without a password.',
    hi: 'जिसे ऐसी कुकी मिल जाए, वह बिना पासवर्ड उस ग्राहक के नाम से साइन इन हो जाता है।',
  },
  remedy: [
    {
      en: 'On your own server: add the flags named where the cookie is set.',
      hi: 'अपने सर्वर पर: जहाँ कुकी बनती है, वहाँ बताए गए फ़्लैग जोड़ें।',
    },
    {
      en: 'On your Shopify shop: ask the maker of the app that sets it. Shopify’s own cookies need nothing.',
      hi: 'Shopify स्टोर पर: कुकी बनाने वाले ऐप के निर्माता से कहें। Shopify की अपनी कुकी पर कुछ नहीं करना।',
    },
  ],
  proof: {
    en: 'The next check sees the cookie with all three flags, or not at all.',
    hi: 'अगली जाँच में कुकी तीनों फ़्लैग के साथ मिलेगी, या नहीं मिलेगी।',
  },
  requires: ['storefront'],
  messages: {
    missing: {
      en: 'The cookie {cookie} of {host} lacks: {flags}.',
      hi: '{host} की कुकी {cookie} में नहीं हैं: {flags}।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, cookies, isPlatformHosted } of hostsWithPages(storefront)) {
      for (const cookie of cookies.filter(isSessionCookie)) {
        const flags = missingFlags(cookie);
        if (flags.length === 0) continue;
        const data = { host, cookie: cookie.name, flags: flags.join(', ') };
        const isRemark = isPlatformHosted && isShopifyCookie(cookie.name);
        yield { subject: `${host} ${cookie.name}`, messageId: 'missing', data, isRemark };
      }
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, hasPages),
});

function missingFlags(cookie: CookieSeen): string[] {
  const sameSite = sameSiteOf(cookie);
  return [
    ...(cookie.isSecure ? [] : ['Secure']),
    ...(cookie.isHttpOnly ? [] : ['HttpOnly']),
    ...(sameSite === 'missing' || sameSite === 'invalid' ? ['SameSite'] : []),
  ];
}
