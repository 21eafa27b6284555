import { hasOrdersToJudge, judgedOrders } from '../../evidence/derived/order-tax-book.ts';
import { headOfTitle } from '../../evidence/derived/order-tax-titles.ts';
import type { JudgedOrder } from '../../evidence/derived/order-tax.ts';
import { taxPatterns } from '../../evidence/derived/tax-patterns.ts';
import type { TaxPattern, TaxPatterns } from '../../evidence/derived/tax-patterns.ts';
import { ABROAD } from '../../gst/place-of-supply.ts';
import { defineCheck } from '../check.ts';
import type { Severity } from '../../severity.ts';
import { HEAD_NAMES } from '../../gst/head-names.ts';

const KARNATAKA = '29';
const ENOUGH_UNTAXED = 3;

/**
 * Fails a Maharashtra shop whose own orders carry IGST, or whose orders to Karnataka carry CGST and SGST: the table that
 * Shopify starts with. Sure of each order; that the table is the cause shows from its repetition. One finding a State
 * of delivery. A single wrong order is left to gst/order-heads.
 */
export const taxTable = defineCheck({
  id: 'gst/tax-table',
  area: 'gst',
  title: { en: 'The tax table fits your home State', hi: 'टैक्स तालिका आपके राज्य के हिसाब से है' },
  severity: 'critical',
  rule: {
    name: { en: 'Head of tax by State of dispatch and delivery', hi: 'भेजने और पहुँचने के राज्य से कर का प्रकार' },
    effectiveFrom: '2017-07-01',
    source: 'IGST Act 2017, sections 5, 7, 8 and 10; CGST Act 2017, section 9; UTGST Act 2017, section 7',
    status: 'verified',
  },
  why: {
    en: 'A sale within your State takes CGST with SGST. A sale to another State takes IGST. Shopify goes by one table.',
    hi: 'राज्य के अंदर की बिक्री पर CGST और SGST लगता है, दूसरे राज्य की बिक्री पर IGST। Shopify एक ही तालिका से चलता है।',
  },
  cost: {
    en: 'Tax under the wrong head may have to be paid again under the right one, and then claimed back.',
    hi: 'गलत प्रकार का कर सही प्रकार में दोबारा भरना पड़ सकता है, और पहले वाला वापस माँगना पड़ता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then Taxes and duties, then India.',
      hi: 'सेटिंग में Taxes and duties खोलें और India चुनें।',
    },
    {
      en: 'Set your own State to CGST with SGST, each at half the rate.',
      hi: 'अपने राज्य पर CGST और SGST लगाएँ, दोनों आधी-आधी दर से।',
    },
    {
      en: 'Set every other State, Karnataka included, to IGST instead of the country tax.',
      hi: 'बाकी हर राज्य पर, कर्नाटक पर भी, देश के कर की जगह IGST लगाएँ।',
    },
    {
      en: 'Show the wrong orders to your CA before the next return.',
      hi: 'अगले GST रिटर्न से पहले गलत ऑर्डर अपने CA को दिखाएँ।',
    },
  ],
  adminPath: '/settings/taxes',
  proof: {
    en: 'New orders to each State carry the right head of tax.',
    hi: 'हर राज्य के नए ऑर्डर पर सही प्रकार का कर लगेगा।',
  },
  requires: ['orders', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers'],
  messages: {
    intraAsIgst: {
      en: 'Orders within {state} carry IGST. They should carry {expected}. Orders: {count}.',
      hi: '{state} के अंदर के ऑर्डर पर IGST लगा है। {expected} लगना चाहिए। ऑर्डर: {count}।',
    },
    interAsCgst: {
      en: 'Orders from {homeState} to {state} carry {charged}. They should carry IGST. Orders: {count}.',
      hi: '{homeState} से {state} भेजे ऑर्डर पर {charged} लगा है। IGST लगना चाहिए। ऑर्डर: {count}।',
    },
    defaultAtHome: {
      en: "Orders within {state} carry IGST, not {expected}. This is Shopify's starting table, made for Karnataka. Orders: {count}.",
      hi: '{state} के अंदर के ऑर्डर पर {expected} की जगह IGST लगा है। यह Shopify की शुरुआती तालिका है, जो कर्नाटक के लिए बनी है। ऑर्डर: {count}।',
    },
    defaultKarnataka: {
      en: "Orders to {state} carry {charged}, not IGST. This is Shopify's starting table, made for {state}. Orders: {count}.",
      hi: '{state} भेजे ऑर्डर पर IGST की जगह {charged} लगा है। यह Shopify की शुरुआती तालिका है, जो {state} के लिए बनी है। ऑर्डर: {count}।',
    },
    utgstMissing: {
      en: 'Orders within {state} carry SGST. This union territory takes UTGST in its place. Orders: {count}.',
      hi: '{state} के अंदर के ऑर्डर पर SGST लगा है। इस केंद्र शासित प्रदेश में उसकी जगह UTGST लगता है। ऑर्डर: {count}।',
    },
    otherHeads: {
      en: 'Orders to {state} carry {charged}. They should carry {expected}. Orders: {count}.',
      hi: '{state} भेजे ऑर्डर पर {charged} लगा है। {expected} लगना चाहिए। ऑर्डर: {count}।',
    },
    abroad: {
      en: 'Orders sent abroad carry {charged}. An export counts as a sale to another State. Orders: {count}.',
      hi: 'विदेश भेजे ऑर्डर पर {charged} लगा है। निर्यात दूसरे राज्य की बिक्री माना जाता है। ऑर्डर: {count}।',
    },
    wasWrong: {
      en: 'Orders to {state} carried {charged}, not {expected}, until {day}. Later ones are right: correct the returns. Orders: {count}.',
      hi: '{state} भेजे ऑर्डर पर {expected} की जगह {charged} लगा, आखिरी बार {day} को। बाद के ऑर्डर सही हैं: GST रिटर्न सुधारें। ऑर्डर: {count}।',
    },
    unnamed: {
      en: 'Orders carry a tax that names no head, such as {title}. An invoice shows CGST, SGST, UTGST or IGST. Orders: {count}.',
      hi: 'ऑर्डर के कर का प्रकार लिखा नहीं है, जैसे {title}। इनवॉइस पर CGST, SGST, UTGST या IGST लिखा होता है। ऑर्डर: {count}।',
    },
    untaxed: {
      en: 'You have a GSTIN, the goods are marked as taxable, and no order carries tax. Orders: {count}.',
      hi: 'आपका GSTIN है, माल पर कर लगाने का निशान है, पर किसी ऑर्डर पर कर नहीं लगा। ऑर्डर: {count}।',
    },
  },
  applies: ({ orders, registrations }) => registrations.length > 0 && hasOrdersToJudge(orders),
  lacks: (evidence) =>
    judgedOrders(evidence).some(({ verdict }) => verdict !== 'untaxed')
      ? null
      : { kind: 'orders', reason: 'too-little' },
  *evaluate(evidence) {
    const found = taxPatterns(evidence);
    const isDefault = isKarnatakaDefault(found);
    for (const pattern of found.patterns) {
      const { deliveryState, last, wrongPaise } = pattern;
      yield {
        subject: deliveryState,
        messageId: messageOf(pattern, { isDefault }),
        data: {
          state: deliveryState,
          homeState: last.dispatchState,
          count: pattern.wrong.length,
          charged: last.chargedNames,
          expected: HEAD_NAMES[last.expected],
          day: last.day,
        },
        atStakePaise: wrongPaise,
        severity: severityOf(pattern, { isDefault }),
      };
    }
    const judged = judgedOrders(evidence);
    if (judged.length > 0 && judged.every(({ verdict }) => verdict === 'untaxed')) {
      const count = judged.filter(isTaxableAtHome).length;
      // Exempt goods carry no tax either, but they are seldom marked as taxable.
      if (count >= ENOUGH_UNTAXED)
        yield { subject: 'no tax', messageId: 'untaxed', data: { count }, severity: 'medium' };
    }
    const unnamed = judged.filter(({ verdict }) => verdict === 'unnamed');
    const [first] = unnamed;
    if (!first) return;
    const taxes = [...first.order.lines, ...first.order.shipping].flatMap((line) => line.taxes);
    const title = taxes.find((tax) => headOfTitle(tax.title) === 'unnamed')?.title ?? '';
    yield { subject: 'titles', messageId: 'unnamed', data: { count: unnamed.length, title }, severity: 'medium' };
  },
});

