import { registeredStates } from '../../evidence/derived/registered-states.ts';
import { isInIndia, stateOfArea } from '../../evidence/derived/state-of-area.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a shop with an address in Maharashtra whose only GSTIN begins with 29. Sure of the mismatch; it may also be
 * the address that is out of date. An address whose State cannot be read accuses nobody.
 */
export const shopAddressState = defineCheck({
  id: 'gst/shop-address-state',
  area: 'gst',
  title: { en: 'A GSTIN covers the State of the shop address', hi: 'स्टोर के पते वाले राज्य का GSTIN मौजूद है' },
  severity: 'high',
  rule: {
    name: { en: 'Registration in each State that you sell from', hi: 'जिस राज्य से बेचते हैं, वहाँ पंजीकरण' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, sections 22(1) and 25(1)',
    status: 'verified',
  },
  why: {
    en: 'Your home State decides between CGST with SGST, and IGST. An address and a GSTIN that disagree make it wrong.',
    hi: 'CGST और SGST लगेगा या IGST, यह आपके राज्य से तय होता है। पते और GSTIN के राज्य अलग हों तो कर गलत लगता है।',
  },
  cost: {
    en: 'Orders may carry the wrong head of tax, which has to be corrected in your returns.',
    hi: 'ऑर्डर पर गलत कर लग सकता है, जिसे GST रिटर्न में सुधारना पड़ता है।',
  },
  remedy: [
    {
      en: 'Open Settings, then General, and read the shop address.',
      hi: 'सेटिंग में General खोलें और स्टोर का पता देखें।',
    },
    { en: 'If the address is old, correct it there.', hi: 'अगर पता पुराना है, तो वहीं ठीक करें।' },
    {
      en: 'If it is right, add the GSTIN of that State in Prahari.',
      hi: 'अगर पता सही है, तो Prahari में उस राज्य का GSTIN जोड़ें।',
    },
    { en: 'If you have none there, ask your CA.', hi: 'अगर वहाँ का GSTIN नहीं है, तो अपने CA से पूछें।' },
  ],
  adminPath: '/settings/general',
  proof: {
    en: 'The next check finds a GSTIN of the State in the shop address.',
    hi: 'अगली जाँच में स्टोर के पते वाले राज्य का GSTIN मिलेगा।',
  },
  requires: ['shop', 'registrations'],
  messages: {
    uncovered: {
      en: 'The shop address is in {state} ({code}). No GSTIN entered is of that State.',
      hi: 'स्टोर का पता {state} ({code}) में है। उस राज्य का कोई GSTIN नहीं लिखा गया है।',
    },
  },
  applies: ({ shop, registrations }) =>
    isInIndia(shop.address) && registrations.length > 0 && stateOfArea(shop.address) !== null,
  *evaluate({ shop, registrations }) {
    const state = stateOfArea(shop.address);
    if (state === null || registeredStates(registrations).has(state)) return;
    yield { subject: state, messageId: 'uncovered', data: { state, code: state } };
  },
});
