import { hasOrdersToJudge } from '../../evidence/derived/order-tax-book.ts';
import { numberedOrders } from '../../evidence/derived/numbered-orders.ts';
import type { NumberedOrder } from '../../evidence/derived/numbered-orders.ts';
import { atOrder } from '../../evidence/derived/admin-paths.ts';
import type { Order } from '../../evidence/orders.ts';
import { gapsIn } from '../../gst/invoice-number.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';
import type { Finding } from '../check.ts';

/** One alert an order or number, up to here; then one for all that are left. */
const MOST = 100;
/** An invoice is made when goods leave: an order of the last week may not have one yet. */
const PATIENCE_MS = 7 * 86_400_000;

/**
 * Fails "#1001" and seventeen characters as an invoice number, and one number twice in a financial year (April to
 * March, in India's time) under one registration. Gaps weigh little: cancelled numbers are lawful and only have to be
 * told. A shop that keeps no numbers with its orders may keep them elsewhere, so that informs.
 */
export const invoiceNumbers = defineCheck({
  id: 'gst/invoice-numbers',
  area: 'gst',
  title: { en: 'Invoice numbers are well formed and unique', hi: 'इनवॉइस नंबर ठीक बने हैं और दोहराए नहीं गए' },
  severity: 'high',
  rule: {
    name: { en: 'Serial number of a tax invoice', hi: 'टैक्स इनवॉइस का क्रम नंबर' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rule 46(b); FORM GSTR-1, table 13',
    status: 'verified',
  },
  why: {
    en: "An invoice number has at most 16 letters, digits, - and /. Shopify's order name, such as #1001, is none.",
    hi: 'इनवॉइस नंबर में ज़्यादा से ज़्यादा 16 अक्षर, अंक, - और / होते हैं। Shopify का #1001 जैसा नाम इनवॉइस नंबर नहीं है।',
  },
  cost: {
    en: 'The portal refuses such numbers, and a business buyer can lose the credit of a number used twice.',
    hi: 'पोर्टल ऐसे नंबर नहीं लेता, और दोहराए नंबर पर व्यवसायी खरीदार का क्रेडिट रुक सकता है।',
  },
  remedy: [
    {
      en: 'Open the settings of your invoice app and choose a series, such as SD/26-27/0001.',
      hi: 'अपने इनवॉइस ऐप की सेटिंग में एक क्रम चुनें, जैसे SD/26-27/0001।',
    },
    {
      en: 'Begin the series again on 1 April, and keep one series for each GSTIN.',
      hi: 'हर 1 अप्रैल को क्रम नए सिरे से शुरू करें, और हर GSTIN का अलग क्रम रखें।',
    },
    {
      en: 'Note cancelled numbers for table 13 of GSTR-1.',
      hi: 'रद्द किए गए नंबर GSTR-1 की तालिका 13 के लिए लिख लें।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'Orders of the last 60 days have well formed numbers, each used once.',
    hi: 'पिछले 60 दिनों के ऑर्डर के नंबर ठीक बने होंगे और हर नंबर एक ही बार होगा।',
  },
  requires: ['orders', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers'],
  messages: {
    none: {
      en: 'No order holds an invoice number here. Your invoice app may keep them elsewhere; a number is needed for each.',
      hi: 'यहाँ किसी ऑर्डर में इनवॉइस नंबर नहीं है। हो सकता है आपका इनवॉइस ऐप उन्हें कहीं और रखता हो; नंबर हर इनवॉइस पर चाहिए।',
    },
    missing: {
      en: 'Orders of more than a week ago have no invoice number, while others have. Orders: {count}, the last {last}.',
      hi: 'एक हफ़्ते से पुराने ऑर्डर में इनवॉइस नंबर नहीं है, बाकी में है। ऑर्डर: {count}, आखिरी {last}।',
    },
    orderNames: {
      en: "Shopify's order name stands as invoice number, such as {number}. The sign # is not allowed. Orders: {count}.",
      hi: 'Shopify का नाम ही इनवॉइस नंबर है, जैसे {number}। # चिह्न नहीं चलता। ऑर्डर: {count}।',
    },
    badCharacter: {
      en: 'Order {order}: invoice number {number} has {character}. Only letters, digits, - and / are allowed.',
      hi: 'ऑर्डर {order}: इनवॉइस नंबर {number} में {character} है। सिर्फ़ अक्षर, अंक, - और / चलते हैं।',
    },
    tooLong: {
      en: 'Order {order}: invoice number {number} has {length} characters. The most is 16.',
      hi: 'ऑर्डर {order}: इनवॉइस नंबर {number} में {length} अक्षर हैं। ज़्यादा से ज़्यादा 16 चलते हैं।',
    },
    repeated: {
      en: 'Invoice number {number} is used {count} times in {year}: {orders}.',
      hi: 'इनवॉइस नंबर {number} {year} में {count} बार इस्तेमाल हुआ: {orders}।',
    },
    gap: {
      en: 'Numbers are missing from {first} to {last} ({count}). If they were cancelled, table 13 of GSTR-1 has to tell it.',
      hi: '{first} से {last} तक के नंबर ({count}) नहीं मिले। अगर रद्द हुए थे, तो GSTR-1 की तालिका 13 में बताना होगा।',
    },
    more: {
      en: 'More findings of this kind: {count}.',
      hi: 'इस तरह की और बातें: {count}।',
    },
  },
  applies: ({ orders, registrations }) => registrations.length > 0 && hasOrdersToJudge(orders),
  *evaluate(evidence, { asOf }) {
    const numbered = numberedOrders(evidence);
    const open = unnumbered(evidence.orders.orders, asOf);
    if (numbered.length === 0) {
      if (open.length > 0) yield { subject: 'none', messageId: 'none', severity: 'info' };
      return;
    }
    const lastOpen = open.at(-1);
    if (lastOpen) {
      const data = { count: open.length, last: lastOpen.name };
      yield { subject: 'missing', messageId: 'missing', data, severity: 'medium', ...atOrder(lastOpen) };
    }
    yield* orderNames(numbered);
    const single = [...malformed(numbered), ...repeated(numbered), ...gaps(numbered)];
    yield* single.slice(0, MOST);
    const rest = single.length - MOST;
    if (rest > 0) yield { subject: 'more', messageId: 'more', data: { count: rest } };
  },
});

type MessageId = 'orderNames' | 'badCharacter' | 'tooLong' | 'repeated' | 'gap';

function unnumbered(orders: readonly Order[], asOf: Instant): Order[] {
  const until = Date.parse(asOf) - PATIENCE_MS;
  return orders.filter(
    ({ invoiceNumber, isCancelled, placedAt }) =>
      (invoiceNumber ?? '').trim() === '' && !isCancelled && Date.parse(placedAt) < until,
  );
}

/** One cause however many orders: the invoice app, or the merchant, copies the name. */
function* orderNames(numbered: readonly NumberedOrder[]): Generator<Finding<MessageId>> {
  const named = numbered.filter(({ isOrderName, verdict }) => isOrderName && !verdict.ok);
  const [first] = named;
  if (!first) return;
  yield {
    subject: 'order names',
    messageId: 'orderNames',
    data: { count: named.length, number: first.number },
    ...(named.length === 1 ? atOrder(first.order) : {}),
  };
}

function* malformed(numbered: readonly NumberedOrder[]): Generator<Finding<MessageId>> {
  for (const { order, verdict, number, isOrderName } of numbered) {
    if (verdict.ok || isOrderName) continue;
    const messageId = verdict.problem === 'too-long' ? 'tooLong' : 'badCharacter';
    const character = verdict.badCharacter ?? '';
    const data = { order: order.name, number: number.slice(0, 40), character, length: number.length };
    yield { subject: order.id, messageId, data, ...atOrder(order) };
  }
}

/** Each registration has numbers of its own, and they begin again on 1 April. */
function* repeated(numbered: readonly NumberedOrder[]): Generator<Finding<MessageId>> {
  const uses = new Map<string, NumberedOrder[]>();
  for (const one of numbered) {
    if (!one.verdict.ok) continue;
    const key = `${one.number} ${one.financialYear} ${one.state}`;
    const same = uses.get(key);
    if (same) same.push(one);
    else uses.set(key, [one]);
  }
  for (const [subject, same] of uses) {
    const last = same.at(-1);
    if (!last || same.length < 2) continue;
    const names = same.slice(0, 5).map(({ order }) => order.name);
    const data = {
      number: last.number,
      year: last.financialYear,
      count: same.length,
      orders: names.join(', ') + (same.length > names.length ? ` +${same.length - names.length}` : ''),
    };
    yield { subject, messageId: 'repeated', data, ...atOrder(last.order) };
  }
}

/** States are not kept apart: a number whose State is not known would look skipped in all of them. */
function* gaps(numbered: readonly NumberedOrder[]): Generator<Finding<MessageId>> {
  const years = new Map<string, string[]>();
  for (const { verdict, number, financialYear } of numbered) {
    if (!verdict.ok) continue;
    const numbers = years.get(financialYear);
    if (numbers) numbers.push(number);
    else years.set(financialYear, [number]);
  }
  for (const [year, numbers] of years) {
    for (const gap of gapsIn(numbers)) {
      yield { subject: `${gap.first} ${year}`, messageId: 'gap', data: { ...gap }, severity: 'low' };
    }
  }
}
