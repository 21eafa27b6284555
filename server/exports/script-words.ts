import type { ScriptExport, ScriptLogRow } from '../../core/api/scripts.ts';
import type { PageKind } from '../../core/evidence/storefront.ts';
import type { ScriptItem, ScriptOrigin } from '../../core/scripts/script-item.ts';
import type { ScriptStanding } from '../../core/scripts/standing.ts';
import type { Text } from '../../core/text.ts';
import type { Integrity } from './script-records.ts';

/** Words for what the rows of the files hold. */
export const PAGE_WORDS: Readonly<Record<PageKind, Text>> = {
  home: { en: 'home', hi: 'होम पेज' },
  collection: { en: 'collection', hi: 'कलेक्शन' },
  product: { en: 'product', hi: 'प्रॉडक्ट' },
  cart: { en: 'cart', hi: 'कार्ट' },
  account: { en: 'customer account', hi: 'ग्राहक खाता' },
};

export const WHAT_WORDS: Readonly<Record<ScriptItem['what'], Text>> = {
  script: { en: 'script', hi: 'स्क्रिप्ट' },
  frame: { en: 'frame', hi: 'फ़्रेम' },
  form: { en: 'form target', hi: 'फ़ॉर्म का पता' },
};

export const ORIGIN_WORDS: Readonly<Record<ScriptOrigin, Text>> = {
  own: { en: 'the shop', hi: 'स्टोर' },
  platform: { en: 'Shopify', hi: 'Shopify' },
  vendor: { en: 'a vendor', hi: 'वेंडर' },
  'inline-plain': { en: 'written into the page', hi: 'पेज में लिखा कोड' },
  'inline-foreign': { en: 'written into the page, names other hosts', hi: 'पेज में लिखा कोड, बाहरी होस्ट के साथ' },
};

export const STANDING_WORDS: Readonly<Record<ScriptStanding, Text>> = {
  open: { en: 'Not decided', hi: 'फ़ैसला बाकी' },
  rejected: { en: 'Rejected, still there', hi: 'नामंज़ूर, पर अब भी है' },
  approved: { en: 'Approved', hi: 'मंज़ूर' },
  'not-asked': { en: 'No decision asked', hi: 'फ़ैसला नहीं माँगा' },
};

export const INTEGRITY_WORDS: Readonly<Record<Integrity, Text>> = {
  'checksum-in-page': { en: 'Checksum in the page (SRI)', hi: 'पेज में चेकसम (SRI)' },
  compared: { en: 'Text read and compared with each check', hi: 'कोड पढ़ा, हर जाँच में मिलाया जाता है' },
  'part-of-page': { en: 'No text of its own; its host is compared', hi: 'अपना कोड नहीं; होस्ट मिलाया जाता है' },
  'not-read': { en: 'Text could not be read', hi: 'कोड पढ़ा नहीं जा सका' },
};

export const LOG_WORDS: Readonly<Record<ScriptLogRow['kind'], Text>> = {
  new: { en: 'New', hi: 'नई' },
  changed: { en: 'Text changed', hi: 'कोड बदला' },
  'near-payment': { en: 'Now on cart or account', hi: 'अब कार्ट या खाते पर' },
  'host-changed': { en: 'Comes from another host', hi: 'दूसरे होस्ट से आती है' },
  gone: { en: 'Gone', hi: 'अब नहीं है' },
  approved: { en: 'Approved', hi: 'मंज़ूर' },
  rejected: { en: 'Rejected', hi: 'नामंज़ूर' },
  'decision-withdrawn': { en: 'Decision withdrawn', hi: 'फ़ैसला वापस' },
};

export const TITLES: Readonly<Record<ScriptExport, Text>> = {
  inventory: { en: 'Inventory of scripts', hi: 'स्क्रिप्ट की सूची' },
  changes: { en: 'Log of script changes', hi: 'स्क्रिप्ट के बदलावों का रिकॉर्ड' },
  'saq-a': { en: 'Statement on scripts for SAQ A', hi: 'SAQ A के लिए स्क्रिप्ट का ब्योरा' },
};

/** What each file is, and what it is not. Source: PCI DSS 4.0.1; SAQ A, revision 1 of January 2025; FAQ 1588. */
export const NOTICES: Readonly<Record<ScriptExport, Text>> = {
  inventory: {
    en: 'Evidence for PCI DSS 4.0.1, requirement 6.4.3: which scripts run, who authorised each and why, and how its integrity is assured. It records what was seen and decided. It is no assessment.',
    hi: 'PCI DSS 4.0.1 की शर्त 6.4.3 के लिए सबूत: कौन-सी स्क्रिप्ट चलती है, किसने और क्यों मंज़ूर की, और वह वैसी ही है यह कैसे पता चलता है। इसमें वही है जो देखा और तय किया गया। यह मूल्यांकन नहीं है।',
  },
  changes: {
    en: 'Evidence for PCI DSS 4.0.1, requirement 11.6.1: what changed in the scripts of the pages, since when, and who decided what. It records what was seen and decided. It is no assessment.',
    hi: 'PCI DSS 4.0.1 की शर्त 11.6.1 के लिए सबूत: पेजों की स्क्रिप्ट में क्या और कब बदला, और किसने क्या तय किया। इसमें वही है जो देखा और तय किया गया। यह मूल्यांकन नहीं है।',
  },
  'saq-a': {
    en: 'Evidence for the line on scripts in SAQ A of PCI DSS 4.0.1. It says what evidence exists and what is missing. Whether the line is met, a person of the shop judges and signs.',
    hi: 'PCI DSS 4.0.1 के SAQ A में स्क्रिप्ट वाली शर्त के लिए सबूत। इसमें लिखा है कि कौन-सा सबूत है और क्या नहीं है। शर्त पूरी है या नहीं, यह स्टोर का कोई व्यक्ति तय करके हस्ताक्षर करता है।',
  },
};

/** What no visit can see; said in each file. */
export const LIMITS: readonly Text[] = [
  {
    en: 'Pages are read as a first-time visitor gets them, without log-in and without running any script.',
    hi: 'पेज वैसे पढ़े जाते हैं जैसे पहली बार आने वाले को मिलते हैं: बिना लॉग-इन, और कोई स्क्रिप्ट चलाए बिना।',
  },
  {
    en: 'Checkout and payment run on pages of Shopify, which no app can read. Cart and customer account are the nearest pages that can be seen.',
    hi: 'चेकआउट और भुगतान Shopify के पेजों पर होते हैं, जिन्हें कोई ऐप नहीं पढ़ सकता। उनके सबसे पास के दिखने वाले पेज कार्ट और ग्राहक खाता हैं।',
  },
];

export const BROWSERS: Readonly<Record<'on' | 'off', Text>> = {
  on: {
    en: 'Scripts that load later are known from reports of real browsers, which are switched on.',
    hi: 'बाद में लोड होने वाली स्क्रिप्ट असली ब्राउज़रों की रिपोर्ट से पता चलती हैं, जो चालू है।',
  },
  off: {
    en: 'Scripts that load later are not seen: reports of real browsers are switched off.',
    hi: 'बाद में लोड होने वाली स्क्रिप्ट नहीं दिखतीं: असली ब्राउज़रों की रिपोर्ट बंद है।',
  },
};

export const NO_CHECK: Text = {
  en: 'No page has been read yet. This file fills with the first check.',
  hi: 'अभी कोई पेज नहीं पढ़ा गया। यह फ़ाइल पहली जाँच से भरेगी।',
};
