import { defineCheck } from '../check.ts';

/** Old script tags stop working in storefronts on this day (source: the rule below). */
const LAST_DAY = '2027-03-01';

/**
 * Fails a page into which Shopify’s old loader writes scripts of apps. Sure that the loader is there; which app put the
 * script in, the page does not tell.
 */
export const legacyScripts = defineCheck({
  id: 'security/legacy-scripts',
  area: 'security',
  control: 'SW-07',
  title: { en: 'No app injects scripts in the old way', hi: 'कोई ऐप पुराने तरीके से स्क्रिप्ट नहीं डालता' },
  severity: 'medium',
  rule: {
    name: { en: 'Scripts come by the current ways', hi: 'स्क्रिप्ट नए तरीकों से आती है' },
    effectiveFrom: '2025-08-28',
    source:
      'Shopify, end of script tags: Plus from 2025-08-28, others 2026-08-26, storefronts 2027-03-01; PCI DSS 4.0.1, 6.4.3',
    status: 'verified',
  },
  why: {
    en: 'An old script tag stays when its app is forgotten, and no theme file shows it.',
    hi: 'ऐप भूल जाने पर भी पुराना script tag रह जाता है, और थीम की कोई फ़ाइल उसे नहीं दिखाती।',
  },
  cost: {
    en: 'Its owner can change what runs on your pages. In March 2027 such scripts stop working.',
    hi: 'इसका मालिक आपके पेज पर चलने वाला कोड बदल सकता है। मार्च 2027 में ऐसी स्क्रिप्ट बंद हो जाएँगी।',
  },
  remedy: [
    {
      en: 'Open Settings, then Apps, and remove apps that nobody uses.',
      hi: 'Settings में Apps खोलें और जो ऐप कोई नहीं चलाता, उन्हें हटाएँ।',
    },
    {
      en: 'Ask the makers of the others for a version with app embeds or pixels.',
      hi: 'बाकी ऐप बनाने वालों से app embed या pixel वाला वर्ज़न माँगें।',
    },
  ],
  adminPath: '/settings/apps',
  proof: {
    en: 'The next check finds no such loader on the pages.',
    hi: 'अगली जाँच में पेज पर ऐसा लोडर नहीं मिलेगा।',
  },
  requires: ['storefront'],
  dueOn: () => LAST_DAY,
  messages: {
    loader: {
      en: '{host} writes scripts of apps into {path} by the old loader. Pages: {count}.',
      hi: '{host} पुराने लोडर से {path} में ऐप की स्क्रिप्ट डालता है। पेज: {count}।',
    },
  },
  lacks({ storefront: { hosts } }) {
    if (hosts.some(({ outcome, pages }) => outcome === 'answered' && pages.length > 0)) return null;
    const isBlocked = hosts.some(({ outcome }) => outcome === 'blocked');
    return { kind: 'storefront', reason: isBlocked ? 'blocked' : 'too-little' };
  },
  *evaluate({ storefront: { hosts } }) {
    for (const host of hosts) {
      const pages = host.pages.filter(({ hasLegacyLoader }) => hasLegacyLoader);
      const [first] = pages;
      if (!first) continue;
      yield {
        subject: host.host,
        messageId: 'loader',
        data: { host: host.host, path: first.path, count: pages.length },
      };
    }
  },
});
