import type { TaxVerdict } from './evidence/derived/order-tax.ts';
import type { OrderGstRow, OrderTaxShown } from './api/order-gst.ts';
import type { Text } from './text.ts';

/** Sentences about one order's tax, beside those of gst/order-heads. Places are as in findings. */
export const TAX_WORDS = {
  within: {
    en: 'The order stayed within {state} and carries {charged}, as it should.',
    hi: 'ऑर्डर {state} के अंदर ही रहा और उस पर {charged} लगा है, जो सही है।',
  },
  beyond: {
    en: 'The order went from {dispatchState} to {state} and carries {charged}, as it should.',
    hi: 'ऑर्डर {dispatchState} से {state} गया और उस पर {charged} लगा है, जो सही है।',
  },
  billedElsewhere: {
    en: 'The order, sent from {dispatchState}, is billed to a business in {state}. It carries {charged}, as it should.',
    hi: '{dispatchState} से भेजे ऑर्डर का बिल {state} के व्यवसाय का है। उस पर {charged} लगा है, जो सही है।',
  },
  abroad: {
    en: 'The order went abroad and carries {charged}, as an export does.',
    hi: 'ऑर्डर विदेश गया और उस पर {charged} लगा है, जैसा निर्यात पर लगता है।',
  },
  untaxed: {
    en: 'No tax is charged. That can be right for exempt goods, and for exports under a letter of undertaking (LUT).',
    hi: 'कोई कर नहीं लगा है। कर-मुक्त माल पर, और LUT के साथ निर्यात पर, यह सही हो सकता है।',
  },
  untaxedRightly: {
    en: 'No tax is charged. That is right where you are unregistered or under the composition scheme.',
    hi: 'कोई कर नहीं लगा है। पंजीकरण न होने पर, या कंपोज़िशन योजना में, यही सही है।',
  },
  half: {
    en: 'The order carries {charged} without its other half. {expected} should stand there.',
    hi: 'ऑर्डर पर {charged} लगा है, पर दूसरा आधा हिस्सा नहीं। {expected} लगना चाहिए।',
  },
  unnamed: {
    en: 'The order carries a tax that names no head. An invoice for it shows {expected}.',
    hi: 'ऑर्डर के कर का प्रकार लिखा नहीं है। इसके इनवॉइस पर {expected} लिखा होता है।',
  },
  notAllowed: {
    en: 'The order carries {charged}, and from {dispatchState} you may charge none: unregistered, or under the composition scheme.',
    hi: 'ऑर्डर पर {charged} लगा है, जबकि {dispatchState} से आप कर नहीं ले सकते: पंजीकरण नहीं है, या कंपोज़िशन योजना है।',
  },
  wrongRate: {
    en: 'Tax at a rate that GST did not have on that day: ₹{tax}.',
    hi: 'उस दिन GST में न रही दर पर लगा कर: ₹{tax}।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Why nothing is said, and what to do. */
export const NOT_JUDGED_WORDS: Readonly<
  Record<(OrderTaxShown & { isJudged: false })['reason'] | 'address-hidden' | 'no-registration', Text>
> = {
  cancelled: {
    en: 'The order is cancelled, so its tax is not judged.',
    hi: 'ऑर्डर रद्द है, इसलिए उसका कर नहीं जाँचा जाता।',
  },
  'other-currency': {
    en: 'The order is not in rupees. Prahari judges tax in rupees alone.',
    hi: 'ऑर्डर रुपये में नहीं है। Prahari सिर्फ़ रुपये में लगा कर जाँचता है।',
  },
  'no-lines': {
    en: 'The order has no lines, so there is no tax to judge.',
    hi: 'ऑर्डर में कोई पंक्ति नहीं है, इसलिए जाँचने को कर नहीं है।',
  },
  'dispatch-unknown': {
    en: 'The State that sends the goods is not known. In Shopify, under Settings, Locations, write the State of the location.',
    hi: 'माल किस राज्य से जाता है, यह पता नहीं। Shopify में Settings, Locations में लोकेशन का राज्य लिखें।',
  },
  'dispatch-several': {
    en: 'The goods leave from several States, and which from where the order does not tell. Make an invoice for each State.',
    hi: 'माल कई राज्यों से जाता है, और ऑर्डर नहीं बताता कि क्या कहाँ से। हर राज्य का अलग इनवॉइस बनाएँ।',
  },
  'delivery-unknown': {
    en: 'The State of delivery cannot be told from the addresses. Correct the address on the order, then check again.',
    hi: 'पतों से डिलीवरी का राज्य पता नहीं चलता। ऑर्डर पर पता ठीक करें, फिर दोबारा जाँचें।',
  },
  'address-hidden': {
    en: 'Shopify does not show Prahari the address: it needs access to protected customer data. Ask who runs Prahari for you.',
    hi: 'Shopify Prahari को पता नहीं दिखाता: सुरक्षित ग्राहक डेटा (protected customer data) की अनुमति चाहिए। Prahari चलाने वाले से कहें।',
  },
  'buyer-state-unclear': {
    en: "The buyer's GSTIN is of {state}, and neither address is there. Ask the buyer which registration buys.",
    hi: 'खरीदार का GSTIN {state} का है, और दोनों में से कोई पता वहाँ का नहीं है। खरीदार से पूछें कि किस पंजीकरण से खरीदते हैं।',
  },
  'no-check-yet': {
    en: 'Prahari has not checked this shop yet. Open Prahari and let the first check end.',
    hi: 'Prahari ने इस दुकान की जाँच अभी नहीं की है। Prahari खोलें और पहली जाँच पूरी होने दें।',
  },
  'no-registration': {
    en: 'Prahari does not know your GSTIN yet. Enter it in Prahari, in Settings; the tax of orders is judged by it.',
    hi: 'Prahari को आपका GSTIN अभी पता नहीं। Prahari की सेटिंग में लिखें; ऑर्डर का कर उसी से जाँचा जाता है।',
  },
  'not-permitted': {
    en: 'Prahari may not read orders yet. Open Prahari, Settings, and allow it there.',
    hi: 'Prahari को ऑर्डर पढ़ने की अनुमति अभी नहीं है। Prahari में सेटिंग खोलें और वहाँ अनुमति दें।',
  },
};

/** What is to be said of a number that could exist. */
export const NUMBER_WORDS = {
  couldExist: {
    en: 'The number could exist. It is of {state}.',
    hi: 'यह नंबर हो सकता है। यह {state} का है।',
  },
  whereGoodsGo: {
    en: 'The number could exist. It is of {state}, where the goods go.',
    hi: 'यह नंबर हो सकता है। यह {state} का है, जहाँ माल जाता है।',
  },
  elsewhere: {
    en: 'The number could exist. It is of {state}, so the tax goes by {state}, though the goods go to {deliveryState}.',
    hi: 'यह नंबर हो सकता है। यह {state} का है, इसलिए कर {state} के हिसाब से लगता है, जबकि माल {deliveryState} जाता है।',
  },
  otherPlace: {
    en: 'The number could exist. It is of {state}, and the tax of this order goes by {otherState}.',
    hi: 'यह नंबर हो सकता है। यह {state} का है, और इस ऑर्डर का कर {otherState} के हिसाब से लगता है।',
  },
  centre: {
    en: 'The number could exist. It stands under the Centre, not a State.',
    hi: 'यह नंबर हो सकता है। यह किसी राज्य का नहीं, केंद्र का है।',
  },
  anotherCounts: {
    en: 'Another number on this order counts before it. Ask the buyer which one is right.',
    hi: 'इस ऑर्डर पर दूसरा नंबर इससे पहले गिना जाता है। खरीदार से पूछें कि कौन-सा सही है।',
  },
  own: {
    en: "This is your own GSTIN, not the buyer's. Ask the buyer for theirs.",
    hi: 'यह आपका अपना GSTIN है, खरीदार का नहीं। खरीदार से उनका GSTIN माँगें।',
  },
  fromAbroad: {
    en: 'The number is of a seller from abroad. No buyer can take goods with it.',
    hi: 'यह नंबर विदेश के विक्रेता का है। कोई खरीदार इससे माल नहीं ले सकता।',
  },
  notForBuying: {
    en: 'The number is for deducting or collecting tax (TDS, TCS). Ask for the one they buy with.',
    hi: 'यह नंबर कर काटने या जमा करने (TDS, TCS) का है। जिससे वे खरीदते हैं, वह नंबर माँगें।',
  },
  uin: {
    en: 'The number is of an embassy or UN body (UIN). Report the order among sales to businesses (B2B).',
    hi: 'यह किसी दूतावास या UN संस्था का नंबर (UIN) है। ऑर्डर को व्यवसाय की बिक्री (B2B) में दिखाएँ।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** An order that Shopify does not show: another shop's reads the same. */
export const NO_SUCH_ORDER: Text = {
  en: 'Prahari sees no such order in this shop. Shopify shows it those of the last 60 days.',
  hi: 'Prahari को इस दुकान में ऐसा ऑर्डर नहीं दिखता। Shopify उसे पिछले 60 दिनों के ऑर्डर दिखाता है।',
};

/** What a verdict makes of an order's row; `untaxed` goes by what the law asks. */
export const RESULT_OF: Readonly<Record<TaxVerdict, OrderGstRow['result']>> = {
  right: 'right',
  wrong: 'wrong',
  half: 'wrong',
  unnamed: 'wrong',
  'not-allowed': 'wrong',
  untaxed: 'not-judged',
  'may-be-sez': 'not-judged',
};
