import type { Text } from '../../core/text.ts';

/** Heads and labels of the papers. */
export const PAPER = {
  asOf: { en: 'As of {time}', hi: '{time} की स्थिति' },
  page: { en: 'Page {page} of {pages}', hi: 'पेज {page}, कुल {pages}' },
  shop: { en: 'Shop', hi: 'स्टोर' },
  newestCheck: { en: 'Newest check of the pages', hi: 'पेजों की सबसे नई जाँच' },
  none: { en: 'none yet', hi: 'अभी नहीं' },
  made: { en: 'This file was made', hi: 'यह फ़ाइल बनी' },
  pagesRead: { en: 'Pages that were read', hi: 'पढ़े गए पेज' },
  partial: { en: '{place} ({kind}; only a part was read)', hi: '{place} ({kind}; एक हिस्सा ही पढ़ा गया)' },
  whole: { en: '{place} ({kind})', hi: '{place} ({kind})' },
  notRead: { en: 'Not read, or only in part: {kinds}.', hi: 'नहीं पढ़े गए, या अधूरे: {kinds}।' },
  limits: { en: 'What this cannot show', hi: 'इससे क्या पता नहीं चलता' },
  scripts: { en: 'Scripts, frames and form targets', hi: 'स्क्रिप्ट, फ़्रेम और फ़ॉर्म के पते' },
  noScripts: { en: 'None was seen.', hi: 'कोई नहीं दिखी।' },
  script: { en: 'Address or hash', hi: 'पता या हैश' },
  whose: { en: 'Whose', hi: 'किसकी' },
  where: { en: 'Pages', hi: 'पेज' },
  nearPayment: { en: '{pages} (near payment or account)', hi: '{pages} (भुगतान या खाते के पास)' },
  authorised: { en: 'Authorised', hi: 'मंज़ूरी' },
  why: { en: 'Owner and reason', hi: 'ज़िम्मेदार और कारण' },
  integrity: { en: 'Integrity', hi: 'वही होने का सबूत' },
  firstSeen: { en: 'first seen {time}', hi: 'पहली बार {time}' },
  byUser: { en: '{standing}, {time}, by user {user} of the admin', hi: '{standing}, {time}, ऐडमिन के यूज़र {user} ने' },
  lapsed: {
    en: 'Not decided: what user {user} of the admin said on {time} does not cover it',
    hi: 'फ़ैसला बाकी: ऐडमिन के यूज़र {user} ने {time} को जो कहा वह इस पर लागू नहीं',
  },
  newTexts: { en: 'also for new releases of the vendor', hi: 'वेंडर के नए संस्करणों के लिए भी' },
  browsersOnly: { en: 'seen in browsers only', hi: 'सिर्फ़ ब्राउज़रों में दिखी' },
  more: {
    en: '{count} more rows do not fit on this paper. The CSV and JSON files have all of them.',
    hi: '{count} और पंक्तियाँ इस कागज़ में नहीं आईं। CSV और JSON फ़ाइल में सब हैं।',
  },
  waiting: { en: 'Changes that wait for a decision', hi: 'फ़ैसले का इंतज़ार करते बदलाव' },
  noWaiting: { en: 'None waits as of this check.', hi: 'इस जाँच तक कोई बाकी नहीं।' },
  log: { en: 'What changed and what was decided', hi: 'क्या बदला और क्या तय हुआ' },
  noLog: { en: 'Nothing is recorded yet.', hi: 'अभी कुछ दर्ज नहीं।' },
  change: { en: 'Change', hi: 'बदलाव' },
  since: { en: 'Since', hi: 'कब से' },
  when: { en: 'When', hi: 'कब' },
  texts: { en: 'Text before and after', hi: 'पहले और अब का कोड' },
  before: { en: 'before {hash}', hi: 'पहले {hash}' },
  after: { en: 'now {hash}', hi: 'अब {hash}' },
  by: { en: 'By', hi: 'किसने' },
  user: { en: 'user {user} of the admin', hi: 'ऐडमिन का यूज़र {user}' },
  headers: {
    en: 'Changes of HTTP headers are watched by checks of their own and stand on the Storefront page, not here.',
    hi: 'HTTP हेडर के बदलाव अलग जाँचें देखती हैं; वे स्टोरफ़्रंट पेज पर हैं, यहाँ नहीं।',
  },
} satisfies Readonly<Record<string, Text>>;

/** The statement for SAQ A. */
export const SAQ = {
  line: {
    en: 'SAQ A of PCI DSS 4.0.1, in the revision of January 2025, asks the merchant to confirm that the site is not susceptible to attacks by scripts that could affect its e-commerce system. The line took the place of requirements 6.4.3, 11.6.1 and 12.3.1 on 31 March 2025.',
    hi: 'PCI DSS 4.0.1 का SAQ A (जनवरी 2025 का संस्करण) व्यापारी से यह पुष्टि माँगता है कि उसकी साइट पर स्क्रिप्ट के ऐसे हमले नहीं हो सकते जो ऑनलाइन बिक्री पर असर डालें। 31 मार्च 2025 से यह शर्त 6.4.3, 11.6.1 और 12.3.1 की जगह है।',
  },
  ways: {
    en: 'FAQ 1588 of the PCI council names two ways: measures of the shop, such as those below, or a confirmation of the provider whose payment form is embedded. The line does not concern shops that hand payment over entirely or lead buyers to the provider. Read the FAQ itself before you sign.',
    hi: 'PCI परिषद का FAQ 1588 दो रास्ते बताता है: स्टोर के अपने उपाय, जैसे नीचे लिखे हैं, या उस सेवा की पुष्टि जिसका भुगतान फ़ॉर्म पेज में लगा है। जो स्टोर भुगतान पूरी तरह सेवा को सौंपते हैं या ग्राहक को वहाँ भेजते हैं, उन पर यह शर्त नहीं है। हस्ताक्षर से पहले FAQ पढ़ें।',
  },
  exists: { en: 'Evidence that exists', hi: 'जो सबूत है' },
  missing: { en: 'What is missing', hi: 'जो नहीं है' },
  nothingMissing: {
    en: 'Of what Prahari can see, nothing is missing as of this check. What it cannot see stands below.',
    hi: 'प्रहरी जो देख सकता है, उसमें इस जाँच तक कुछ बाकी नहीं। जो वह नहीं देख सकता, नीचे लिखा है।',
  },
  sign: { en: 'To be filled in and signed by a person of the shop', hi: 'स्टोर का कोई व्यक्ति भरे और हस्ताक्षर करे' },
  papers: {
    en: 'The PCI attestation of the payment provider is kept with the vendors and is not repeated here.',
    hi: 'भुगतान सेवा का PCI प्रमाण वेंडरों के साथ रखा है और यहाँ दोबारा नहीं है।',
  },
} satisfies Readonly<Record<string, Text>>;

export const SIGNATURE_FIELDS: readonly Text[] = [
  { en: 'Name', hi: 'नाम' },
  { en: 'Role in the shop', hi: 'स्टोर में भूमिका' },
  { en: 'Confirmed on the basis of', hi: 'किस आधार पर पुष्टि' },
  { en: 'Place and date', hi: 'जगह और तारीख' },
  { en: 'Signature', hi: 'हस्ताक्षर' },
];
