import { registryGap } from '../../evidence/derived/registry-gap.ts';
import type { WatchedField } from '../../evidence/registry.ts';
import { addDays, dayInIndia } from '../../gst/days.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';
import type { Severity } from '../../severity.ts';

const TOLD_FOR_DAYS = 30;

/** A new kind changes what may be charged; a new name or place may be a mistake or a stranger's doing. */
const SEVERITIES: Readonly<Record<WatchedField, Severity>> = {
  status: 'low',
  legalName: 'high',
  tradeName: 'medium',
  taxpayerKind: 'high',
  principal: 'medium',
  additional: 'low',
};

/**
 * Tells for 30 days that the registry's record of a GSTIN changed. Sure of the change; only the owner knows whether it
 * was wanted. A number that is not active now is told of by gst/registration-status, and its change not a second time.
 */
export const registrationChanges = defineCheck({
  id: 'gst/registration-changes',
  area: 'gst',
  title: { en: 'The registry record of each GSTIN is unchanged', hi: 'GST रजिस्ट्री में हर GSTIN का रिकॉर्ड वही है' },
  severity: 'medium',
  rule: {
    name: { en: 'Amendment of a registration', hi: 'पंजीकरण में बदलाव' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, section 28; CGST Rules 2017, rule 19',
    status: 'verified',
  },
  why: {
    en: 'Name, kind and addresses on your invoices must be those of the registration. A change you did not ask for is a warning.',
    hi: 'इनवॉइस पर नाम, प्रकार और पता पंजीकरण जैसा ही होना चाहिए। जो बदलाव आपने नहीं किया, वह खतरे का संकेत है।',
  },
  cost: {
    en: 'Invoices with old details can be questioned. Somebody else may have signed in to your GST account.',
    hi: 'पुरानी जानकारी वाले इनवॉइस पर सवाल उठ सकते हैं। हो सकता है किसी और ने आपके GST खाते में साइन इन किया हो।',
  },
  remedy: [
    { en: 'Look at the registration on the GST portal.', hi: 'GST पोर्टल पर पंजीकरण देखें।' },
    {
      en: 'If you or your CA asked for the change, correct your invoices and acknowledge this alert.',
      hi: 'अगर बदलाव आपने या CA ने करवाया है, तो इनवॉइस ठीक करें और इस अलर्ट को देखा हुआ दर्ज करें।',
    },
    {
      en: 'If nobody did, change the password of the GST account and tell your CA today.',
      hi: 'अगर किसी ने नहीं करवाया, तो GST खाते का पासवर्ड बदलें और आज ही CA को बताएँ।',
    },
  ],
  proof: {
    en: 'Thirty days pass without another change.',
    hi: 'तीस दिन तक कोई और बदलाव नहीं होगा।',
  },
  requires: ['registry'],
  messages: {
    status: {
      en: '{gstin}: on {day} the registry told another status than before. It is active now.',
      hi: '{gstin}: {day} को रजिस्ट्री में स्थिति बदली हुई मिली। अभी यह सक्रिय है।',
    },
    legalName: {
      en: '{gstin}: on {day} the registry told another legal name than before.',
      hi: '{gstin}: {day} को रजिस्ट्री में कानूनी नाम बदला हुआ मिला।',
    },
    tradeName: {
      en: '{gstin}: on {day} the registry told another trade name than before.',
      hi: '{gstin}: {day} को रजिस्ट्री में व्यापार नाम बदला हुआ मिला।',
    },
    taxpayerKind: {
      en: '{gstin}: on {day} the registry told another kind of taxpayer than before.',
      hi: '{gstin}: {day} को रजिस्ट्री में करदाता का प्रकार बदला हुआ मिला।',
    },
    principal: {
      en: '{gstin}: on {day} the registry told another principal place of business than before.',
      hi: '{gstin}: {day} को रजिस्ट्री में व्यवसाय का मुख्य स्थान बदला हुआ मिला।',
    },
    additional: {
      en: '{gstin}: on {day} the registry told other additional places of business than before.',
      hi: '{gstin}: {day} को रजिस्ट्री में व्यवसाय के अतिरिक्त स्थान बदले हुए मिले।',
    },
  },
  applies: ({ registry }) => registry.length > 0,
  *evaluate({ registry }, { asOf }) {
    const since = addDays(dayInIndia(asOf), -TOLD_FOR_DAYS);
    for (const { gstin, known, changes } of registry) {
      const isActive = known?.record.status === 'active';
      const shown = maskGstin(gstin);
      for (const { field, noticedAt } of changes) {
        const day = dayInIndia(noticedAt);
        if (day < since || (field === 'status' && !isActive)) continue;
        // The day belongs to the identity: acknowledging one change does not silence the next.
        const subject = `${shown} ${field} ${day}`;
        yield { subject, messageId: field, data: { gstin: shown, day }, severity: SEVERITIES[field] };
      }
    }
  },
  lacks({ registry }, { asOf }) {
    const reason = registryGap(registry, asOf);
    return reason && { kind: 'registry', reason };
  },
});
