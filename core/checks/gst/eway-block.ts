import { registryGap } from '../../evidence/derived/registry-gap.ts';
import { dayInIndia } from '../../gst/days.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a GSTIN for which e-way bills are blocked. As sure as the service that says so; several services do not tell,
 * and then this is not assessed rather than passed.
 */
export const ewayBlock = defineCheck({
  id: 'gst/eway-block',
  area: 'gst',
  title: { en: 'E-way bills can be made for each GSTIN', hi: 'हर GSTIN के लिए ई-वे बिल बन सकता है' },
  severity: 'high',
  rule: {
    name: { en: 'E-way bills blocked after two unfiled returns', hi: 'दो GST रिटर्न बाकी होने पर ई-वे बिल बंद' },
    effectiveFrom: '2021-01-01',
    source: 'CGST Rules 2017, rule 138E (gstvidhi.com); start date general knowledge',
    status: 'verified',
  },
  why: {
    en: 'Goods of higher value may not travel without an e-way bill. A block stops them at the next consignment.',
    hi: 'ज़्यादा कीमत का माल ई-वे बिल के बिना नहीं जा सकता। रोक लगने पर अगली खेप वहीं रुक जाती है।',
  },
  cost: {
    en: 'Orders cannot leave, and goods on the road without a bill can be held.',
    hi: 'ऑर्डर भेजे नहीं जा सकते, और बिना बिल का माल रास्ते में रोका जा सकता है।',
  },
  remedy: [
    {
      en: 'File the unfiled GST returns of this registration with your CA.',
      hi: 'अपने CA के साथ इस पंजीकरण के बाकी GST रिटर्न दाखिल करें।',
    },
    {
      en: 'The block ends by itself the day after. If it does not, ask on the e-way bill portal.',
      hi: 'रोक अगले दिन अपने आप हटती है। अगर न हटे, तो ई-वे बिल पोर्टल पर पूछें।',
    },
  ],
  proof: {
    en: 'The next look-up answers that e-way bills are open.',
    hi: 'अगली बार पूछने पर जवाब आएगा कि ई-वे बिल चालू है।',
  },
  requires: ['registry'],
  messages: {
    blocked: {
      en: 'As of {day}, e-way bills are blocked for {gstin}.',
      hi: '{day} को {gstin} के लिए ई-वे बिल बंद है।',
    },
  },
  applies: ({ registry }) => registry.length > 0,
  *evaluate({ registry }) {
    for (const { gstin, known } of registry) {
      if (known?.record.isBlockedForEwayBill !== true) continue;
      const shown = maskGstin(gstin);
      yield { subject: shown, messageId: 'blocked', data: { gstin: shown, day: dayInIndia(known.learnedAt) } };
    }
  },
  lacks({ registry }, { asOf }) {
    const isSilent = registry.some(({ known }) => known !== null && known.record.isBlockedForEwayBill === null);
    const reason = registryGap(registry, asOf) ?? (isSilent ? 'too-little' : null);
    return reason && { kind: 'registry', reason };
  },
});
