import { isOnSale } from '../../evidence/derived/hsn-code.ts';
import type { Catalogue } from '../../evidence/catalogue.ts';
import type { MainTheme } from '../../evidence/kinds.ts';
import type { OrderBook } from '../../evidence/orders.ts';
import { dayInIndia } from '../../gst/days.ts';
import { lawWith, thresholdOn, NO_CHANGES } from '../../gst/law.ts';
import { defineCheck } from '../check.ts';

const MOST_NAMES = 5;
/** Hosts from which apps that turn a shop into a marketplace serve their seller pages. General knowledge. */
const MARKETPLACE_HOSTS = ['webkul.com', 'shipturtle.com'];
const MARKETPLACE_CHANNEL = /marketplace|multi-?vendor|mvm/i;
const PPM_IN_PERCENT = 10_000;

/**
 * Warns a shop that sells goods of other suppliers and collects their money: then it is an operator under section 52.
 * Sure where the merchant states it; a marketplace app's traces beside several vendors are a sign; several vendors
 * alone are what every brand reseller has, and only bring the question.
 */
export const multiVendor = defineCheck({
  id: 'gst/multi-vendor',
  area: 'gst',
  title: { en: 'The shop sells its own goods alone', hi: 'स्टोर सिर्फ़ अपना माल बेचता है' },
  severity: 'high',
  rule: {
    name: { en: 'Tax collected at source by marketplaces', hi: 'मार्केटप्लेस द्वारा स्रोत पर संग्रहित कर' },
    effectiveFrom: '2018-10-01',
    source: 'CGST Act 2017, section 52; Notification 15/2024-CT (taxguru.in); caclubindia.com forum 511295',
    status: 'verified',
  },
  why: {
    en: 'Who sells for other suppliers and collects their money is a marketplace under GST, with a registration of its own.',
    hi: 'जो दूसरे सप्लायर का माल बेचकर उनका पैसा लेता है, वह GST में मार्केटप्लेस है और उसे अलग पंजीकरण चाहिए।',
  },
  cost: {
    en: 'Tax that was not collected at source, and GSTR-8 that was not filed, are asked from you with interest.',
    hi: 'जो TCS नहीं लिया और जो GSTR-8 दाखिल नहीं किया, वह ब्याज के साथ आपसे माँगा जाता है।',
  },
  remedy: [
    {
      en: 'State on the GST page of Prahari whether you sell for others.',
      hi: 'Prahari के GST पेज पर लिखें कि आप दूसरों के लिए बेचते हैं या नहीं।',
    },
    {
      en: 'If you do, ask your CA for a registration as tax collector.',
      hi: 'अगर बेचते हैं, तो CA से टैक्स कलेक्टर का पंजीकरण करवाएँ।',
    },
    {
      en: 'Collect the tax from what you pay to suppliers, and file GSTR-8 by the 10th.',
      hi: 'सप्लायर के भुगतान में से TCS लें और हर महीने 10 तारीख तक GSTR-8 दाखिल करें।',
    },
    {
      en: 'Goods that you buy and sell in your own name do not count.',
      hi: 'जो माल आप खरीदकर अपने नाम से बेचते हैं, वह इसमें नहीं आता।',
    },
  ],
  proof: {
    en: 'The next check finds it stated that you sell your own goods alone.',
    hi: 'अगली जाँच में लिखा मिलेगा कि आप सिर्फ़ अपना माल बेचते हैं।',
  },
  requires: ['taxProfile'],
  uses: ['catalogue', 'theme', 'orders', 'law'],
  messages: {
    stated: {
      en: 'You state that the shop sells for other suppliers. Tax of {percent}% is then to be collected at source.',
      hi: 'आपने लिखा है कि स्टोर दूसरे सप्लायर के लिए बेचता है। तब {percent}% TCS लेना होता है।',
    },
    traces: {
      en: 'Products of {count} vendors ({vendors}) and a sign of a marketplace app: {trace}. State whether you sell for others.',
      hi: '{count} वेंडर के प्रोडक्ट ({vendors}) और मार्केटप्लेस ऐप का संकेत: {trace}। लिखें कि आप दूसरों के लिए बेचते हैं या नहीं।',
    },
    vendors: {
      en: 'Products of {count} vendors are on sale: {vendors}. State whether you sell them in your own name.',
      hi: '{count} वेंडर के प्रोडक्ट बिक्री में हैं: {vendors}। लिखें कि आप उन्हें अपने नाम से बेचते हैं या नहीं।',
    },
  },
  *evaluate({ taxProfile, catalogue, theme, orders, law }, { asOf }) {
    if (taxProfile.sellsForOthers === true) {
      const rate = thresholdOn(lawWith(law ?? NO_CHANGES), 'tcs-rate-section-52', dayInIndia(asOf));
      yield { subject: 'shop', messageId: 'stated', data: { percent: (rate?.value ?? 0) / PPM_IN_PERCENT } };
    }
    if (taxProfile.sellsForOthers !== null || catalogue === undefined) return;
    const names = vendorsOf(catalogue);
    if (names.length < 2) return;
    const trace = themeTrace(theme) ?? channelTrace(orders);
    const data = { count: names.length, vendors: shownOf(names) };
    if (trace === null) yield { subject: 'shop', messageId: 'vendors', data, severity: 'info' };
    else yield { subject: 'shop', messageId: 'traces', data: { ...data, trace }, severity: 'medium' };
  },
  lacks: ({ taxProfile, catalogue }) =>
    taxProfile.sellsForOthers === null && catalogue === undefined ? { kind: 'taxProfile', reason: 'not-stated' } : null,
});

/** Vendors of products on sale, the most frequent first; letter case and blanks make no second vendor. */
function vendorsOf({ products }: Catalogue): string[] {
  const byKey = new Map<string, { readonly name: string; count: number }>();
  for (const product of products) {
    const name = product.vendor.trim();
    if (!isOnSale(product) || name === '') continue;
    const key = name.toLowerCase().replace(/\s+/g, ' ');
    const vendor = byKey.get(key) ?? { name, count: 0 };
    vendor.count += 1;
    byKey.set(key, vendor);
  }
  return [...byKey.values()].sort((one, other) => other.count - one.count).map(({ name }) => name);
}

function shownOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  const first = names.slice(0, MOST_NAMES).map((name) => name.slice(0, 60));
  return first.join(', ') + (rest > 0 ? ` +${rest}` : '');
}

function themeTrace(theme: MainTheme | undefined): string | null {
  const hosts = theme?.files.flatMap(({ resources }) => resources.map(({ host }) => host)) ?? [];
  return hosts.find((host) => MARKETPLACE_HOSTS.some((known) => host === known || host.endsWith(`.${known}`))) ?? null;
}

function channelTrace(orders: OrderBook | undefined): string | null {
  return orders?.orders.find(({ channel }) => channel !== null && MARKETPLACE_CHANNEL.test(channel))?.channel ?? null;
}
