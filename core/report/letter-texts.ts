import type { Text } from '../text.ts';

/** Words of the letters about weeks. */
export const REPORT_TEXTS = {
  subject: { en: '{verdict}: score {score}', hi: '{verdict}: स्कोर {score}' },
  heading: { en: 'Week of {from} to {to}', hi: 'हफ़्ता: {from} से {to}' },
  score: { en: 'Score of 100', hi: 'स्कोर (100 में से)' },
  noScore: { en: 'not known', hi: 'पता नहीं' },
  coverage: { en: 'Checks that could be assessed', hi: 'जाँच का दायरा' },
  of: { en: '{some} of {all}', hi: '{all} में से {some}' },
  grave: { en: 'Open, critical and high', hi: 'खुली, गंभीर और ज़्यादा' },
  atStake: { en: 'Tax at stake', hi: 'जिस कर पर असर है' },
  doFirst: { en: 'Do this first', hi: 'सबसे पहले यह करें' },
  fresh: { en: 'New this week', hi: 'इस हफ़्ते नया' },
  mended: { en: 'Fixed this week', hi: 'इस हफ़्ते ठीक हुआ' },
  due: { en: 'Due in 14 days', hi: 'अगले 14 दिन में करना है' },
  more: { en: 'and {count} more', hi: 'और {count}' },
  open: { en: 'Open the report', hi: 'रिपोर्ट खोलें' },
  because: {
    en: 'You get this each Monday because this address asked for the weekly report of {shop}.',
    hi: 'यह ईमेल हर सोमवार इसलिए आता है कि इस पते पर {shop} की साप्ताहिक रिपोर्ट माँगी गई थी।',
  },
  // one digest for several shops
  combinedSubject: { en: 'Your shops this week: {shops}', hi: 'इस हफ़्ते आपके स्टोर: {shops}' },
  combinedWorse: { en: '{worse} of {shops} shops worse this week', hi: '{shops} में से {worse} स्टोर इस हफ़्ते खराब' },
  combinedPreheader: { en: 'New findings in all of them: {fresh}', hi: 'सब में नई कमियाँ: {fresh}' },
  shop: { en: 'Shop', hi: 'स्टोर' },
  scoreShort: { en: 'Score', hi: 'स्कोर' },
  newShort: { en: 'New', hi: 'नई' },
  actOf: { en: '{shop}: {act}', hi: '{shop}: {act}' },
  nothingToDo: { en: 'nothing to mend first', hi: 'पहले ठीक करने को कुछ नहीं' },
  moreShops: {
    en: 'There are {count} shops more; open each in its own admin.',
    hi: 'और {count} स्टोर हैं; हर एक को उसके एडमिन में खोलें।',
  },
  combinedBecause: {
    en: 'You get this because this address asked for one digest of all shops that invited it.',
    hi: 'यह ईमेल इसलिए आया कि इस पते पर सभी स्टोर का एक साथ सार माँगा गया था।',
  },
} as const satisfies Readonly<Record<string, Text>>;
