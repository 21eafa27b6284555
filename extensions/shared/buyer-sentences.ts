import type { RegistrationStatus } from '../../core/evidence/registry.ts';
import type { Text } from '../../core/text.ts';

/** What the fields say to a buyer, beside core's own reasons. */
export const SENTENCES = {
  good: {
    en: 'This GSTIN could exist. It is a number of {state}.',
    hi: 'यह GSTIN हो सकता है। यह {state} का नंबर है।',
  },
  goodWithoutState: {
    en: 'This GSTIN could exist.',
    hi: 'यह GSTIN हो सकता है।',
  },
  goesAlong: {
    en: 'It goes with your order.',
    hi: 'यह आपके ऑर्डर के साथ जाएगा।',
  },
  taken: {
    en: 'Taken from your text: {gstin}.',
    hi: 'आपके टेक्स्ट से लिया गया: {gstin}।',
  },
  several: {
    en: 'There is more than one GSTIN here. Leave the one of your business.',
    hi: 'यहाँ एक से ज़्यादा GSTIN हैं। सिर्फ़ अपने कारोबार वाला रहने दें।',
  },
  perhaps: {
    en: 'Could it be {numbers}?',
    hi: 'क्या यह {numbers} हो सकता है?',
  },
  goOn: {
    en: 'You can check out all the same.',
    hi: 'खरीद फिर भी पूरी हो सकती है।',
  },
  fromAbroad: {
    en: 'Numbers of this kind are for sellers from abroad. Enter the GSTIN of your business in India.',
    hi: 'ऐसे नंबर विदेश के विक्रेताओं के होते हैं। भारत में अपने कारोबार का GSTIN लिखें।',
  },
  forDeducting: {
    en: 'Numbers of this kind are for collecting or deducting tax. Businesses usually buy with another one.',
    hi: 'ऐसे नंबर कर जमा करने या काटने के लिए होते हैं। कारोबार आम तौर पर दूसरे नंबर से खरीदते हैं।',
  },
  legacyState: {
    en: 'It begins with a State code that is no longer given. See whether you received a new number.',
    hi: 'यह ऐसे राज्य कोड से शुरू होता है जो अब नहीं दिया जाता। देखें कि नया नंबर मिला है या नहीं।',
  },
  sameState: {
    en: 'As far as we can see, the goods go to the same State.',
    hi: 'जहाँ तक दिखता है, माल उसी राज्य में जाएगा।',
  },
  otherState: {
    en: 'As far as we can see, the goods go to {delivery}. For goods, the place of delivery usually decides the tax. If your business has a number there, that one fits better.',
    hi: 'जहाँ तक दिखता है, माल {delivery} जाएगा। माल पर कर आम तौर पर डिलीवरी की जगह से तय होता है। अगर वहाँ आपके कारोबार का नंबर है, तो वह बेहतर रहेगा।',
  },
  heads: {
    en: 'From this seller that is {heads}.',
    hi: 'इस विक्रेता से {heads} लगेगा।',
  },
  headsAnywhere: {
    en: 'A seller in that State charges {heads}; a seller in another one charges IGST.',
    hi: 'उसी राज्य का विक्रेता {heads} लेता है; दूसरे राज्य का IGST।',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the register told, where a buyer should know. Null: nothing to say. */
export const STATUS_SENTENCES: Readonly<Record<RegistrationStatus | 'not-found', Text | null>> = {
  active: null,
  provisional: null,
  cancelled: {
    en: 'The GST register showed this number as cancelled, as of {date}. See whether your business has another one.',
    hi: '{date} को GST रजिस्टर में यह नंबर रद्द दिखा। देखें कि आपके कारोबार का कोई और नंबर है या नहीं।',
  },
  suspended: {
    en: 'The GST register showed this number as suspended, as of {date}. Your accountant can tell you more.',
    hi: '{date} को GST रजिस्टर में यह नंबर निलंबित दिखा। आपके अकाउंटेंट ज़्यादा बता सकते हैं।',
  },
  inactive: {
    en: 'The GST register showed this number as not active, as of {date}. Your accountant can tell you more.',
    hi: '{date} को GST रजिस्टर में यह नंबर चालू नहीं दिखा। आपके अकाउंटेंट ज़्यादा बता सकते हैं।',
  },
  'not-found': {
    en: 'The GST register did not show this number, as of {date}. Compare it with your registration certificate.',
    hi: '{date} को GST रजिस्टर में यह नंबर नहीं मिला। इसे अपने पंजीकरण प्रमाणपत्र से मिलाएँ।',
  },
};
