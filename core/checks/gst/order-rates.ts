import { atOrder, atProduct } from '../../evidence/derived/admin-paths.ts';
import { hasOrdersToJudge } from '../../evidence/derived/order-tax-book.ts';
import { rateReader } from '../../evidence/derived/order-tax-rate-problems.ts';
import type { RateProblem } from '../../evidence/derived/order-tax-rate-problems.ts';
import { productsByVariant } from '../../evidence/derived/products-by-variant.ts';
import { taxedLines } from '../../evidence/derived/taxed-lines.ts';
import type { TaxedLine } from '../../evidence/derived/taxed-lines.ts';
import { percentText, rupeesText } from '../../finding-figures.ts';
import { lawWith } from '../../gst/law.ts';
import type { Day } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** One alert a product and rate, up to here; then one for all that are left. */
const MOST_PRODUCTS = 100;
/** Rounding by piece, and no more: less than this is no finding. */
const SLACK_PAISE = 200;
const SLACK_SHARE = 0.02;

/**
 * Fails a kurta that carries 12% on an order of 2025-09-22 or later, a line at 15%, and CGST without its other half.
 * Sure where the rate's dates are verified. A line made by hand may be a service, for which the end of 12% is not
 * confirmed: that informs. One finding a product and rate.
 */
export const orderRates = defineCheck({
  id: 'gst/order-rates',
  area: 'gst',
  title: { en: 'Orders carry rates in force on their day', hi: 'हर ऑर्डर पर उस दिन चालू दर लगी है' },
  severity: 'high',
  rule: {
    name: { en: 'Rates of GST by their dates of force', hi: 'GST की दरें, लागू होने की तारीख से' },
    effectiveFrom: '2025-09-22',
    source: 'Notifications 9/2025-CT(Rate) of 2025-09-17 and 19/2025-CT(Rate) of 2025-12-31',
    status: 'verified',
  },
  why: {
    en: 'Since 22 September 2025 goods carry 5%, 18% or 40%, and a few others. An old override in Shopify stays until removed.',
    hi: '22 सितंबर 2025 से माल पर 5%, 18% या 40% और कुछ खास दरें हैं। Shopify का पुराना बदलाव हटाने तक बना रहता है।',
  },
  cost: {
    en: 'Too little tax is paid by you, with interest. Too much has to go to the government or back to the buyer.',
    hi: 'कम कर ब्याज के साथ आपको भरना पड़ता है। ज़्यादा लिया कर सरकार को या खरीदार को लौटाना पड़ता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then Taxes and duties, then India, and find the override of this product.',
      hi: 'सेटिंग में Taxes and duties खोलें, India चुनें और इस उत्पाद का अलग नियम ढूँढें।',
    },
    {
      en: 'Ask your CA for the rate of its HSN code today.',
      hi: 'अपने CA से इसके HSN कोड की आज की दर पूछें।',
    },
    {
      en: 'Set that rate: half in CGST and half in SGST at home, whole in IGST elsewhere.',
      hi: 'वही दर लगाएँ: अपने राज्य में आधी CGST और आधी SGST, बाकी जगह पूरी IGST।',
    },
    {
      en: 'Show the orders named here to your CA before the next return.',
      hi: 'यहाँ बताए ऑर्डर अगले GST रिटर्न से पहले अपने CA को दिखाएँ।',
    },
  ],
  adminPath: '/settings/taxes',
  proof: {
    en: 'Orders of the last 60 days carry no rate that was not in force.',
    hi: 'पिछले 60 दिनों के ऑर्डर पर बंद हो चुकी कोई दर नहीं मिलेगी।',
  },
  requires: ['orders', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers', 'catalogue'],
  messages: {
    retired: {
      en: '{product} carries {rate}%, which ended on {day}. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {rate}% लगा है, जो {day} को खत्म हो गई। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    unknown: {
      en: '{product} carries {rate}%, a rate that GST does not have. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {rate}% लगा है, ऐसी कोई GST दर नहीं है। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    'not-yet': {
      en: '{product} carries {rate}%, which begins on {day}. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {rate}% लगा है, जो {day} से शुरू होगी। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    'tobacco-only': {
      en: '{product} carries {rate}%, a rate for tobacco and pan masala alone. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {rate}% लगा है, जो सिर्फ़ तंबाकू और पान मसाले की दर है। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    'not-in-shops': {
      en: '{product} carries {rate}%, a rate that a shop seldom needs. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {rate}% लगा है, जो दुकानों में कम ही लगती है। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    half: {
      en: '{product} carries {head} at {rate}% without its other half. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर {head} {rate}% लगा है, पर दूसरा आधा हिस्सा नहीं। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    twoRates: {
      en: '{product} carries two rates under one head. Lines: {count}, from order {first} to {last}.',
      hi: '{product} पर एक ही कर की दो दरें लगी हैं। पंक्तियाँ: {count}, ऑर्डर {first} से {last} तक।',
    },
    sumOff: {
      en: '{product} at {rate}%: the tax charged is not that share of the price, as on order {last} (₹{tax}). Lines: {count}.',
      hi: '{product}, {rate}%: लिया गया कर कीमत का उतना हिस्सा नहीं है, जैसे ऑर्डर {last} पर (₹{tax})। पंक्तियाँ: {count}।',
    },
    more: {
      en: 'More products and rates of the same kind: {count}.',
      hi: 'इसी तरह के और उत्पाद और दरें: {count}।',
    },
  },
  applies: ({ orders }) => hasOrdersToJudge(orders),
  lacks: (evidence) => {
    for (const { rate } of taxedLines(evidence)) if (rate.kind !== 'none') return null;
    return { kind: 'orders', reason: 'too-little' };
  },
  *evaluate(evidence) {
    const problemWith = rateReader(lawWith(evidence.law));
    const groups = new Map<string, Group>();
    const hasVariants = evidence.orders.orders.some(({ lines }) => lines.some(({ variantId }) => variantId !== null));
    for (const taxed of taxedLines(evidence)) {
      const fault = faultOf(taxed, problemWith, { mayBeService: hasVariants && taxed.line.variantId === null });
      if (fault) addTo(groups, taxed, fault);
    }
    const products = productsByVariant(evidence.catalogue);
    const found = [...groups.values()].sort((a, b) => b.taxPaise - a.taxPaise);
    for (const { first, last, count, taxPaise, fault } of found.slice(0, MOST_PRODUCTS)) {
      const product = products.get(last.line.variantId ?? '')?.product;
      const data = {
        product: last.line.title,
        rate: percentText(fault.ratePpm),
        day: fault.day ?? '',
        head: fault.head,
        tax: rupeesText(last.rate.kind === 'none' ? 0 : last.rate.taxPaise),
        count,
        first: first.order.name,
        last: last.order.name,
      };
      yield {
        subject: `${last.line.title} ${data.rate}% ${fault.messageId}`,
        messageId: fault.messageId,
        data,
        severity: fault.severity,
        atStakePaise: taxPaise,
        ...(product ? atProduct(product.id) : atOrder(last.order)),
      };
    }
    const rest = found.slice(MOST_PRODUCTS);
    if (rest.length === 0) return;
    const atStakePaise = rest.reduce((sum, { taxPaise }) => sum + taxPaise, 0);
    yield { subject: 'more', messageId: 'more', data: { count: rest.length }, atStakePaise };
  },
});

