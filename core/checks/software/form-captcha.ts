import { defineCheck } from '../check.ts';

/** Fails a shop whose forms take what robots send. Sure: the setting itself is read. */
export const formCaptcha = defineCheck({
  id: 'security/form-captcha',
  area: 'security',
  control: 'SW-06',
  title: { en: 'Spam protection of forms is on', hi: 'फ़ॉर्म की स्पैम सुरक्षा चालू है' },
  severity: 'low',
  rule: {
    name: { en: 'Forms tell people from robots', hi: 'फ़ॉर्म इंसान और रोबोट में फ़र्क करते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.26; CIS Controls 8.1, 16.10',
    status: 'verified',
  },
  why: {
    en: 'Robots try stolen passwords and send spam through forms that do not check who is there.',
    hi: 'जो फ़ॉर्म जाँच नहीं करते, उन पर रोबोट चोरी के पासवर्ड आज़माते हैं और स्पैम भेजते हैं।',
  },
  cost: {
    en: 'Your inbox fills with spam, and customer accounts can be tried one after the other.',
    hi: 'इनबॉक्स स्पैम से भर जाता है और ग्राहकों के खाते एक-एक करके आज़माए जा सकते हैं।',
  },
  remedy: [
    { en: 'Open Online Store, then Preferences.', hi: 'Online Store में Preferences खोलें।' },
    {
      en: 'Under spam protection, turn on both boxes for hCaptcha, and save.',
      hi: 'स्पैम सुरक्षा में hCaptcha के दोनों विकल्प चालू करें और सेव करें।',
    },
  ],
  adminPath: '/online_store/preferences',
  proof: { en: 'The next check sees spam protection on.', hi: 'अगली जाँच में स्पैम सुरक्षा चालू मिलेगी।' },
  requires: ['shop'],
  messages: {
    off: { en: 'Spam protection of forms is off.', hi: 'फ़ॉर्म की स्पैम सुरक्षा बंद है।' },
  },
  *evaluate({ shop }) {
    if (!shop.hasFormCaptcha) yield { subject: 'shop', messageId: 'off' };
  },
});
