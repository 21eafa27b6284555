import type { BuyerNumberShown, OrderGst, OrderGstRow, OrdersGst, OrderTaxShown } from '../core/api/order-gst.ts';
import type { ProductGst, VariantGst } from '../core/api/product-gst.ts';
import { aGstin, AS_OF } from './a-gstin.ts';

/** Answers about orders and products, as pages and extensions get them. Every number, name and firm is invented. */

type JudgedTax = OrderTaxShown & { isJudged: true };

/** Rs 126 of 12%, within Maharashtra, as the law asks. */
export function aJudgedTax(over: Partial<JudgedTax> = {}): JudgedTax {
  return {
    isJudged: true,
    verdict: 'right',
    dispatchState: '27',
    deliveryState: '27',
    placeOfSupply: '27',
    expected: 'cgst-sgst',
    charged: 'cgst-sgst',
    chargedNames: 'CGST + SGST',
    heads: [
      { head: 'cgst', expectedPaise: 6_300, chargedPaise: 6_300 },
      { head: 'sgst', expectedPaise: 6_300, chargedPaise: 6_300 },
    ],
    taxPaise: 12_600,
    differencePaise: 0,
    sentence: {
      en: 'The order stayed within Maharashtra and carries CGST + SGST, as the law asks.',
      hi: 'ऑर्डर महाराष्ट्र के अंदर ही रहा और उस पर CGST + SGST लगा है, जैसा कानून कहता है।',
    },
    ...over,
  };
}

/** Sent from Karnataka to Maharashtra, with the tax of a sale within the State. */
export const WRONG_HEAD: JudgedTax = aJudgedTax({
  verdict: 'wrong',
  dispatchState: '29',
  expected: 'igst',
  heads: [
    { head: 'cgst', expectedPaise: 0, chargedPaise: 6_300 },
    { head: 'sgst', expectedPaise: 0, chargedPaise: 6_300 },
    { head: 'igst', expectedPaise: 12_600, chargedPaise: 0 },
  ],
  differencePaise: 12_600,
  sentence: {
    en: 'Order #1001 went from Karnataka to Maharashtra with CGST + SGST. It should carry IGST.',
    hi: 'ऑर्डर #1001 कर्नाटक से महाराष्ट्र गया और उस पर CGST + SGST लगा। IGST लगना चाहिए।',
  },
});

/** The buyer's address is kept from us. */
export const NOT_JUDGED: OrderTaxShown = {
  isJudged: false,
  reason: 'delivery-unknown',
  taxPaise: 12_600,
  sentence: {
    en: 'Shopify does not show Prahari the State of delivery. Allow access to protected customer data for the app, then check again.',
    hi: 'Shopify Prahari को डिलीवरी का राज्य नहीं दिखाता। ऐप को सुरक्षित ग्राहक डेटा देखने की अनुमति दें, फिर दोबारा जाँचें।',
  },
};

/** A number that could exist, of Maharashtra, active when a service was asked. */
export function aBuyerNumber(over: Partial<BuyerNumberShown> = {}): BuyerNumberShown {
  return {
    place: 'cart-attribute',
    isUsed: true,
    gstin: aGstin(),
    couldExist: true,
    verdict: {
      en: 'The number could exist. It is of Maharashtra, where the goods go.',
      hi: 'यह नंबर हो सकता है। यह महाराष्ट्र का है, जहाँ माल जाता है।',
    },
    stateCode: '27',
    registry: { status: 'active', service: 'sandbox-co-in', learnedAt: '2026-11-21T06:30:00.000Z' },
    ...over,
  };
}

/** "27ААAPZ1234C1Z…" with two Cyrillic letters. */
export const LOOK_ALIKE: BuyerNumberShown = aBuyerNumber({
  isUsed: false,
  gstin: aGstin().replace('AA', '\u0410\u0410'),
  couldExist: false,
  verdict: {
    en: 'A GSTIN has only the letters A to Z and the digits 0 to 9. This does not belong there: \u0410 (U+0410). Some letters of other scripts look the same. On an invoice that is a warning sign. Ask the sender for the number, and type it by hand.',
    hi: 'GSTIN में सिर्फ़ A से Z और 0 से 9 होते हैं। यह वहाँ का नहीं है: \u0410 (U+0410)। दूसरी लिपियों के कुछ अक्षर एक जैसे दिखते हैं। इनवॉइस पर यह चेतावनी है। भेजने वाले से नंबर पूछें, और हाथ से लिखें।',
  },
  stateCode: null,
  registry: null,
});

/** A second number, of Karnataka, kept with the company. */
export const OTHER_NUMBER: BuyerNumberShown = aBuyerNumber({
  place: 'company',
  gstin: aGstin({ state: '29', pan: 'AAAPZ4321D' }),
  verdict: {
    en: 'The number could exist. It is of Karnataka, and the place of supply is Maharashtra.',
    hi: 'यह नंबर हो सकता है। यह कर्नाटक का है, और आपूर्ति का स्थान महाराष्ट्र है।',
  },
  stateCode: '29',
  registry: null,
});

/** A consumer's order within Maharashtra, in order; no buyer's number. */
export function anOrderGst(over: Partial<OrderGst> = {}): OrderGst {
  return {
    id: '1001',
    name: '#1001',
    placedOn: '2026-11-10',
    asOf: AS_OF,
    isCancelled: false,
    buyerNumbers: [],
    buyerBusiness: null,
    tax: aJudgedTax(),
    alerts: [],
    lines: 2,
    moreLines: false,
    missing: [],
    mayCheck: true,
    ...over,
  };
}