function isTaxableAtHome({ order, isExport, expected }: JudgedOrder): boolean {
  if (isExport || order.isTaxExempt || expected === 'none') return false;
  return order.lines.some(({ isTaxable, amountPaise }) => isTaxable && amountPaise > 0);
}

function messageOf(pattern: TaxPattern, { isDefault }: { isDefault: boolean }) {
  const { deliveryState, isMended, last } = pattern;
  const isHome = deliveryState === last.dispatchState;
  if (deliveryState === ABROAD) return 'abroad';
  if (isMended) return 'wasWrong';
  if (isDefault && isHome) return 'defaultAtHome';
  if (isDefault && deliveryState === KARNATAKA) return 'defaultKarnataka';
  if (isHome && last.charged === 'igst') return 'intraAsIgst';
  if (last.expected === 'igst') return 'interAsCgst';
  return last.expected === 'cgst-utgst' && last.charged === 'cgst-sgst' ? 'utgstMissing' : 'otherHeads';
}

/** One order alone may be somebody's hand; the starting table is known by its two States together. */
function severityOf(pattern: TaxPattern, { isDefault }: { isDefault: boolean }): Severity {
  if (pattern.isMended) return 'medium';
  const isOneOrder = pattern.wrong.length === 1 && !isDefault;
  return isOneOrder || isHalfRight(pattern) ? 'high' : 'critical';
}

/** CGST is right, and the local half has the wrong name. */
function isHalfRight({ last }: TaxPattern): boolean {
  return last.expected !== 'igst' && last.charged !== 'igst' && last.charged !== 'mixed';
}

/** Untouched: IGST at home, both halves to Karnataka, and nothing wrong elsewhere. */
function isKarnatakaDefault({ homeState, patterns }: TaxPatterns): boolean {
  if (homeState === null || homeState === KARNATAKA || patterns.length !== 2) return false;
  return patterns.every(({ deliveryState, isMended, last }) => {
    if (isMended) return false;
    if (deliveryState === homeState) return last.charged === 'igst';
    return deliveryState === KARNATAKA && last.charged === 'cgst-sgst';
  });
}
