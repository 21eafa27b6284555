import { stateOfZone } from '../../data/states.ts';
import { buyerNumbersOf, companyTextsByOrder } from '../../evidence/derived/buyer-gstins.ts';
import type { BuyerNumber } from '../../evidence/derived/buyer-gstins.ts';
import { lookAlikeIn } from '../../evidence/derived/look-alike.ts';
import { atOrder } from '../../evidence/derived/admin-paths.ts';
import type { CompanyBuyer, Order } from '../../evidence/orders.ts';
import { dayInIndia } from '../../gst/days.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { currentStateCode } from '../../gst/place-of-supply.ts';
import { defineCheck } from '../check.ts';
import type { Finding } from '../check.ts';

/** One alert an order, up to here; then one for all that are left. */
const MOST_ORDERS = 100;

/**
 * Fails a buyer's number that none can have ("27AAPFU0939F1ZO"), one that no buyer can hold, and two numbers on one
 * order. Sure: the check character is arithmetic; whether a number exists, only the portal knows. A look-alike from
 * another script is left to security/look-alike-gstins.
 */
export const buyerGstins = defineCheck({
  id: 'gst/buyer-gstins',
  area: 'gst',
  title: { en: "Buyers' GSTINs on orders can exist", hi: 'ऑर्डर पर खरीदारों के GSTIN ठीक लिखे हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'GSTIN of the buyer on the invoice', hi: 'इनवॉइस पर खरीदार का GSTIN' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rules 10(1) and 46(d)',
    status: 'verified',
  },
  why: {
    en: 'A business buyer claims credit through the GSTIN on your invoice. Your GSTR-1 needs the same number.',
    hi: 'व्यवसायी खरीदार आपके इनवॉइस के GSTIN से क्रेडिट लेता है। आपके GSTR-1 में भी वही नंबर चाहिए।',
  },
  cost: {
    en: 'The portal refuses the number, or the credit goes to somebody else. Then the buyer asks you to correct it.',
    hi: 'पोर्टल नंबर नहीं लेता, या क्रेडिट किसी और को मिलता है। फिर खरीदार आपसे सुधार माँगता है।',
  },
  remedy: [
    { en: 'Ask the buyer for the GSTIN once more, in writing.', hi: 'खरीदार से GSTIN फिर से लिखित में माँगें।' },
    {
      en: 'Correct it on the order or the company, and make the invoice again.',
      hi: 'ऑर्डर या कंपनी पर उसे ठीक करें और इनवॉइस फिर बनाएँ।',
    },
    {
      en: 'Without a right number, report the order as a sale to a consumer (B2C).',
      hi: 'सही नंबर न मिले, तो ऑर्डर को उपभोक्ता की बिक्री (B2C) में दिखाएँ।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The orders named here hold one number whose last character fits.',
    hi: 'यहाँ बताए ऑर्डर पर एक ही नंबर होगा, जिसका आखिरी अक्षर मेल खाता हो।',
  },
  requires: ['orders', 'registrations'],
  uses: ['companyBuyers'],
  messages: {
    bad_charset: {
      en: "Order {order}: the buyer's GSTIN {gstin} has a character that no GSTIN has. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार के GSTIN {gstin} में ऐसा अक्षर है जो GSTIN में नहीं होता। जगह: {place}।',
    },
    bad_length: {
      en: "Order {order}: the buyer's GSTIN {gstin} has {length} letters and digits, not 15. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार के GSTIN {gstin} में 15 की जगह {length} अक्षर और अंक हैं। जगह: {place}।',
    },
    temporary_id: {
      en: "Order {order}: the buyer's number {gstin} is a temporary one, and no GSTIN. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार का नंबर {gstin} अस्थायी है, GSTIN नहीं। जगह: {place}।',
    },
    transporter_enrolment_id: {
      en: "Order {order}: the buyer's number {gstin} is a transporter's enrolment, and no GSTIN. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार का नंबर {gstin} ट्रांसपोर्टर का नामांकन है, GSTIN नहीं। जगह: {place}।',
    },
    bad_state_code: {
      en: "Order {order}: the buyer's GSTIN {gstin} begins with the code of no State. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार का GSTIN {gstin} किसी राज्य के कोड से शुरू नहीं होता। जगह: {place}।',
    },
    bad_layout: {
      en: "Order {order}: letters and digits of the buyer's GSTIN {gstin} do not stand in their places. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार के GSTIN {gstin} के अक्षर और अंक सही जगह पर नहीं हैं। जगह: {place}।',
    },
    bad_checksum: {
      en: "Order {order}: the buyer's GSTIN {gstin} has a typing mistake, its last character does not fit. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार के GSTIN {gstin} में लिखने की गलती है, आखिरी अक्षर मेल नहीं खाता। जगह: {place}।',
    },
    fromAbroad: {
      en: 'Order {order}: the number {gstin} is of a seller from abroad. No buyer can take goods with it. It stands in: {place}.',
      hi: 'ऑर्डर {order}: नंबर {gstin} विदेश के विक्रेता का है। कोई खरीदार इससे माल नहीं ले सकता। जगह: {place}।',
    },
    notForBuying: {
      en: 'Order {order}: the number {gstin} is for deducting or collecting tax (TDS, TCS). Ask for the one they buy with.',
      hi: 'ऑर्डर {order}: नंबर {gstin} कर काटने या जमा करने (TDS, TCS) का है। जिससे वे खरीदते हैं, वह नंबर माँगें।',
    },
    uin: {
      en: 'Order {order}: {gstin} is the number of an embassy or UN body (UIN). Report it among sales to businesses (B2B).',
      hi: 'ऑर्डर {order}: {gstin} किसी दूतावास या UN संस्था का नंबर (UIN) है। इसे व्यवसाय की बिक्री (B2B) में दिखाएँ।',
    },
    own: {
      en: "Order {order}: the buyer's GSTIN {gstin} is your own. It stands in: {place}.",
      hi: 'ऑर्डर {order}: खरीदार का GSTIN {gstin} आपका अपना है। जगह: {place}।',
    },
    conflict: {
      en: 'Order {order} holds two GSTINs of the buyer: {gstin} ({place}) and {other} ({otherPlace}).',
      hi: 'ऑर्डर {order} पर खरीदार के दो GSTIN हैं: {gstin} ({place}) और {other} ({otherPlace})।',
    },
    otherState: {
      en: "Order {order}: the buyer's GSTIN {gstin} is of {state}, and the bill goes to {billState}.",
      hi: 'ऑर्डर {order}: खरीदार का GSTIN {gstin} {state} का है, और बिल {billState} का है।',
    },
    more: {
      en: 'More orders with a GSTIN to look at: {count}.',
      hi: 'और ऑर्डर जिनका GSTIN देखना है: {count}।',
    },
  },
  applies: ({ orders, companyBuyers }) => numbersByOrder(orders.orders, companyBuyers).next().done !== true,
  *evaluate({ orders, registrations, companyBuyers }) {
    const own = new Set(registrations.map(({ gstin }) => gstin));
    const seen = new Set<string>();
    let count = 0;
    for (const [order, numbers] of numbersByOrder(orders.orders, companyBuyers)) {
      const finding = findingOf(order, numbers, own);
      if (!finding || seen.has(finding.subject)) continue;
      seen.add(finding.subject);
      count += 1;
      if (count <= MOST_ORDERS) yield finding;
    }
    if (count > MOST_ORDERS) yield { subject: 'more', messageId: 'more', data: { count: count - MOST_ORDERS } };
  },
});

type Refused = Exclude<BuyerNumber['verdict'], { ok: true }>;
type MessageId =
  Exclude<Refused['reason'], 'empty'> | 'fromAbroad' | 'notForBuying' | 'uin' | 'own' | 'conflict' | 'otherState';

/** What is wrong with the number on this order, and not with the number. */
const BY_ORDER: readonly MessageId[] = ['conflict', 'otherState'];

function* numbersByOrder(
  orders: readonly Order[],
  companyBuyers: readonly CompanyBuyer[] | undefined,
): Generator<[Order, BuyerNumber[]]> {
  const companyTexts = companyTextsByOrder(companyBuyers);
  for (const order of orders) {
    if (order.isCancelled) continue;
    const numbers = buyerNumbersOf(order, companyTexts.get(order.id));
    if (numbers.length > 0) yield [order, numbers];
  }
}

/** The gravest thing about an order's numbers: one number is corrected at a time. */
function findingOf(order: Order, numbers: readonly BuyerNumber[], own: ReadonlySet<string>): Finding<MessageId> | null {
  const about = (messageId: MessageId, { text, place }: BuyerNumber, more = {}): Finding<MessageId> => ({
    // A company's number is kept once, however many orders it makes: one cause, one alert.
    subject: place === 'company' && !BY_ORDER.includes(messageId) ? `company ${maskGstin(text.trim())}` : order.id,
    messageId,
    data: { order: order.name, gstin: maskGstin(text.trim()), place, ...more },
    ...atOrder(order),
  });
  for (const number of numbers) {
    const { verdict, text } = number;
    if (verdict.ok || verdict.reason === 'empty' || lookAlikeIn(text) !== null) continue;
    return about(verdict.reason, number, {
      gstin: maskGstin(verdict.normalized),
      length: [...verdict.normalized].length,
    });
  }
  const good = numbers.flatMap((number) => (number.verdict.ok ? [{ ...number, verdict: number.verdict }] : []));
  const other = good.find(({ verdict }) => verdict.gstin !== good[0]?.verdict.gstin);
  const [first] = good;
  if (!first) return null;
  const { layout, gstin, stateCode } = first.verdict;
  if (other) return about('conflict', first, { other: maskGstin(other.text.trim()), otherPlace: other.place });
  if (layout === 'oidar' || layout === 'nrtp') return about('fromAbroad', first);
  if (layout === 'tds' || layout === 'tcs') return about('notForBuying', first);
  if (own.has(gstin)) return about('own', first);
  if (layout === 'uin') return { ...about('uin', first), severity: 'info' };
  const state = currentStateCode(stateCode, dayInIndia(order.placedAt));
  const billState = stateOfZone((order.billTo ?? order.shipTo)?.provinceCode ?? null);
  if (state === null || billState === null || state === billState) return null;
  return { ...about('otherState', first, { state, billState }), severity: 'low' };
}