const AN_ALERT: OrderGst['alerts'][number] = {
  id: 'a1b2c3d4e5f6a1b2c3d4e5f6',
  severity: 'high',
  sentence: WRONG_HEAD.sentence,
};

/** One answer for each state of a page. */
export const ORDER_GST_CASES = {
  right: anOrderGst({ buyerNumbers: [aBuyerNumber()], buyerBusiness: 'Invented Traders' }),
  consumer: anOrderGst(),
  wrongHead: anOrderGst({ tax: WRONG_HEAD, buyerNumbers: [aBuyerNumber()], alerts: [AN_ALERT] }),
  lookAlike: anOrderGst({ buyerNumbers: [LOOK_ALIKE] }),
  conflict: anOrderGst({
    buyerNumbers: [OTHER_NUMBER, aBuyerNumber({ isUsed: false, registry: null })],
  }),
  notJudged: anOrderGst({ tax: NOT_JUDGED, missing: ['protected-data'] }),
  cancelled: anOrderGst({
    isCancelled: true,
    tax: {
      isJudged: false,
      reason: 'cancelled',
      taxPaise: 12_600,
      sentence: {
        en: 'The order is cancelled, so its tax is not judged.',
        hi: 'ऑर्डर रद्द है, इसलिए उसका कर नहीं जाँचा जाता।',
      },
    },
  }),
  long: anOrderGst({ lines: 2_000, moreLines: true }),
  viewer: anOrderGst({ mayCheck: false }),
} as const satisfies Readonly<Record<string, OrderGst>>;

/** One row of many. */
export function anOrderGstRow(over: Partial<OrderGstRow> = {}): OrderGstRow {
  return {
    id: '1001',
    name: '#1001',
    result: 'right',
    differencePaise: 0,
    sentence: aJudgedTax().sentence,
    ...over,
  };
}

/** Orders #1001 and on: of four, one is wrong, one is not judged, one is not there. */
export function ordersGst(count = 250): OrdersGst {
  const orders = Array.from({ length: count }, (_, index): OrderGstRow => {
    const own = { id: String(1_001 + index), name: `#${1_001 + index}` };
    if (index % 4 === 1) {
      return anOrderGstRow({ ...own, result: 'wrong', differencePaise: 12_600, sentence: WRONG_HEAD.sentence });
    }
    if (index % 4 === 2) return anOrderGstRow({ ...own, result: 'not-judged', sentence: NOT_JUDGED.sentence });
    if (index % 4 === 3) {
      const sentence = { en: 'This shop has no such order.', hi: 'इस दुकान में ऐसा ऑर्डर नहीं है।' };
      return anOrderGstRow({ id: own.id, name: null, result: 'not-found', sentence });
    }
    return anOrderGstRow(own);
  });
  const of = (result: OrderGstRow['result']) => orders.filter((row) => row.result === result).length;
  return {
    asOf: AS_OF,
    orders,
    counts: { right: of('right'), wrong: of('wrong'), notJudged: of('not-judged') },
    differencePaise: orders.reduce((sum, { differencePaise }) => sum + differencePaise, 0),
  };
}

/** A kurta at Rs 1,050 with the code of woven apparel. */
export function aVariantGst(over: Partial<VariantGst> = {}): VariantGst {
  const band = { abovePaise: null, upToPaise: null, from: '2025-09-22', until: null, isVerified: true } as const;
  return {
    id: '11',
    title: 'M',
    sku: 'KURTA-M',
    pricePaise: 105_000,
    hsn: '6204',
    hsnFrom: 'product-field',
    verdict: {
      isGood: true,
      sentence: { en: 'The code 6204 could be right.', hi: 'कोड 6204 ठीक हो सकता है।' },
    },
    rates: [
      { ...band, ratePpm: 50_000, upToPaise: 250_000, isOfToday: true, source: 'invented source' },
      { ...band, ratePpm: 180_000, abovePaise: 250_000, isOfToday: false, source: 'invented source' },
    ],
    originCountryCode: 'IN',
    ...over,
  };
}

/** A kurta in one size, with a code that could be right. */
export function aProductGst(over: Partial<ProductGst> = {}): ProductGst {
  return {
    id: '1',
    title: 'Block-print kurta',
    asOf: AS_OF,
    hsn: '6204',
    variants: [aVariantGst()],
    moreVariants: false,
    missing: null,
    mayMend: true,
    mendScopes: ['write_products'],
    ...over,
  };
}

const MISSING = { en: 'Block-print kurta has no HSN code.', hi: 'Block-print kurta का HSN कोड नहीं है।' };

/** One answer for each state of a page. */
export const PRODUCT_GST_CASES = {
  good: aProductGst(),
  withoutCode: aProductGst({
    hsn: null,
    variants: [
      aVariantGst({ hsn: null, hsnFrom: null, verdict: { isGood: false, sentence: MISSING }, rates: [] }),
      aVariantGst({
        ...{ id: '12', title: 'L', sku: null, hsn: null, hsnFrom: null, originCountryCode: null, rates: [] },
        verdict: { isGood: false, sentence: MISSING },
      }),
    ],
  }),
  many: aProductGst({
    variants: Array.from({ length: 2_000 }, (_, index) =>
      aVariantGst({ id: String(index + 1), title: `Size ${index}` }),
    ),
    moreVariants: true,
  }),
  notPermitted: aProductGst({
    variants: [],
    missing: {
      en: 'Prahari may not read products. Open Prahari, GST, and allow it there.',
      hi: 'Prahari को प्रोडक्ट पढ़ने की अनुमति नहीं है। Prahari में GST पेज खोलें और वहाँ अनुमति दें।',
    },
  }),
  viewer: aProductGst({ mayMend: false }),
} as const satisfies Readonly<Record<string, ProductGst>>;
