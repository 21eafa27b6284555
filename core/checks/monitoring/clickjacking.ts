import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { frameAncestors } from '../../headers/csp-result.ts';
import { firstValueOf, type HeaderLine } from '../../headers/input.ts';
import { defineCheck } from '../check.ts';

/** Sources that name nobody in particular. */
const ANYBODY = ['*', 'http:', 'https:', 'http://*', 'https://*'];

/**
 * Fails a host that lets any page show its own in a frame. Only headers count: browsers pass over frame-ancestors in a
 * meta element. A host that Shopify serves gets these headers from Shopify: shown, never scored.
 */
export const clickjacking = defineCheck({
  id: 'security/clickjacking',
  area: 'security',
  control: 'MON-07',
  title: { en: 'Foreign sites cannot show your shop in a frame', hi: 'बाहरी साइटें आपका स्टोर फ़्रेम में नहीं दिखा सकतीं' },
  severity: 'low',
  rule: {
    name: { en: 'frame-ancestors or X-Frame-Options', hi: 'frame-ancestors या X-Frame-Options' },
    effectiveFrom: '2013-10-01',
    source: 'RFC 7034; Content Security Policy Level 3; ISO/IEC 27001:2022, A.8.26',
    status: 'verified',
  },
  why: {
    en: 'A page in an unseen frame takes clicks that were meant for another one.',
    hi: 'छिपे फ़्रेम में रखा पेज वे क्लिक ले लेता है जो किसी और पेज के लिए थे।',
  },
  cost: {
    en: 'Customers could be led to order or change something without seeing it.',
    hi: 'ग्राहक से बिना देखे ऑर्डर या बदलाव करवाया जा सकता है।',
  },
  remedy: [
    {
      en: "On your own server: send Content-Security-Policy with frame-ancestors 'self'.",
      hi: "अपने सर्वर पर: Content-Security-Policy को frame-ancestors 'self' के साथ भेजें।",
    },
    {
      en: 'If Shopify serves the host, you need do nothing: Shopify sets these headers.',
      hi: 'अगर होस्ट Shopify चलाता है, तो आपको कुछ नहीं करना: ये हेडर Shopify भेजता है।',
    },
  ],
  proof: {
    en: 'The next check reads frame-ancestors or X-Frame-Options on this host.',
    hi: 'अगली जाँच में इस होस्ट पर frame-ancestors या X-Frame-Options मिलेगा।',
  },
  requires: ['storefront'],
  messages: {
    open: {
      en: 'Any site can show the pages of {host} in a frame.',
      hi: 'कोई भी साइट {host} के पेज फ़्रेम में दिखा सकती है।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, headers, isPlatformHosted } of hostsWithPages(storefront)) {
      if (isProtected(headers)) continue;
      yield { subject: host, messageId: 'open', data: { host }, isRemark: isPlatformHosted };
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, hasPages),
});

/** Where frame-ancestors stands, browsers pass over the older header. */
function isProtected(headers: readonly HeaderLine[]): boolean {
  const ancestors = frameAncestors(headers);
  if (ancestors) return !ANYBODY.some((source) => ancestors.has(source));
  const value = firstValueOf(headers, 'x-frame-options')?.trim().toLowerCase();
  return value === 'deny' || value === 'sameorigin';
}
