import { lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { TLS_VERSIONS, type TlsReport } from '../../evidence/storefront.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a host that still speaks TLS 1.0 or 1.1, and most of all one that speaks nothing newer. Sure: a handshake was
 * tried in each version. A host that Shopify serves is shown and never scored.
 */
export const oldTls = defineCheck({
  id: 'security/old-tls',
  area: 'security',
  control: 'ENC-03',
  title: { en: 'Old versions of encryption are refused', hi: 'एन्क्रिप्शन के पुराने संस्करण बंद हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'TLS 1.0 and 1.1 are retired', hi: 'TLS 1.0 और 1.1 बंद किए जा चुके हैं' },
    effectiveFrom: '2021-03-23',
    source: 'RFC 8996; PCI DSS 4.0.1, 2.2.7 and 4.2.1; ISO/IEC 27001:2022, A.8.24',
    status: 'verified',
  },
  why: {
    en: 'The old versions have known weak spots. A host that still offers them can be talked into using them.',
    hi: 'पुराने संस्करणों की कमज़ोरियाँ सबको पता हैं। जो होस्ट इन्हें मानता है, उससे इन्हें चलवाया जा सकता है।',
  },
  cost: {
    en: 'Somebody on the same network could read or change what a customer sends.',
    hi: 'उसी नेटवर्क पर बैठा कोई व्यक्ति ग्राहक का भेजा हुआ पढ़ या बदल सकता है।',
  },
  remedy: [
    {
      en: 'On your own server: allow TLS 1.2 and 1.3 alone.',
      hi: 'अपने सर्वर पर: सिर्फ़ TLS 1.2 और 1.3 चालू रखें।',
    },
    {
      en: 'If Shopify serves the host, you need do nothing: Shopify sets the versions.',
      hi: 'अगर होस्ट Shopify चलाता है, तो आपको कुछ नहीं करना: संस्करण Shopify तय करता है।',
    },
  ],
  proof: {
    en: 'The next check is refused in TLS 1.0 and 1.1 on this host.',
    hi: 'अगली जाँच में इस होस्ट पर TLS 1.0 और 1.1 बंद मिलेंगे।',
  },
  requires: ['storefront'],
  messages: {
    old: { en: '{host} still accepts {versions}.', hi: '{host} अब भी {versions} मानता है।' },
    noNew: { en: '{host} accepts neither TLS 1.2 nor 1.3.', hi: '{host} TLS 1.2 और 1.3 दोनों नहीं मानता।' },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    for (const { host, tls, isPlatformHosted } of storefront.hosts) {
      if (!tls || !isTried(tls)) continue;
      const isRemark = isPlatformHosted;
      const { versions } = tls;
      const old = (['TLSv1', 'TLSv1.1'] as const).filter((version) => versions[version] === true);
      if (versions['TLSv1.2'] === false && versions['TLSv1.3'] === false) {
        yield { subject: host, messageId: 'noNew', data: { host }, isRemark };
      } else if (old.length > 0) {
        const names = old.map((version) => (version === 'TLSv1' ? 'TLS 1.0' : 'TLS 1.1'));
        yield { subject: host, messageId: 'old', data: { host, versions: names.join(', ') }, isRemark };
      }
    }
  },
  lacks: ({ storefront }) =>
    // Our own system may refuse to try an old version: then its absence is not shown.
    lacksStorefront(
      storefront,
      ({ tls }) => tls !== null && isTried(tls) && tls.versions.TLSv1 !== null && tls.versions['TLSv1.1'] !== null,
    ),
});

/** A host that refuses every version refuses us for another reason. */
function isTried({ versions }: TlsReport): boolean {
  return TLS_VERSIONS.some((version) => versions[version] === true);
}
