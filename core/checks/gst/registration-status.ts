import { registryGap } from '../../evidence/derived/registry-gap.ts';
import type { RegistrationStatus, RegistryEntry } from '../../evidence/registry.ts';
import { dayInIndia } from '../../gst/days.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import type { TextData } from '../../text.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a GSTIN that the registry calls suspended, cancelled or inactive, or does not have. As sure as the look-up
 * service that says so, with the day on which it did. "Provisional" is not explained anywhere, so it only informs. What
 * the service does not tell, or told more than a week ago, passes nobody.
 */
export const registrationStatus = defineCheck({
  id: 'gst/registration-status',
  area: 'gst',
  title: { en: 'Each GSTIN is active in the GST registry', hi: 'हर GSTIN, GST रजिस्ट्री में सक्रिय है' },
  severity: 'critical',
  rule: {
    name: { en: 'No taxable sale while a registration is suspended', hi: 'पंजीकरण निलंबित हो तो कर वाली बिक्री नहीं' },
    effectiveFrom: '2019-02-01',
    source: 'CGST Act 2017, section 29; CGST Rules 2017, rules 21A and 22; start date general knowledge',
    status: 'verified',
  },
  why: {
    en: 'With a registration that is suspended or cancelled you may not charge GST. Nobody tells your shop.',
    hi: 'पंजीकरण निलंबित या रद्द हो तो आप GST नहीं ले सकते। आपके स्टोर को यह कोई नहीं बताता।',
  },
  cost: {
    en: 'Buyers lose credit on your invoices, e-way bills are refused, and tax that you collect can be demanded with interest.',
    hi: 'खरीदारों का क्रेडिट रुकता है, ई-वे बिल नहीं बनता, और लिया गया कर ब्याज के साथ माँगा जा सकता है।',
  },
  remedy: [
    {
      en: 'Sign in to the GST portal and open the notices of this registration.',
      hi: 'GST पोर्टल पर साइन इन करें और इस पंजीकरण के नोटिस खोलें।',
    },
    {
      en: 'File what is unfiled, or answer the notice, with your CA.',
      hi: 'अपने CA के साथ बाकी GST रिटर्न दाखिल करें या नोटिस का जवाब दें।',
    },
    {
      en: 'Until it is active again, ask your CA whether orders from this State may go on.',
      hi: 'तब तक CA से पूछें कि इस राज्य से ऑर्डर जारी रह सकते हैं या नहीं।',
    },
    {
      en: 'If the number is not yours any more, remove it in Settings.',
      hi: 'अगर यह नंबर अब आपका नहीं है, तो सेटिंग में उसे हटाएँ।',
    },
  ],
  proof: {
    en: 'The next look-up answers that each GSTIN is active.',
    hi: 'अगली बार पूछने पर जवाब आएगा कि हर GSTIN सक्रिय है।',
  },
  requires: ['registry'],
  messages: {
    suspended: {
      en: 'As of {day}, the GST registry says that {gstin} is suspended.',
      hi: '{day} को GST रजिस्ट्री के अनुसार {gstin} निलंबित है।',
    },
    cancelled: {
      en: 'As of {day}, the GST registry says that {gstin} is cancelled.',
      hi: '{day} को GST रजिस्ट्री के अनुसार {gstin} रद्द है।',
    },
    cancelledSince: {
      en: 'As of {day}, the GST registry says that {gstin} is cancelled since {sinceDay}.',
      hi: '{day} को GST रजिस्ट्री के अनुसार {gstin} {sinceDay} से रद्द है।',
    },
    inactive: {
      en: 'As of {day}, the GST registry says that {gstin} is inactive.',
      hi: '{day} को GST रजिस्ट्री के अनुसार {gstin} निष्क्रिय है।',
    },
    provisional: {
      en: 'As of {day}, the GST registry calls {gstin} provisional. Ask your CA what is missing.',
      hi: '{day} को GST रजिस्ट्री में {gstin} प्रोविज़नल है। CA से पूछें कि क्या बाकी है।',
    },
    notFound: {
      en: 'As of {day}, the GST registry does not have {gstin}.',
      hi: '{day} को GST रजिस्ट्री में {gstin} नहीं मिला।',
    },
  },
  applies: ({ registry }) => registry.length > 0,
  *evaluate({ registry }) {
    for (const entry of registry) {
      const gstin = maskGstin(entry.gstin);
      const trouble = troubleOf(entry);
      if (trouble === null) continue;
      const { messageId, at, ...more } = trouble;
      const data: TextData = { gstin, day: dayInIndia(at), ...more };
      if (messageId === 'provisional') yield { subject: gstin, messageId, data, severity: 'info' };
      else yield { subject: gstin, messageId, data };
    }
  },
  lacks({ registry }, { asOf }) {
    const reason = registryGap(registry, asOf) ?? (registry.some(hasNoStatus) ? 'too-little' : null);
    return reason && { kind: 'registry', reason };
  },
});

type Trouble = { readonly at: string } & (
  | { readonly messageId: Exclude<RegistrationStatus, 'active'> | 'notFound' }
  | { readonly messageId: 'cancelledSince'; readonly sinceDay: string }
);

function troubleOf({ known, asked }: RegistryEntry): Trouble | null {
  if (asked?.outcome === 'not-found') return { messageId: 'notFound', at: asked.at };
  const status = known?.record.status ?? null;
  if (known === null || status === null || status === 'active') return null;
  const { learnedAt: at, record } = known;
  return status === 'cancelled' && record.cancelledOn !== null
    ? { messageId: 'cancelledSince', at, sinceDay: record.cancelledOn }
    : { messageId: status, at };
}

function hasNoStatus({ known }: RegistryEntry): boolean {
  return known !== null && known.record.status === null;
}
