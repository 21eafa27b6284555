import type { BuyerNumberShown, OrderGstRow, OrderTaxShown } from './api/order-gst.ts';
import { dataOf, messageOf, orderHeads } from './checks/gst/order-heads.ts';
import { CENTRE_CODE } from './data/state-codes.ts';
import { stateByCode } from './data/states.ts';
import { usedAmong } from './evidence/derived/buyer-gstins.ts';
import type { BuyerNumber } from './evidence/derived/buyer-gstins.ts';
import { headSums } from './evidence/derived/order-gst-heads.ts';
import { rateReader, wrongRateTax } from './evidence/derived/order-tax-rate-problems.ts';
import { orderTax } from './evidence/derived/order-tax.ts';
import type { JudgedOrder, OrderTaxResult, SellerPlaces } from './evidence/derived/order-tax.ts';
import type { Order } from './evidence/orders.ts';
import { rupeesText } from './finding-figures.ts';
import { findingText } from './finding-text.ts';
import { gstinTextData } from './gst/gstin-texts.ts';
import type { GstinVerdict } from './gst/gstin.ts';
import { dayInIndia } from './gst/days.ts';
import { HEAD_NAMES } from './gst/head-names.ts';
import { ABROAD, currentStateCode } from './gst/place-of-supply.ts';
import { NO_SUCH_ORDER, NOT_JUDGED_WORDS, NUMBER_WORDS, RESULT_OF, TAX_WORDS } from './order-gst-words.ts';
import { fill, type Language, type Text, type TextData } from './text.ts';
import { lookAlikesIn } from './verify/look-alikes.ts';
import { LOOK_ALIKE_SIGNAL, REASON_SENTENCES, WARNING_SENTENCES } from './verify/verdict-texts.ts';
import { visibleText } from './visible-text.ts';

/** One order as it stands now, and what it is judged against. */
export interface OrderQuestion {
  readonly order: Order;
  readonly numbers: readonly BuyerNumber[];
  readonly seller: SellerPlaces;
  /** The shop's own registrations. */
  readonly own: ReadonlySet<string>;
  /** Shopify keeps the addresses from us: an order without one is not one that was handed over. */
  readonly areAddressesHidden: boolean;
}

/** What was learned of numbers, by GSTIN. */
export type KnownNumbers = ReadonlyMap<string, NonNullable<BuyerNumberShown['registry']>>;

export interface OrderVerdict {
  readonly buyerNumbers: readonly BuyerNumberShown[];
  readonly tax: OrderTaxShown;
}

/** Judges one order by its State of dispatch, its place of supply and what it carries. Linear in lines. */
export function judgeOrder(question: OrderQuestion, known: KnownNumbers = new Map()): OrderVerdict {
  const { order, numbers, seller, areAddressesHidden } = question;
  const result = orderTax(areAddressesHidden ? withoutAddresses(order) : order, numbers, seller);
  return {
    buyerNumbers: numbersShown(question, result, known),
    tax: result.isJudged ? judgedTax(result, seller) : notJudged(result, question),
  };
}

/** One line of a list of orders. */
export function orderRow(id: string, name: string, tax: OrderTaxShown): OrderGstRow {
  const { sentence } = tax;
  if (!tax.isJudged) return { id, name, result: 'not-judged', differencePaise: 0, sentence };
  const { verdict, expected, differencePaise } = tax;
  const isRightly = verdict === 'untaxed' && expected === 'none';
  const result = differencePaise > 0 ? 'wrong' : isRightly ? 'right' : RESULT_OF[verdict];
  return { id, name, result, differencePaise, sentence };
}

/** The row of an order that is not there. */
export function missingRow(id: string): OrderGstRow {
  return { id, name: null, result: 'not-found', differencePaise: 0, sentence: NO_SUCH_ORDER };
}

/** An answer without a judgement, for a reason that lies outside the order. */
export function unjudged(reason: 'no-check-yet' | 'no-registration' | 'not-permitted', taxPaise = 0): OrderTaxShown {
  return {
    isJudged: false,
    reason: reason === 'no-registration' ? 'no-check-yet' : reason,
    taxPaise,
    sentence: NOT_JUDGED_WORDS[reason],
  };
}

const HIDDEN = { provinceCode: null, countryCode: null };

function withoutAddresses(order: Order): Order {
  return { ...order, shipTo: order.shipTo ?? HIDDEN, billTo: order.billTo ?? HIDDEN };
}

function judgedTax(judged: JudgedOrder, seller: SellerPlaces): OrderTaxShown {
  const { verdict, dispatchState, deliveryState, placeOfSupply, expected, charged, chargedNames, taxPaise } = judged;
  const wrongRatePaise = wrongRateTax(judged, seller.headOf, rateReader(seller.law));
  const words = wordsOf(judged);
  const sentence = said(words, { ...dataOf(judged), expected: HEAD_NAMES[expected], deliveryState });
  return {
    isJudged: true,
    ...{ verdict, dispatchState, deliveryState, placeOfSupply, expected, charged, chargedNames, taxPaise },
    heads: headSums(judged, seller),
    // A line can be wrong in both: its tax is corrected once.
    differencePaise: Math.max(judged.wrongPaise, wrongRatePaise),
    sentence:
      wrongRatePaise > 0 ? both(sentence, said(TAX_WORDS.wrongRate, { tax: rupeesText(wrongRatePaise) })) : sentence,
  };
}