interface Fault {
  readonly messageId: RateProblem['kind'] | 'half' | 'twoRates' | 'sumOff';
  readonly severity: 'high' | 'low' | 'info';
  readonly ratePpm: number;
  readonly day: Day | null;
  readonly head: string;
}

interface Group {
  readonly fault: Fault;
  readonly first: TaxedLine;
  last: TaxedLine;
  count: number;
  taxPaise: number;
}

function addTo(groups: Map<string, Group>, taxed: TaxedLine, fault: Fault): void {
  const taxPaise = taxed.rate.kind === 'none' ? 0 : taxed.rate.taxPaise;
  const key = `${fault.messageId} ${fault.ratePpm} ${taxed.line.title}`;
  const group = groups.get(key);
  if (!group) groups.set(key, { fault, first: taxed, last: taxed, count: 1, taxPaise });
  else {
    group.last = taxed;
    group.count += 1;
    group.taxPaise += taxPaise;
  }
}

function faultOf(
  { rate, verdict, line, day }: TaxedLine,
  problemWith: (ratePpm: number, day: Day) => RateProblem | null,
  { mayBeService }: { mayBeService: boolean },
): Fault | null {
  const none = { ratePpm: 0, day: null, head: '' };
  // A wrong head has its own check: one cause, one alert.
  const isHeadRight = verdict !== 'wrong' && verdict !== 'unnamed';
  if (rate.kind === 'half') {
    const isLocal = verdict === 'half' || verdict === 'right' || verdict === null;
    if (!isLocal) return null;
    return {
      ...none,
      messageId: 'half',
      severity: 'high',
      ratePpm: rate.ratePpm,
      head: rate.isCentral ? 'CGST' : 'SGST',
    };
  }
  if (rate.kind === 'unclear') return isHeadRight ? { ...none, messageId: 'twoRates', severity: 'low' } : null;
  if (rate.kind === 'none') return null;
  const problem = problemWith(rate.ratePpm, day);
  if (problem) {
    const isSure = problem.isSure && !(mayBeService && problem.kind === 'retired');
    const severity = isSure ? 'high' : 'info';
    return { ...none, messageId: problem.kind, severity, ratePpm: rate.ratePpm, day: problem.day };
  }
  const should = (Math.max(0, rate.taxablePaise) * rate.ratePpm) / 1_000_000;
  const slack = Math.max(SLACK_PAISE, 2 * line.quantity, should * SLACK_SHARE);
  const isOff = Math.abs(rate.taxPaise - should) > slack;
  return isOff ? { ...none, messageId: 'sumOff', severity: 'low', ratePpm: rate.ratePpm } : null;
}
