import { hasOrdersToJudge, judgedOrders } from '../../evidence/derived/order-tax-book.ts';
import type { JudgedOrder } from '../../evidence/derived/order-tax.ts';
import { atOrder } from '../../evidence/derived/admin-paths.ts';
import { taxPatterns } from '../../evidence/derived/tax-patterns.ts';
import type { TextData } from '../../text.ts';
import { defineCheck } from '../check.ts';
import type { Finding } from '../check.ts';
import { HEAD_NAMES } from '../../gst/head-names.ts';

/** One alert an order, up to here; then one for all that are left. */
const MOST_ORDERS = 100;

/**
 * Fails an order sent from Bengaluru to Bengaluru that carries IGST, because the table is that of a Maharashtra shop.
 * Sure of States and heads; IGST to a business in the own State may be right, for a special economic zone, and only
 * informs. What the table does again and again is left to gst/tax-table: one cause, one alert.
 */
export const orderHeads = defineCheck({
  id: 'gst/order-heads',
  area: 'gst',
  title: {
    en: 'Each order carries the tax of its own route',
    hi: 'हर ऑर्डर पर उसके रास्ते वाला कर लगा है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Head of tax by State of dispatch and delivery', hi: 'भेजने और पहुँचने के राज्य से कर का प्रकार' },
    effectiveFrom: '2017-07-01',
    source: 'IGST Act 2017, sections 7, 8 and 10(1); Circular 209/3/2024-GST',
    status: 'verified',
  },
  why: {
    en: 'The State that goods leave decides the tax. Shopify has one table, so a second godown goes wrong.',
    hi: 'माल जिस राज्य से निकलता है, उससे कर तय होता है। Shopify में एक ही तालिका है, इसलिए दूसरे गोदाम का कर गलत होता है।',
  },
  cost: {
    en: 'Tax under the wrong head may have to be paid again under the right one, and then claimed back.',
    hi: 'गलत प्रकार का कर सही प्रकार में दोबारा भरना पड़ सकता है, और पहले वाला वापस माँगना पड़ता है।',
  },
  remedy: [
    {
      en: 'Open the order and see which location sent it.',
      hi: 'ऑर्डर खोलें और देखें कि उसे किस लोकेशन से भेजा गया।',
    },
    {
      en: 'Make the invoice with the head named here, from the GSTIN of the State of dispatch.',
      hi: 'यहाँ बताए प्रकार का कर लगाकर, भेजने वाले राज्य के GSTIN से इनवॉइस बनाएँ।',
    },
    {
      en: 'Show the order to your CA before the next return.',
      hi: 'अगले GST रिटर्न से पहले ऑर्डर अपने CA को दिखाएँ।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The order leaves the last 60 days, or new orders on this route carry the right head.',
    hi: 'ऑर्डर पिछले 60 दिनों से बाहर हो जाएगा, या इस रास्ते के नए ऑर्डर पर सही कर लगेगा।',
  },
  requires: ['orders', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers'],
  messages: {
    shouldBeIgst: {
      en: 'Order {order} went from {dispatchState} to {state} with {charged}. It should carry IGST.',
      hi: 'ऑर्डर {order} {dispatchState} से {state} गया और उस पर {charged} लगा। IGST लगना चाहिए।',
    },
    shouldBeLocal: {
      en: 'Order {order} stayed within {state} with {charged}. It should carry {expected}.',
      hi: 'ऑर्डर {order} {state} के अंदर ही रहा और उस पर {charged} लगा। {expected} लगना चाहिए।',
    },
    billedElsewhere: {
      en: 'Order {order}, sent from {dispatchState}, is billed to a business in {state}. It carries {charged} and should carry {expected}.',
      hi: '{dispatchState} से भेजे ऑर्डर {order} का बिल {state} के व्यवसाय का है। उस पर {charged} लगा है, {expected} लगना चाहिए।',
    },
    abroad: {
      en: 'Order {order} went abroad with {charged}. An export counts as a sale to another State.',
      hi: 'ऑर्डर {order} {charged} के साथ विदेश गया। निर्यात दूसरे राज्य की बिक्री माना जाता है।',
    },
    maybeSez: {
      en: 'Order {order} carries IGST within {state}. That is right only if the buyer is in a special economic zone (SEZ).',
      hi: '{state} के अंदर के ऑर्डर {order} पर IGST लगा है। यह तभी सही है जब खरीदार विशेष आर्थिक क्षेत्र (SEZ) में हो।',
    },
    more: {
      en: 'More orders with the wrong head of tax: {count}.',
      hi: 'गलत प्रकार के कर वाले और ऑर्डर: {count}।',
    },
  },
  applies: ({ orders, registrations }) => registrations.length > 0 && hasOrdersToJudge(orders),
  lacks: (evidence) =>
    judgedOrders(evidence).some(({ verdict }) => verdict !== 'untaxed')
      ? null
      : { kind: 'orders', reason: 'too-little' },
  *evaluate(evidence) {
    const { others, patterns, homeState } = taxPatterns(evidence);
    for (const judged of others.slice(0, MOST_ORDERS)) {
      yield { ...findingOf(judged, messageOf(judged)), atStakePaise: judged.wrongPaise };
    }
    const rest = others.slice(MOST_ORDERS);
    if (rest.length > 0) {
      const atStakePaise = rest.reduce((sum, { wrongPaise }) => sum + wrongPaise, 0);
      yield { subject: 'more', messageId: 'more', data: { count: rest.length }, atStakePaise };
    }
    // Where the table puts IGST on every order of the State, it put it on these too.
    if (patterns.some(({ deliveryState }) => deliveryState === homeState)) return;
    const maybe = judgedOrders(evidence).filter(({ verdict }) => verdict === 'may-be-sez');
    for (const judged of maybe.slice(0, MOST_ORDERS)) yield { ...findingOf(judged, 'maybeSez'), severity: 'info' };
  },
});

/** Which of the messages says what is wrong with an order's heads. */
export function messageOf({ isExport, deliveryState, placeOfSupply, expected }: JudgedOrder) {
  if (isExport) return 'abroad';
  if (deliveryState !== placeOfSupply) return 'billedElsewhere';
  return expected === 'igst' ? 'shouldBeIgst' : 'shouldBeLocal';
}

/** Values for the places of each message about one order. */
export function dataOf({ order, dispatchState, placeOfSupply, chargedNames, expected }: JudgedOrder): TextData {
  return {
    order: order.name,
    state: placeOfSupply,
    dispatchState,
    charged: chargedNames,
    expected: HEAD_NAMES[expected],
  };
}

function findingOf<M extends string>(judged: JudgedOrder, messageId: M): Finding<M> {
  const { order } = judged;
  return { subject: order.id, messageId, data: dataOf(judged), ...atOrder(order) };
}
