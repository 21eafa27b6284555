import { hostsWithTls, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { TlsReport } from '../../evidence/storefront.ts';
import { dayInIndia } from '../../gst/days.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';
import { dueInData } from '../due-in-data.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
const AT_ONCE_DAYS = 7;

/**
 * Fails a certificate that browsers refuse, or that ends within 14 days. Sure: the host showed it. One finding a host,
 * the gravest.
 */
export const certificate = defineCheck({
  id: 'security/certificate',
  area: 'security',
  control: 'ENC-02',
  title: {
    en: 'Each certificate is trusted, names its host and lasts',
    hi: 'हर सर्टिफ़िकेट भरोसेमंद, सही नाम का और चालू है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Certificates are kept current', hi: 'सर्टिफ़िकेट चालू रखे जाते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.24; PCI DSS 4.0.1, 4.2.1 and 4.2.1.1',
    status: 'verified',
  },
  why: {
    en: 'Browsers stop people in front of a page whose certificate has ended or names another host.',
    hi: 'सर्टिफ़िकेट खत्म हो या नाम अलग हो, तो ब्राउज़र लोगों को पेज से पहले ही रोक देता है।',
  },
  cost: {
    en: 'While it lasts, nearly nobody buys, and payments and apps that call this host stop.',
    hi: 'जब तक ऐसा रहे, लगभग कोई नहीं खरीदता और इस होस्ट से जुड़े भुगतान व ऐप रुक जाते हैं।',
  },
  remedy: [
    {
      en: 'If Shopify serves the host: open Settings, then Domains, and compare its DNS records.',
      hi: 'अगर होस्ट Shopify चलाता है: सेटिंग में Domains खोलें और DNS रिकॉर्ड मिलाएँ।',
    },
    {
      en: 'On your own server: renew the certificate and load it. Let the server renew it by itself from now on.',
      hi: 'अपने सर्वर पर: सर्टिफ़िकेट नया लें और लगाएँ। आगे से सर्वर इसे खुद नया करे।',
    },
    {
      en: 'If a Shopify host still shows an old one after two days, write to Shopify support.',
      hi: 'अगर Shopify के होस्ट पर दो दिन बाद भी पुराना दिखे, तो Shopify सहायता को लिखें।',
    },
  ],
  adminPath: '/settings/domains',
  proof: {
    en: 'The next check sees a trusted certificate with at least 14 days left on each host.',
    hi: 'अगली जाँच में हर होस्ट पर भरोसेमंद सर्टिफ़िकेट और कम से कम 14 दिन बाकी मिलेंगे।',
  },
  requires: ['storefront'],
  dueOn: dueInData('endsDay'),
  messages: {
    ended: {
      en: 'The certificate of {host} ended on {endsDay}.',
      hi: '{host} का सर्टिफ़िकेट {endsDay} को खत्म हो गया।',
    },
    name: {
      en: '{host} shows a certificate of another host.',
      hi: '{host} किसी दूसरे होस्ट का सर्टिफ़िकेट दिखाता है।',
    },
    untrusted: {
      en: '{host} shows a certificate that browsers do not trust.',
      hi: '{host} का सर्टिफ़िकेट ऐसा है जिस पर ब्राउज़र भरोसा नहीं करते।',
    },
    soon: {
      en: 'The certificate of {host} ends on {endsDay}.',
      hi: '{host} का सर्टिफ़िकेट {endsDay} को खत्म होगा।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }, { asOf }) {
    for (const { host, tls } of hostsWithTls(storefront)) {
      const fault = faultOf(tls, asOf);
      if (!fault) continue;
      const data = tls.validTo === null ? { host } : { host, endsDay: dayInIndia(tls.validTo) };
      yield { subject: host, ...fault, data };
    }
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, ({ tls }) => tls !== null),
});

type Fault = {
  readonly messageId: 'ended' | 'name' | 'untrusted' | 'soon';
  readonly severity: 'critical' | 'high';
};

function faultOf({ validTo, isNameRight, isTrusted }: TlsReport, asOf: Instant): Fault | null {
  const daysLeft = validTo === null ? Infinity : (Date.parse(validTo) - Date.parse(asOf)) / DAY_MS;
  if (daysLeft < 0) return { messageId: 'ended', severity: 'critical' };
  if (!isNameRight) return { messageId: 'name', severity: 'critical' };
  if (!isTrusted) return { messageId: 'untrusted', severity: 'critical' };
  if (daysLeft < SOON_DAYS) return { messageId: 'soon', severity: daysLeft < AT_ONCE_DAYS ? 'critical' : 'high' };
  return null;
}
