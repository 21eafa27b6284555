import type { RateBand, VariantGst } from './api/product-gst.ts';
import { hsnCoverage } from './checks/gst/hsn-coverage.ts';
import { hsnForm, messageOf } from './checks/gst/hsn-form.ts';
import { priceBandRates } from './checks/gst/price-band-rates.ts';
import type { PriceBandRow } from './data/price-bands.ts';
import type { Product, Variant } from './evidence/catalogue.ts';
import { hsnPlaceOf, variantName } from './evidence/derived/hsn-code.ts';
import { bandedRate } from './evidence/derived/price-bands.ts';
import { nameOf } from './evidence/derived/product-findings.ts';
import { rupeesText } from './finding-figures.ts';
import { findingText } from './finding-text.ts';
import { judgeHsn, normalizeHsn, type HsnVerdict } from './gst/hsn.ts';
import type { Law } from './gst/law.ts';
import { bandFor } from './gst/price-band.ts';
import type { Text, TextData } from './text.ts';
import type { Day } from './time.ts';
import { visibleText } from './visible-text.ts';

/** What a variant is judged against. */
export interface ProductQuestion {
  readonly product: Product;
  readonly law: Law;
  /** Digits that the turnover asks for; null: it is not stated. */
  readonly digitsNeeded: number | null;
  /** Whether prices hold the tax already. */
  readonly taxesIncluded: boolean;
  readonly today: Day;
}

