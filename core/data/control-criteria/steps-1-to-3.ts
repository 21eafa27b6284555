import type { Text } from '../../text.ts';

/** What passes, in plain words: core/data/control-criteria.ts says what a row means. */
export const CRITERIA_OF_STEPS_1_TO_3: Readonly<Record<string, Text>> = {
  'EDU-01': {
    en: 'Every active account in Shopify, mail and your other sensitive services belongs to one named person with a role.',
    hi: 'Shopify, मेल और बाकी संवेदनशील सेवाओं का हर चालू खाता किसी एक नामित व्यक्ति का है, जिसकी भूमिका तय है।',
  },
  'EDU-02': {
    en: 'At least 95% of active people passed the basics within a year, newcomers within 30 days.',
    hi: 'कम से कम 95% सक्रिय लोगों ने एक साल के भीतर बुनियादी प्रशिक्षण पास किया है। नए लोगों ने 30 दिन में।',
  },
  'EDU-03': {
    en: 'At least 95% of active people passed the modules on phishing and payment fraud within 180 days.',
    hi: '95% सक्रिय लोगों ने 180 दिन के भीतर फ़िशिंग और भुगतान के धोखे वाले पाठ पास किए हैं।',
  },
  'EDU-04': {
    en: 'A named person takes reports, and one real or practice report came in within 180 days.',
    hi: 'सूचना लेने वाला व्यक्ति तय है और 180 दिन के भीतर एक असली या अभ्यास की सूचना आई है।',
  },
  'EDU-05': {
    en: 'Each report is acknowledged within 4 hours and decided before the 6-hour clock ends.',
    hi: 'हर सूचना 4 घंटे में देखी जाती है और 6 घंटे की समय-सीमा से पहले उस पर फ़ैसला होता है।',
  },
  'EDU-06': {
    en: 'No account of a person who left is active 24 hours later.',
    hi: 'छोड़कर गए व्यक्ति का कोई खाता 24 घंटे बाद चालू नहीं है।',
  },
  'EDU-07': {
    en: 'Every active person accepted the current data-handling policy within a year.',
    hi: 'हर सक्रिय व्यक्ति ने एक साल के भीतर डेटा सँभालने की मौजूदा नीति मानी है।',
  },
  'SW-01': {
    en: 'Each person confirms disk encryption, screen lock and system updates under 30 days old.',
    hi: 'हर व्यक्ति बताता है कि डिस्क एन्क्रिप्टेड है, स्क्रीन लॉक है और सिस्टम अपडेट 30 दिन से कम पुराने हैं।',
  },
  'SW-02': {
    en: 'Each work device runs anti-malware that updates itself.',
    hi: 'काम के हर उपकरण पर ऐंटी-मैलवेयर चालू है और खुद अपडेट होता है।',
  },
  'SW-03': {
    en: 'The browser is at most two major versions behind the newest one that we know.',
    hi: 'ब्राउज़र हमारे जाने हुए सबसे नए संस्करण से ज़्यादा से ज़्यादा दो संस्करण पीछे है।',
  },
  'SW-04': {
    en: "The router's first password was changed and its software is under one year old. Wi-Fi uses WPA2 or WPA3, and guests are apart.",
    hi: 'राउटर का पहला पासवर्ड बदला गया है और सॉफ़्टवेयर एक साल से नया है। Wi-Fi में WPA2 या WPA3 है और मेहमान अलग हैं।',
  },
  'SW-05': {
    en: 'The published theme names itself and its version. It is at most two releases behind the newest that we have seen.',
    hi: 'प्रकाशित थीम अपना नाम और संस्करण बताती है। वह हमारी देखी सबसे नई से ज़्यादा से ज़्यादा दो संस्करण पीछे है।',
  },
  'SW-06': { en: "Shopify's captcha is on for the forms of the shop.", hi: 'स्टोर के फ़ॉर्म पर Shopify का कैप्चा चालू है।' },
  'SW-07': {
    en: 'No script is loaded in the old ways: no script tag of an app and none in the checkout settings.',
    hi: 'कोई स्क्रिप्ट पुराने तरीके से नहीं चलती: न किसी ऐप का स्क्रिप्ट टैग, न चेकआउट की सेटिंग में।',
  },
  'ENC-01': {
    en: 'Each connected domain answers over HTTPS with a valid certificate.',
    hi: 'हर जुड़ा डोमेन मान्य प्रमाणपत्र के साथ HTTPS पर जवाब देता है।',
  },
  'ENC-02': {
    en: "The certificate's name fits, its chain is trusted, and at least 14 days are left.",
    hi: 'प्रमाणपत्र का नाम मेल खाता है, उसकी शृंखला भरोसेमंद है और कम से कम 14 दिन बाकी हैं।',
  },
  'ENC-03': { en: 'TLS 1.0 and 1.1 are refused; 1.2 or 1.3 works.', hi: 'TLS 1.0 और 1.1 मना हैं; 1.2 या 1.3 चलता है।' },
  'ENC-04': {
    en: 'The first redirect goes to HTTPS on the same host, and the chain ends on HTTPS.',
    hi: 'पहला रीडायरेक्ट उसी होस्ट के HTTPS पर जाता है और अंत भी HTTPS पर होता है।',
  },
  'ENC-05': {
    en: 'The storefront tells browsers to use HTTPS alone, for 180 days or more.',
    hi: 'स्टोरफ़्रंट ब्राउज़र को 180 दिन या ज़्यादा के लिए सिर्फ़ HTTPS इस्तेमाल करने को कहता है।',
  },
  'ENC-06': {
    en: 'No page or theme file loads a script, style, frame, picture or form over HTTP.',
    hi: 'कोई पेज या थीम फ़ाइल स्क्रिप्ट, स्टाइल, फ़्रेम, तस्वीर या फ़ॉर्म HTTP से नहीं लेती।',
  },
  'ENC-07': {
    en: 'No form with personal or payment fields sends over HTTP or to a host that is not approved.',
    hi: 'निजी या भुगतान वाले फ़ील्ड का कोई फ़ॉर्म HTTP पर या बिना मंज़ूरी के होस्ट को नहीं भेजता।',
  },
  'ENC-08': {
    en: 'No full card number stands in notes, tags, metafields or exports.',
    hi: 'नोट, टैग, मेटाफ़ील्ड या एक्सपोर्ट में कोई पूरा कार्ड नंबर नहीं है।',
  },
  'ENC-09': {
    en: 'No Aadhaar number and no PAN stands outside the tax fields.',
    hi: 'कर के फ़ील्ड के बाहर कोई आधार नंबर या PAN नहीं है।',
  },
  'ENC-10': {
    en: 'You know where each kind of export lies. It is encrypted, open to named people alone and deleted within 30 days.',
    hi: 'हर तरह का एक्सपोर्ट कहाँ है, यह पता है। वह एन्क्रिप्टेड है, तय लोगों के लिए ही खुला है और 30 दिन में मिटता है।',
  },
  'ENC-11': {
    en: 'Cookies that hold a session go over HTTPS alone, out of reach of scripts and of other sites.',
    hi: 'सेशन वाली कुकी सिर्फ़ HTTPS पर जाती है, स्क्रिप्ट और दूसरी साइट की पहुँच से बाहर।',
  },
};
