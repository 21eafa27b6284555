import { badHost } from '../../data/bad-hosts.ts';
import { codeGap, codePlaces, pagesOf } from '../../evidence/derived/code-places.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an address of a host that is known to have served harmful code: "https://cdn.polyfill.io/v3/…". Sure of the
 * address; code that only names the host may never call it.
 */
export const badHosts = defineCheck({
  id: 'security/bad-hosts',
  area: 'security',
  control: 'MON-04',
  title: { en: 'Nothing comes from a known-bad host', hi: 'किसी जाने-माने बुरे होस्ट से कुछ नहीं आता' },
  severity: 'critical',
  rule: {
    name: { en: 'Hosts known for harmful code', hi: 'नुकसान वाले कोड के लिए जाने गए होस्ट' },
    effectiveFrom: '2024-06-25',
    source: 'Sansec, polyfill supply chain attack, 2024-06-25; PCI DSS 4.0.1, 6.4.3; ISO/IEC 27001:2022, A.5.7',
    status: 'verified',
  },
  why: {
    en: 'This host changed hands, and its code sent visitors of shops elsewhere.',
    hi: 'इस होस्ट का मालिक बदला और इसके कोड ने दुकान के ग्राहकों को कहीं और भेजा।',
  },
  cost: {
    en: 'Whoever owns the host can run any code on your pages and read card numbers there.',
    hi: 'होस्ट का मालिक आपके पेज पर कोई भी कोड चला सकता है और वहाँ कार्ड नंबर पढ़ सकता है।',
  },
  remedy: [
    {
      en: 'Open Themes, choose Edit code, and remove the line with this host today.',
      hi: 'Themes में Edit code चुनें और इस होस्ट वाली पंक्ति आज ही हटाएँ।',
    },
    {
      en: 'If an app wrote it, remove the app and tell its maker.',
      hi: 'अगर किसी ऐप ने इसे लिखा है, तो ऐप हटाएँ और उसके बनाने वाले को बताएँ।',
    },
    {
      en: 'Modern browsers need no such helper; the page works without it.',
      hi: 'नए ब्राउज़र को इसकी ज़रूरत नहीं; पेज इसके बिना चलता है।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds this host neither in the theme nor on the pages.',
    hi: 'अगली जाँच में यह होस्ट न थीम में मिलेगा, न पेज पर।',
  },
  requires: ['theme'],
  uses: ['storefront', 'vendorTraces', 'scriptBook'],
  messages: {
    used: {
      en: '{host} is used in {place}. Known bad since {since}.',
      hi: '{host} का उपयोग {place} में है। {since} से बुरा माना गया।',
    },
  },
  lacks: codeGap,
  *evaluate(evidence) {
    const { theme, storefront, vendorTraces, scriptBook } = evidence;
    const places = new Map<string, string>();
    const see = (host: string | null, place: string): void => {
      if (host !== null && !places.has(host.toLowerCase())) places.set(host.toLowerCase(), place);
    };
    for (const { filename, resources } of theme.files) for (const { host } of resources) see(host, filename);
    for (const { place, code } of codePlaces(evidence)) {
      for (const host of code.hosts) see(host, place);
    }
    for (const { path, scripts, frameHosts, forms, insecure } of pagesOf(storefront)) {
      for (const { host } of [...scripts, ...forms, ...insecure]) see(host, path);
      for (const host of frameHosts) see(host, path);
    }
    // Hosts that Shopify calls for an app, and those that only real browsers met.
    for (const { host, name } of vendorTraces?.traces ?? []) see(host, name ?? host ?? '');
    for (const { host, pageKind } of scriptBook?.beacon.seen ?? []) see(host, pageKind);
    for (const [host, place] of places) {
      const row = badHost(host);
      if (row) yield { subject: host, messageId: 'used', data: { host, place, since: row.since } };
    }
  },
});
