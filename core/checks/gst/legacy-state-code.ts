import { stateByCode } from '../../data/states.ts';
import { judgeGstin } from '../../gst/gstin.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a GSTIN that begins with 25 (Daman and Diu, now 26). One of undivided Andhra Pradesh, 28, is only pointed
 * out: the date on which that code went out of use is not established.
 */
export const legacyStateCode = defineCheck({
  id: 'gst/legacy-state-code',
  area: 'gst',
  title: { en: 'Each GSTIN begins with a State code in use', hi: 'हर GSTIN चालू राज्य कोड से शुरू होता है' },
  severity: 'medium',
  rule: {
    name: { en: 'State codes in use', hi: 'चालू राज्य कोड' },
    effectiveFrom: '2020-01-26',
    source: 'Dadra and Nagar Haveli and Daman and Diu (Merger of Union Territories) Act 2019',
    status: 'verified',
  },
  why: {
    en: 'When a State was merged or divided, its sellers received new numbers. The old number no longer files returns.',
    hi: 'राज्य के मिलने या बँटने पर विक्रेताओं को नए नंबर मिले। पुराने नंबर से GST रिटर्न दाखिल नहीं होता।',
  },
  cost: {
    en: 'Invoices with the old number can stop your buyers from claiming their credit.',
    hi: 'पुराने नंबर वाले इनवॉइस पर खरीदारों का क्रेडिट रुक सकता है।',
  },
  remedy: [
    { en: 'Sign in to the GST portal and open your profile.', hi: 'GST पोर्टल पर साइन इन करें और अपनी प्रोफ़ाइल खोलें।' },
    { en: 'Read the GSTIN of your registration that is active.', hi: 'अपने सक्रिय पंजीकरण का GSTIN देखें।' },
    {
      en: 'Replace the old number in Settings and on your invoices.',
      hi: 'सेटिंग में और अपने इनवॉइस पर पुराना नंबर बदलें।',
    },
  ],
  proof: {
    en: 'The next check finds no GSTIN that begins with 25 or 28.',
    hi: 'अगली जाँच में 25 या 28 से शुरू होने वाला कोई GSTIN नहीं मिलेगा।',
  },
  requires: ['registrations'],
  messages: {
    legacy: {
      en: '{gstin} begins with {code}, which is no longer given. {newState} now uses {newCode}.',
      hi: '{gstin} {code} से शुरू होता है, जो अब नहीं दिया जाता। {newState} का कोड अब {newCode} है।',
    },
  },
  applies: ({ registrations }) => registrations.length > 0,
  *evaluate({ registrations }) {
    for (const registration of registrations) {
      const verdict = judgeGstin(registration.gstin);
      if (!verdict.ok) continue;
      const state = stateByCode(verdict.stateCode);
      if (!state?.succeededBy) continue;
      const gstin = maskGstin(verdict.gstin);
      const data = { gstin, code: state.code, newState: state.succeededBy, newCode: state.succeededBy };
      const severity = state.status === 'unverified' ? 'info' : 'medium';
      yield { subject: gstin, messageId: 'legacy', data, severity };
    }
  },
});