function wordsOf(judged: JudgedOrder): Text {
  const { verdict, isExport, dispatchState, deliveryState, placeOfSupply, expected } = judged;
  switch (verdict) {
    case 'right':
      if (isExport) return TAX_WORDS.abroad;
      if (deliveryState !== placeOfSupply) return TAX_WORDS.billedElsewhere;
      return dispatchState === placeOfSupply ? TAX_WORDS.within : TAX_WORDS.beyond;
    case 'untaxed':
      return expected === 'none' ? TAX_WORDS.untaxedRightly : TAX_WORDS.untaxed;
    case 'half':
      return TAX_WORDS.half;
    case 'unnamed':
      return TAX_WORDS.unnamed;
    case 'not-allowed':
      return TAX_WORDS.notAllowed;
    case 'may-be-sez':
      return headWords('maybeSez');
    case 'wrong':
      return headWords(messageOf(judged));
  }
}

/** As the alert about such an order says it. */
function headWords(messageId: string): Text {
  return orderHeads.messages[messageId] ?? orderHeads.title;
}

function notJudged(
  { reason, taxPaise, order }: OrderTaxResult & { isJudged: false },
  { numbers, areAddressesHidden }: OrderQuestion,
): OrderTaxShown {
  const words = NOT_JUDGED_WORDS[reason === 'delivery-unknown' && areAddressesHidden ? 'address-hidden' : reason];
  const buyer = usedAmong(numbers)?.verdict.stateCode ?? '';
  const state = currentStateCode(buyer, dayInIndia(order.placedAt)) ?? buyer;
  return { isJudged: false, reason, taxPaise, sentence: said(words, { state }) };
}

function numbersShown(
  { numbers, own, order }: OrderQuestion,
  result: OrderTaxResult,
  known: KnownNumbers,
): BuyerNumberShown[] {
  const used = usedAmong(numbers);
  const day = dayInIndia(order.placedAt);
  let isUsedShown = false;
  const shown = numbers.map(({ place, text, verdict }): BuyerNumberShown => {
    const isUsed = !isUsedShown && used !== null && place === used.place && text === used.text;
    isUsedShown ||= isUsed;
    if (!verdict.ok) {
      const gstin = visibleText(verdict.normalized);
      return { place, isUsed, gstin, couldExist: false, verdict: refusal(verdict), stateCode: null, registry: null };
    }
    const { gstin } = verdict;
    const stateCode = currentStateCode(verdict.stateCode, day) ?? verdict.stateCode;
    const isOther = !isUsed && used !== null && used.verdict.gstin !== gstin;
    const words = own.has(gstin) ? NUMBER_WORDS.own : numberWords(verdict, { stateCode, isUsed, result });
    const sentence = joined([
      said(words, { state: stateCode, ...placesOf(result) }),
      ...verdict.warnings.map((warning) => WARNING_SENTENCES[warning]),
      ...(isOther ? [NUMBER_WORDS.anotherCounts] : []),
    ]);
    return { place, isUsed, gstin, couldExist: true, verdict: sentence, stateCode, registry: known.get(gstin) ?? null };
  });
  return shown.sort((a, b) => Number(b.isUsed) - Number(a.isUsed));
}

const placesOf = (result: OrderTaxResult): TextData =>
  result.isJudged ? { deliveryState: result.deliveryState, otherState: result.placeOfSupply } : {};

function numberWords(
  { layout }: GstinVerdict & { ok: true },
  { stateCode, isUsed, result }: { stateCode: string; isUsed: boolean; result: OrderTaxResult },
): Text {
  if (layout === 'oidar' || layout === 'nrtp') return NUMBER_WORDS.fromAbroad;
  if (layout === 'tds' || layout === 'tcs') return NUMBER_WORDS.notForBuying;
  if (layout === 'uin') return NUMBER_WORDS.uin;
  if (stateCode === CENTRE_CODE || stateByCode(stateCode) === null) return NUMBER_WORDS.centre;
  if (!result.isJudged || result.deliveryState === ABROAD) return NUMBER_WORDS.couldExist;
  if (stateCode === result.deliveryState) return NUMBER_WORDS.whereGoodsGo;
  return isUsed ? NUMBER_WORDS.elsewhere : NUMBER_WORDS.otherPlace;
}

function refusal(verdict: GstinVerdict & { ok: false }): Text {
  const data = gstinTextData(verdict);
  const words = REASON_SENTENCES[verdict.reason];
  const sentence = inEach((language) => visibleText(fill(words[language], data)));
  return lookAlikesIn(verdict).length > 0 ? both(sentence, LOOK_ALIKE_SIGNAL) : sentence;
}

const said = (text: Text, data: TextData): Text => inEach((language) => findingText(text, data, language));
const both = (one: Text, other: Text): Text => joined([one, other]);
const joined = (texts: readonly Text[]): Text => inEach((language) => texts.map((text) => text[language]).join(' '));

function inEach(write: (language: Language) => string): Text {
  return { en: write('en'), hi: write('hi') };
}
