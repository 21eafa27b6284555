import type { EvidenceKind } from '../evidence/kinds.ts';
import type { ReportGap } from './weekly-report.ts';
import type { Text } from '../text.ts';

/** Kinds of evidence, in the same words as the pages have for them. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceKind, Text>> = {
  shop: { en: 'Shop settings', hi: 'स्टोर की सेटिंग' },
  access: { en: 'Access of Prahari', hi: 'Prahari का एक्सेस' },
  domains: { en: 'Domains', hi: 'डोमेन' },
  locations: { en: 'Locations', hi: 'लोकेशन' },
  policies: { en: 'Store policies', hi: 'स्टोर की नीतियाँ' },
  privacy: { en: 'Privacy settings', hi: 'निजता की सेटिंग' },
  theme: { en: 'Theme files', hi: 'थीम की फ़ाइलें' },
  registrations: { en: 'Your GSTINs', hi: 'आपके GSTIN' },
  registry: { en: 'GST registry', hi: 'GST पोर्टल का रिकॉर्ड' },
  taxProfile: { en: 'What you told us of your business', hi: 'कारोबार के बारे में आपकी जानकारी' },
  orders: { en: 'Orders', hi: 'ऑर्डर' },
  companyBuyers: { en: 'GSTINs of company buyers', hi: 'कंपनी खरीदारों के GSTIN' },
  catalogue: { en: 'Products', hi: 'प्रॉडक्ट' },
  law: { en: 'Our tables of the law', hi: 'कानून की हमारी तालिकाएँ' },
  storefront: { en: 'Storefront as a stranger sees it', hi: 'स्टोरफ़्रंट, जैसा अजनबी को दिखता है' },
  dns: { en: 'DNS of your domains', hi: 'आपके डोमेन का DNS' },
  people: { en: 'People and accounts', hi: 'लोग और खाते' },
  selfChecks: { en: 'Self-checks by your team', hi: 'आपकी टीम की स्वयं-जाँच' },
  attestations: { en: 'Your statements', hi: 'आपके कथन' },
  dataSample: { en: 'Sample of notes and tags', hi: 'नोट और टैग का नमूना' },
  fileScans: { en: 'Files scanned in the browser', hi: 'ब्राउज़र में जाँची फ़ाइलें' },
  themeBaseline: { en: 'Theme as you accepted it', hi: 'थीम, जैसी आपने मानी' },
  records: { en: 'Our own records', hi: 'हमारे अपने अभिलेख' },
  vendorTraces: { en: 'Traces of other apps', hi: 'दूसरे ऐप के निशान' },
  vendorBook: { en: 'Register of vendors', hi: 'वेंडर रजिस्टर' },
  scriptBook: { en: 'Register of scripts', hi: 'स्क्रिप्ट रजिस्टर' },
};

/** Why something could not be assessed, in the same words as the pages have. `{what}` is a kind of evidence. */
export const REASON_WORDS: Readonly<Record<ReportGap['reason'], Text>> = {
  'not-permitted': {
    en: 'Shopify did not let us read this: {what}. We need your permission.',
    hi: 'Shopify ने यह पढ़ने नहीं दिया: {what}। आपकी अनुमति चाहिए।',
  },
  'token-refused': {
    en: 'Our access to the shop had ended. Opening Prahari renews it; then check again.',
    hi: 'स्टोर पर हमारा एक्सेस बंद हो गया था। Prahari खोलने से वह चालू होता है; फिर से जाँचें।',
  },
  throttled: {
    en: 'There was no time left to read this: {what}. The next check tries again.',
    hi: 'यह पढ़ने का समय नहीं बचा: {what}। अगली जाँच में फिर कोशिश होगी।',
  },
  'timed-out': {
    en: 'This took too long to answer: {what}. The next check tries again.',
    hi: 'इसका जवाब आने में बहुत देर लगी: {what}। अगली जाँच में फिर कोशिश होगी।',
  },
  unreachable: {
    en: 'This could not be reached: {what}. The next check tries again.',
    hi: 'यहाँ तक पहुँच नहीं हुई: {what}। अगली जाँच में फिर कोशिश होगी।',
  },
  'unexpected-shape': {
    en: 'This came in a form that we do not know: {what}. We are told and look into it.',
    hi: 'यह अनजान रूप में मिला: {what}। हमें सूचना मिली है और हम देख रहे हैं।',
  },
  'collector-failed': {
    en: 'We made a mistake while reading this: {what}. We are told and look into it.',
    hi: 'यह पढ़ने में हमसे गलती हुई: {what}। हमें सूचना मिली है और हम देख रहे हैं।',
  },
  'not-connected': {
    en: 'Nothing is connected that could tell us this: {what}.',
    hi: 'यह बताने वाली कोई सेवा कनेक्ट नहीं है: {what}।',
  },
  'not-asked': {
    en: 'This was not asked yet: {what}. The answer comes with the next check.',
    hi: 'यह अभी नहीं पूछा गया: {what}। जवाब अगली जाँच के साथ आएगा।',
  },
  'not-stated': {
    en: 'Only you can tell us this, and have not yet: {what}.',
    hi: 'यह सिर्फ़ आप बता सकते हैं, और अभी बताया नहीं गया: {what}।',
  },
  expired: {
    en: 'What was said is too old to count: {what}. Say it again.',
    hi: 'जो बताया गया था, वह अब पुराना है: {what}। फिर से बताएँ।',
  },
  'switched-off': {
    en: 'This is switched off. You may switch it on: {what}.',
    hi: 'यह बंद है। आप इसे चालू कर सकते हैं: {what}।',
  },
  blocked: {
    en: 'Your storefront refused our visit, so we could not see this: {what}.',
    hi: 'आपके स्टोरफ़्रंट ने हमें आने नहीं दिया, इसलिए यह नहीं दिखा: {what}।',
  },
  'too-little': {
    en: 'What we know says too little to judge by: {what}.',
    hi: 'जितना पता है, वह फ़ैसले के लिए कम है: {what}।',
  },
  'not-collected': {
    en: 'The last check did not read this yet: {what}. Check again.',
    hi: 'पिछली जाँच में यह नहीं पढ़ा गया: {what}। फिर से जाँचें।',
  },
  'check-failed': {
    en: 'We made a mistake in this check. We are told and look into it.',
    hi: 'इस जाँच में हमसे गलती हुई। हमें सूचना मिली है और हम देख रहे हैं।',
  },
};
