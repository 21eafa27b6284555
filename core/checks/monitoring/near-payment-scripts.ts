import { hasPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import { scriptChanges } from '../../scripts/changes.ts';
import { scriptInventory } from '../../scripts/inventory.ts';
import { pagesRead } from '../../scripts/pages-read.ts';
import { SENSITIVE_PAGES, type ScriptItem } from '../../scripts/script-item.ts';
import { vendorWord } from '../../scripts/vendor-word.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a script that was approved for other pages and now runs on the cart or the account: a counter of the product
 * page that turns up in the cart. Sure of the page. One finding a vendor.
 */
export const nearPaymentScripts = defineCheck({
  id: 'security/near-payment-scripts',
  area: 'security',
  control: 'MON-02',
  title: {
    en: 'On cart and account run only scripts that were approved for them',
    hi: 'कार्ट और खाते पर सिर्फ़ वही स्क्रिप्ट चलती हैं जो उनके लिए मंज़ूर हैं',
  },
  severity: 'high',
  rule: {
    name: { en: 'Scripts near payment are authorised there', hi: 'भुगतान के पास की स्क्रिप्ट वहाँ के लिए मंज़ूर हो' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.4.3 and 11.6.1; ISO/IEC 27001:2022, A.8.9',
    status: 'verified',
  },
  why: {
    en: 'What runs on the cart or the account sees addresses and log-ins. Skimmers are put there first.',
    hi: 'कार्ट या खाते पर जो चलता है, वह पते और लॉग-इन देखता है। डेटा चुराने वाला कोड पहले वहीं डाला जाता है।',
  },
  cost: {
    en: 'Whoever controls this script could copy what customers type on their way to payment.',
    hi: 'जिसके हाथ में यह स्क्रिप्ट है, वह भुगतान की ओर जाते ग्राहक का लिखा कॉपी कर सकता है।',
  },
  remedy: [
    {
      en: 'Ask the vendor, and whoever works on the theme, why this script is on the page now.',
      hi: 'वेंडर और थीम पर काम करने वाले से पूछें कि यह स्क्रिप्ट अब इस पेज पर क्यों है।',
    },
    {
      en: 'If it is not needed there, remove it from that page in the theme editor.',
      hi: 'अगर वहाँ ज़रूरत नहीं, तो थीम एडिटर में उस पेज से हटाएँ।',
    },
    {
      en: 'If it is, open Scripts in Prahari and approve it anew, with the reason for this page.',
      hi: 'अगर ज़रूरत है, तो Prahari में स्क्रिप्ट खोलें और इस पेज का कारण लिखकर फिर मंज़ूर करें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds the script approved for these pages, or no longer on them.',
    hi: 'अगली जाँच में स्क्रिप्ट इन पेज के लिए मंज़ूर मिलेगी, या इन पर नहीं मिलेगी।',
  },
  requires: ['storefront', 'scriptBook'],
  uses: ['domains', 'theme'],
  messages: {
    moved: {
      en: '{vendor} was approved for other pages and now runs near payment: {address}. Scripts: {count}.',
      hi: '{vendor} दूसरे पेज के लिए मंज़ूर था और अब भुगतान के पास चलता है: {address}। स्क्रिप्ट: {count}।',
    },
  },
  // Somebody must have approved something before it can turn up elsewhere.
  applies: ({ scriptBook }) => scriptBook.decisions.some(({ verdict }) => verdict === 'approved'),
  lacks({ storefront }) {
    return lacksStorefront(
      storefront,
      (host) =>
        hasPages(host) &&
        host.pages.some(({ kind }) => SENSITIVE_PAGES.includes(kind)) &&
        host.pages.every(({ kind, isPartial }) => !isPartial || !SENSITIVE_PAGES.includes(kind)),
    );
  },
  *evaluate(evidence, { asOf }) {
    const { storefront, scriptBook, theme } = evidence;
    const changes = scriptChanges(scriptInventory(evidence), scriptBook, { asOf, pagesRead: pagesRead(storefront) });
    const moved = new Map<string, { readonly item: ScriptItem; readonly count: number }>();
    for (const { kind, item } of changes) {
      if (kind !== 'near-payment' || item === null) continue;
      const key = item.vendorKey ?? 'inline';
      moved.set(key, { item: moved.get(key)?.item ?? item, count: (moved.get(key)?.count ?? 0) + 1 });
    }
    for (const [subject, { item, count }] of moved) {
      const address = item.address ?? item.host ?? item.namesHosts[0] ?? item.place;
      yield { subject, messageId: 'moved', data: { vendor: vendorWord(subject, theme), address, count } };
    }
  },
});
