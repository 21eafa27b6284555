import { lacksReport } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { enteredVendors, registerGap, shownName, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/**
 * Fails a vendor of high or critical risk for which there is neither a report that still counts nor a questionnaire
 * that somebody read. Sure of what is on file; what a report says, nobody judges here.
 */
export const vendorEvidence = defineCheck({
  id: 'security/vendor-evidence',
  area: 'security',
  control: 'VND-03',
  title: { en: 'Vendors of high risk show a current report', hi: 'ज़्यादा जोखिम वाले वेंडर की चालू रिपोर्ट मौजूद है' },
  severity: 'high',
  rule: {
    name: { en: 'Suppliers are watched', hi: 'आपूर्तिकर्ताओं की निगरानी' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 12.8.4; ISO/IEC 27001:2022, A.5.22; CIS Controls 8.1, 15.5',
    status: 'verified',
  },
  why: {
    en: 'You cannot look into a vendor. A report of somebody who did, not older than a year, can speak for it.',
    hi: 'आप वेंडर के अंदर नहीं देख सकते। जिसने देखा, उसकी एक साल के अंदर की रिपोर्ट बोल सकती है।',
  },
  cost: {
    en: 'Without it you trust a vendor with your customers’ data on its word alone.',
    hi: 'इसके बिना आप ग्राहकों का डेटा सिर्फ़ वेंडर की बात पर सौंप रहे हैं।',
  },
  remedy: [
    {
      en: 'Open the vendor in Prahari, and send the prepared letter or the questionnaire.',
      hi: 'Prahari में वेंडर खोलें और तैयार पत्र या प्रश्नावली भेजें।',
    },
    {
      en: 'Add the report with its last day, or read the answers and mark them as reviewed.',
      hi: 'रिपोर्ट को उसकी अंतिम तारीख के साथ जोड़ें, या जवाब पढ़कर समीक्षा पूरी करें।',
    },
    {
      en: 'If it shows nothing, look for another vendor.',
      hi: 'अगर वह कुछ नहीं दिखाता, तो दूसरा वेंडर देखें।',
    },
  ],
  proof: {
    en: 'The next check finds a valid report or a reviewed questionnaire, or a lower risk.',
    hi: 'अगली जाँच में चालू रिपोर्ट, समीक्षा की हुई प्रश्नावली, या कम जोखिम मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    none: {
      en: 'No current report and no reviewed questionnaire of {vendor}. Its risk is {risk} of 100.',
      hi: '{vendor} की न चालू रिपोर्ट है, न समीक्षा की हुई प्रश्नावली। उसका जोखिम 100 में से {risk} है।',
    },
  },
  *evaluate(evidence, { asOf }) {
    for (const vendor of enteredVendors(evidence, asOf)) {
      if (!lacksReport(vendor, asOf)) continue;
      const data = { vendor: shownName(vendor.name), risk: vendor.risk.risk };
      yield { subject: vendor.entry.id, messageId: 'none', data };
    }
  },
  lacks: (evidence, { asOf }) => registerGap(evidence, asOf),
});
