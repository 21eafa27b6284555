import { isShopifyHost, isWithin } from '../../data/shopify-hosts.ts';
import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { FieldKind, PageForm, Storefront } from '../../evidence/storefront.ts';
import type { Severity } from '../../severity.ts';
import { defineCheck } from '../check.ts';

type MessageId = 'http' | 'payment' | 'personal' | 'mail';

/**
 * Fails a form that asks for something personal and sends it over http, or to a host that is neither the shop's nor
 * Shopify's. Sure of the address; whether that host is wanted, the merchant knows, and says so by accepting the risk
 * with a reason. One finding a page and target.
 */
export const formTargets = defineCheck({
  id: 'security/form-targets',
  area: 'security',
  control: 'ENC-07',
  title: {
    en: 'Forms send personal data to your shop alone, over https',
    hi: 'फ़ॉर्म निजी जानकारी https से सिर्फ़ आपके स्टोर को भेजते हैं',
  },
  severity: 'critical',
  rule: {
    name: { en: 'Forms post where they should', hi: 'फ़ॉर्म सही जगह भेजते हैं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 4.2.1 and 6.4.3; ISO/IEC 27001:2022, A.8.26',
    status: 'verified',
  },
  why: {
    en: 'A form hands over what is typed to the host in its address, whoever that belongs to.',
    hi: 'फ़ॉर्म में लिखा हुआ उसी होस्ट को जाता है जो उसके पते में है, चाहे वह किसी का भी हो।',
  },
  cost: {
    en: 'Cards, passwords and addresses could end with a stranger, and your shop would have sent them.',
    hi: 'कार्ड, पासवर्ड और पते किसी अजनबी तक जा सकते हैं, और भेजने वाला आपका स्टोर होगा।',
  },
  remedy: [
    { en: 'Open the page named and find the form.', hi: 'बताया गया पेज खोलें और फ़ॉर्म ढूँढें।' },
    {
      en: 'If nobody knows the host, remove the form at once: Themes, Edit code.',
      hi: 'अगर इस होस्ट को कोई नहीं जानता, तो फ़ॉर्म तुरंत हटाएँ: Themes में Edit code।',
    },
    {
      en: 'If it is a service that you use, accept the risk with the reason.',
      hi: 'अगर यह आपकी किसी सेवा का है, तो कारण लिखकर जोखिम स्वीकार करें।',
    },
  ],
  adminPath: '/themes',
  proof: {
    en: 'The next check finds no such form on the pages that it reads.',
    hi: 'अगली जाँच को पढ़े गए पेजों पर ऐसा फ़ॉर्म नहीं मिलेगा।',
  },
  requires: ['storefront'],
  messages: {
    http: {
      en: 'A form on {page} sends what customers type to {target} over http.',
      hi: '{page} का एक फ़ॉर्म ग्राहक का लिखा http पर {target} को भेजता है।',
    },
    payment: {
      en: 'A form on {page} asks for a card or a password and sends it to {target}.',
      hi: '{page} का एक फ़ॉर्म कार्ड या पासवर्ड माँगता है और {target} को भेजता है।',
    },
    personal: {
      en: 'A form on {page} asks for personal data and sends it to {target}.',
      hi: '{page} का एक फ़ॉर्म निजी जानकारी माँगता है और {target} को भेजता है।',
    },
    mail: {
      en: 'A form on {page} asks for an e-mail address and sends it to {target}.',
      hi: '{page} का एक फ़ॉर्म ई-मेल पता माँगता है और {target} को भेजता है।',
    },
  },
  applies: ({ storefront }) => storefront.hosts.length > 0,
  *evaluate({ storefront }) {
    const own = ownDomains(storefront);
    for (const { host, pages } of hostsWithPages(storefront)) {
      for (const { path, forms } of pages) {
        for (const form of forms) {
          const fault = faultOf(form, own);
          if (!fault) continue;
          const target = form.host ?? host;
          const page = `${host}${path}`;
          yield { subject: `${page} ${target}`, ...fault, data: { page, target } };
        }
      }
    }
  },
  lacks: ({ storefront }) =>
    lacksStorefront(storefront, (host) => hasPages(host) && host.pages.every(({ isPartial }) => !isPartial)),
});

function ownDomains({ hosts }: Storefront): string[] {
  return hosts.map(({ host }) => host.toLowerCase().replace(/^www\./, ''));
}

function faultOf(
  { host, scheme, asks }: PageForm,
  own: readonly string[],
): { messageId: MessageId; severity: Severity } | null {
  if (asks.length === 0) return null;
  if (scheme === 'http') return { messageId: 'http', severity: 'critical' };
  const target = host?.toLowerCase() ?? null;
  if (target === null || isShopifyHost(target) || own.some((domain) => isWithin(target, domain))) return null;
  const asksFor = (...kinds: FieldKind[]) => asks.some((kind) => kinds.includes(kind));
  if (asksFor('card', 'password')) return { messageId: 'payment', severity: 'critical' };
  // Many shops let a newsletter service take addresses in; more than that deserves a closer look.
  return asks.every((kind) => kind === 'email')
    ? { messageId: 'mail', severity: 'medium' }
    : { messageId: 'personal', severity: 'high' };
}
