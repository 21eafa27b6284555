import { isInIndia } from '../../evidence/derived/state-of-area.ts';
import { defineCheck } from '../check.ts';

/** Fails a shop in India for which no GSTIN was entered. Sure of the fact; whether one is due, the merchant knows. */
export const registrationPresent = defineCheck({
  id: 'gst/registration-present',
  area: 'gst',
  title: { en: 'The GSTIN of the shop is entered', hi: 'स्टोर का GSTIN लिखा हुआ है' },
  severity: 'high',
  rule: {
    name: { en: 'Registration for sales to other States', hi: 'दूसरे राज्यों में बिक्री के लिए पंजीकरण' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, section 24(i)',
    status: 'verified',
  },
  why: {
    en: 'Goods sold to another State need a GST registration, with few exceptions. Without your GSTIN, GST checks cannot run.',
    hi: 'दूसरे राज्य में माल बेचने के लिए GST पंजीकरण चाहिए, कुछ ही अपवाद हैं। GSTIN के बिना GST की जाँच नहीं हो सकती।',
  },
  cost: {
    en: 'Until it is entered, nobody can tell here whether your shop covers every State it sells from.',
    hi: 'जब तक GSTIN नहीं लिखा जाता, यहाँ पता नहीं चल सकता कि बिक्री वाले सभी राज्य शामिल हैं या नहीं।',
  },
  remedy: [
    { en: 'Open the GSTIN step of the setup guide.', hi: 'सेटअप गाइड में GSTIN वाला चरण खोलें।' },
    {
      en: 'Enter the GSTIN from your registration certificate, one for each State.',
      hi: 'अपने पंजीकरण प्रमाणपत्र से GSTIN लिखें, हर राज्य का एक।',
    },
    {
      en: 'If you have no registration, ask your CA whether you need one.',
      hi: 'अगर पंजीकरण नहीं है, तो अपने CA से पूछें कि क्या इसकी ज़रूरत है।',
    },
  ],
  proof: { en: 'The next check finds at least one GSTIN.', hi: 'अगली जाँच में कम से कम एक GSTIN मिलेगा।' },
  requires: ['shop', 'registrations'],
  messages: {
    none: { en: 'No GSTIN is entered for this shop.', hi: 'इस स्टोर के लिए कोई GSTIN नहीं लिखा गया है।' },
  },
  applies: ({ shop }) => isInIndia(shop.address),
  *evaluate({ registrations }) {
    if (registrations.length === 0) yield { subject: 'shop', messageId: 'none' };
  },
});
