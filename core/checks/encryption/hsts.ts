import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { LONG_ENOUGH_SECONDS, parseHsts } from '../../headers/hsts.ts';
import { firstValueOf } from '../../headers/input.ts';
import { defineCheck } from '../check.ts';

const DAY_SECONDS = 86_400;

/**
 * Fails a host whose Strict-Transport-Security is missing, unreadable or under 180 days: "max-age=abc" is no age. Sure
 * of what was sent. Shopify sends about 91 days on the hosts that it serves: shown, never scored.
 */
export const hsts = defineCheck({
  id: 'security/hsts',
  area: 'security',
  control: 'ENC-05',
  title: { en: 'Browsers are told to come over https alone', hi: 'ब्राउज़र को सिर्फ़ https से आने को कहा गया है' },
  severity: 'low',
  rule: {
    name: { en: 'HTTP Strict Transport Security', hi: 'सिर्फ़ https (HTTP Strict Transport Security)' },
    effectiveFrom: '2012-11-19',
    source: 'RFC 6797; ISO/IEC 27001:2022, A.8.24; 180 days as MDN HTTP Observatory asks',
    status: 'verified',
  },
  why: {
    en: 'With this header a browser never again asks this host over http, not even for the first step.',
    hi: 'इस हेडर के बाद ब्राउज़र इस होस्ट को फिर कभी http से नहीं बुलाता, पहले कदम पर भी नहीं।',
  },
  cost: {
    en: 'Without it, each visit that starts over http can be caught on open Wi-Fi.',
    hi: 'इसके बिना http से शुरू होने वाली हर विज़िट खुले Wi-Fi पर पकड़ी जा सकती है।',
  },
  remedy: [
    {
      en: 'On your own server: send Strict-Transport-Security with max-age=31536000.',
      hi: 'अपने सर्वर पर: Strict-Transport-Security को max-age=31536000 के साथ भेजें।',
    },
    {
      en: 'If Shopify serves the host, you need do nothing: Shopify sets this header.',
      hi: 'अगर होस्ट Shopify चलाता है, तो आपको कुछ नहीं करना: यह हेडर Shopify भेजता है।',
    },
  ],
  proof: {
    en: 'The next check reads a max-age of at least 15552000 seconds on this host.',
    hi: 'अगली जाँच में इस होस्ट पर max-age कम से कम 15552000 सेकंड मिलेगा।',
  },
  requires: ['storefront'],
  messages: {
    missing: { en: '{host} does not send the header.', hi: '{host} यह हेडर नहीं भेजता।' },
    unreadable: {
      en: '{host} sends the header, but browsers cannot read it.',
      hi: '{host} हेडर भेजता है, पर ब्राउज़र उसे पढ़ नहीं पाते।',
    },
    short: {
      en: '{host} asks for https for {days} days. The advice is 180 days or more.',
      hi: '{host} {days} दिन के लिए https माँगता है। सलाह 180 दिन या ज़्यादा की है।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, headers, isPlatformHosted } of hostsWithPages(storefront)) {
      const isRemark = isPlatformHosted;
      const value = firstValueOf(headers, 'strict-transport-security');
      const policy = value === null ? null : parseHsts(value);
      if (value === null) yield { subject: host, messageId: 'missing', data: { host }, isRemark };
      else if (!policy) yield { subject: host, messageId: 'unreadable', data: { host }, isRemark };
      else if (policy.maxAgeSeconds < LONG_ENOUGH_SECONDS) {
        const days = Math.max(0, Math.floor(policy.maxAgeSeconds / DAY_SECONDS));
        yield { subject: host, messageId: 'short', data: { host, days }, isRemark };
      }
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, hasPages),
});
