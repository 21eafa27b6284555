import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { defineCheck } from '../check.ts';

/** What can act on the page; the rest is only shown or played. */
const ACTIVE = ['script', 'style', 'link', 'iframe', 'frame', 'embed', 'object'];

interface Place {
  readonly element: string;
  readonly page: string;
  readonly count: number;
}

/**
 * Fails a page that loads something over http. Sure of what the page's own text says; what scripts add later is not
 * seen. One finding a host that is loaded from, with its gravest place. Forms are security/form-targets'.
 */
export const pageMixedContent = defineCheck({
  id: 'security/page-mixed-content',
  area: 'security',
  control: 'ENC-06',
  title: { en: 'The shop’s pages load everything over https', hi: 'स्टोर के पेज सब कुछ https से लोड करते हैं' },
  severity: 'high',
  rule: {
    name: { en: 'No mixed content', hi: 'http और https का मेल नहीं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.26; PCI DSS 4.0.1, 4.2.1',
    status: 'verified',
  },
  why: {
    en: 'What comes over http can be changed on the way. A changed script sees all that customers type.',
    hi: 'http से आने वाली चीज़ रास्ते में बदली जा सकती है। बदली हुई स्क्रिप्ट ग्राहक का लिखा सब देख लेती है।',
  },
  cost: {
    en: 'Browsers block such code, so parts of the page may not work. Pictures may be missing.',
    hi: 'ब्राउज़र ऐसा कोड रोक देता है, इसलिए पेज के हिस्से नहीं चलते। तस्वीरें भी गायब हो सकती हैं।',
  },
  remedy: [
    { en: 'Open the page named and find the address.', hi: 'बताया गया पेज खोलें और पता ढूँढें।' },
    {
      en: 'If it comes from the theme: open Themes, choose Edit code, and change http to https.',
      hi: 'अगर पता थीम से आता है: Themes में Edit code चुनें और http को https करें।',
    },
    {
      en: 'If it comes from an app or from a page’s text, change it there.',
      hi: 'अगर पता ऐप या पेज के लेख से आता है, तो वहीं बदलें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no http address on the pages that it reads.',
    hi: 'अगली जाँच को पढ़े गए पेजों पर कोई http पता नहीं मिलेगा।',
  },
  requires: ['storefront'],
  messages: {
    code: {
      en: '{page} loads code from {host} over http. Places in all: {count}.',
      hi: '{page} http पर {host} से कोड लोड करता है। कुल जगहें: {count}।',
    },
    image: {
      en: '{page} loads a picture, sound or video from {host} over http. Places in all: {count}.',
      hi: '{page} http पर {host} से तस्वीर, आवाज़ या वीडियो लोड करता है। कुल जगहें: {count}।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    const byHost = new Map<string, Place>();
    for (const { host: shopHost, pages } of hostsWithPages(storefront)) {
      for (const { path, insecure } of pages) {
        for (const { element, host } of insecure) {
          const before = byHost.get(host);
          const count = (before?.count ?? 0) + 1;
          const isGraver = !before || (isActive(element) && !isActive(before.element));
          byHost.set(host, isGraver ? { element, page: `${shopHost}${path}`, count } : { ...before, count });
        }
      }
    }
    for (const [host, { element, page, count }] of byHost) {
      const data = { host, page, count };
      // Browsers try https for a picture by themselves.
      if (isActive(element)) yield { subject: host, messageId: 'code', data };
      else yield { subject: host, messageId: 'image', data, severity: 'low' };
    }
  },
  lacks: ({ storefront }) =>
    lacksStorefront(storefront, (host) => hasPages(host) && host.pages.every(({ isPartial }) => !isPartial)),
});

function isActive(element: string): boolean {
  return ACTIVE.includes(element);
}