export const PRODUCT_WORDS = {
  good: {
    en: 'The code {code} could exist, and it has enough digits.',
    hi: 'कोड {code} हो सकता है, और उसमें काफ़ी अंक हैं।',
  },
  turnoverUnknown: {
    en: 'The code {code} could exist. Whether its digits are enough depends on your turnover: state it in Prahari.',
    hi: 'कोड {code} हो सकता है। अंक काफ़ी हैं या नहीं, यह टर्नओवर से तय होता है: उसे Prahari में लिखें।',
  },
  notTaxable: {
    en: 'No tax is charged on it in the shop, and it has no HSN code.',
    hi: 'दुकान में इस पर कर नहीं लगता, और इसका HSN कोड नहीं है।',
  },
  notPermitted: {
    en: 'Prahari may not read products yet. Open Prahari, Settings, and allow it there.',
    hi: 'Prahari को प्रोडक्ट पढ़ने की अनुमति अभी नहीं है। Prahari में सेटिंग खोलें और वहाँ अनुमति दें।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Digits that suffice at every turnover, and those that do at the least. */
const ENOUGH_DIGITS = 6;
const FEWEST_DIGITS = 4;
const LONGEST_CODE = 40;
const WHOLE_PPM = 1_000_000;

/** One variant: its code, what is to be said of it, and the rates that go by its price. */
export function variantGst(variant: Variant, question: ProductQuestion): VariantGst {
  const { product, law, digitsNeeded } = question;
  const held = hsnPlaceOf(product, variant);
  const verdict = held && judgeHsn(held.code, { law, digitsNeeded });
  const known = held && judgeHsn(held.code, { law, digitsNeeded: null });
  return {
    id: digitsOf(variant.id),
    title: visibleText(variantName(variant) ?? product.title),
    sku: variant.sku === null ? null : visibleText(variant.sku),
    pricePaise: variant.pricePaise,
    hsn: held && visibleText(held.code.slice(0, LONGEST_CODE)),
    hsnFrom: held?.place ?? null,
    verdict: verdictWords(variant, held?.code ?? null, verdict, question),
    rates: known?.ok ? rateBands(known.code, variant.pricePaise, question) : [],
    originCountryCode: variant.originCountryCode,
  };
}

/** What is wrong with a code that somebody typed, in the English words of the check. */
export function codeRefusal(text: string, verdict: HsnVerdict & { ok: false }, law: Law): string {
  const data = { code: text.slice(0, LONGEST_CODE), digits: FEWEST_DIGITS, product: 'The product' };
  return formWords(verdict, { ...data, ...codeData(text, verdict, law) }).en;
}

function verdictWords(
  variant: Variant,
  code: string | null,
  verdict: HsnVerdict | null,
  question: ProductQuestion,
): VariantGst['verdict'] {
  const { product, law, digitsNeeded } = question;
  const data = { product: nameOf(product), code: (code ?? '').slice(0, LONGEST_CODE) };
  const good = (words: Text) => ({ isGood: true, sentence: said(words, data) });
  if (verdict === null || code === null) {
    if (!variant.isTaxable) return good(PRODUCT_WORDS.notTaxable);
    return { isGood: false, sentence: said(hsnCoverage.messages['product'] ?? hsnCoverage.title, data) };
  }
  if (!verdict.ok) {
    const more = { ...codeData(code, verdict, law), digits: digitsNeeded ?? FEWEST_DIGITS };
    return { isGood: false, sentence: formWords(verdict, { ...data, ...more }) };
  }
  const dead = deadZone(verdict.code, variant, question);
  if (dead) {
    const words = priceBandRates.messages['priceList'] ?? priceBandRates.title;
    return { isGood: false, sentence: said(words, { ...data, ...dead }) };
  }
  const isUnsure = digitsNeeded === null && verdict.code.length < ENOUGH_DIGITS;
  return good(isUnsure ? PRODUCT_WORDS.turnoverUnknown : PRODUCT_WORDS.good);
}

function formWords(verdict: HsnVerdict & { ok: false }, data: TextData): Text {
  return said(hsnForm.messages[messageOf(verdict) ?? 'malformed'] ?? hsnForm.title, data);
}

function codeData(code: string, { suggestion }: HsnVerdict & { ok: false }, law: Law): TextData {
  return {
    chapter: normalizeHsn(code).slice(0, 2),
    suggestion: suggestion ?? '',
    listDay: law.hsnList?.importedOn ?? '',
  };
}

/** A price with tax inside at which no rate fits. */
function deadZone(code: string, { pricePaise, isTaxable }: Variant, { law, taxesIncluded, today }: ProductQuestion) {
  const band = isTaxable ? bandFor(law, code, today) : null;
  const rate = band && bandedRate(band, pricePaise, { taxesIncluded });
  if (rate?.kind !== 'dead-zone') return null;
  return { price: rupeesText(pricePaise), from: rupeesText(rate.fromPaise), to: rupeesText(rate.toPaise) };
}

/** Every band that the code ever had or will have, the newest first; limits are prices as the shop shows them. */
function rateBands(code: string, pricePaise: number, { law, today, taxesIncluded }: ProductQuestion): RateBand[] {
  const ofToday = bandFor(law, code, today);
  return law.priceBands
    .filter((row) => bandFor(law, code, row.effectiveFrom) === row)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
    .flatMap((row) => bandsOf(row, { isInForce: row === ofToday, pricePaise, taxesIncluded }));
}

function bandsOf(
  row: PriceBandRow,
  { isInForce, pricePaise, taxesIncluded }: { isInForce: boolean; pricePaise: number; taxesIncluded: boolean },
): RateBand[] {
  const { maxLowPaise, lowRatePpm, highRatePpm, effectiveFrom, effectiveTo, status, isAllGoods, source } = row;
  const asPrice = (ratePpm: number) =>
    taxesIncluded ? Math.floor((maxLowPaise * (WHOLE_PPM + ratePpm)) / WHOLE_PPM) : maxLowPaise;
  const [lastLow, lastBeforeHigh] = [asPrice(lowRatePpm), asPrice(highRatePpm)];
  const common = { from: effectiveFrom, until: effectiveTo, isVerified: status === 'verified' && isAllGoods, source };
  return [
    {
      ...{ ...common, ratePpm: lowRatePpm, abovePaise: null, upToPaise: lastLow },
      isOfToday: isInForce && pricePaise <= lastLow,
    },
    {
      ...{ ...common, ratePpm: highRatePpm, abovePaise: lastBeforeHigh, upToPaise: null },
      isOfToday: isInForce && pricePaise > lastBeforeHigh,
    },
  ];
}

const digitsOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

const said = (text: Text, data: TextData): Text => ({
  en: findingText(text, data, 'en'),
  hi: findingText(text, data, 'hi'),
});
