import { lacksContract, processesPersonalData } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { enteredVendors, registerGap, shownName, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/**
 * Fails a vendor through whose hands personal data passes, by its permissions or by what a person stated, without a
 * data-processing agreement on file that counts. Sure of what is on file, not of what it says.
 */
export const vendorContract = defineCheck({
  id: 'security/vendor-contract',
  area: 'security',
  control: 'VND-04',
  title: {
    en: 'Vendors that handle personal data have signed an agreement',
    hi: 'निजी डेटा संभालने वाले वेंडर के साथ अनुबंध है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Agreements with suppliers', hi: 'आपूर्तिकर्ताओं के साथ अनुबंध' },
    effectiveFrom: '2025-03-31',
    source:
      'PCI DSS 4.0.1, 12.8.2; ISO/IEC 27001:2022, A.5.20; CIS Controls 8.1, 15.4; from mid-May 2027 also DPDP Act 2023, section 8(2), and DPDP Rules 2025, rule 6(1)(f)',
    status: 'verified',
  },
  why: {
    en: 'For your customers’ data you answer, also where a vendor handles it for you.',
    hi: 'ग्राहकों के डेटा के लिए आप जवाबदेह हैं, चाहे उसे वेंडर संभाले।',
  },
  cost: {
    en: 'Without it the vendor owes you neither notice of a breach nor the deletion of the data.',
    hi: 'इसके बिना वेंडर पर न सेंध की सूचना देने की बाध्यता है, न डेटा मिटाने की।',
  },
  remedy: [
    {
      en: 'Ask the vendor for its data-processing agreement; most have one ready.',
      hi: 'वेंडर से डेटा प्रोसेसिंग समझौता माँगें; ज़्यादातर के पास तैयार होता है।',
    },
    {
      en: 'Look for safeguards, notice of a breach, deletion and sub-processors.',
      hi: 'देखें कि सुरक्षा उपाय, सेंध की सूचना, डेटा मिटाना और उप-प्रोसेसर लिखे हों।',
    },
    { en: 'Add it to the vendor in Prahari.', hi: 'उसे Prahari में वेंडर के साथ जोड़ें।' },
  ],
  proof: {
    en: 'The next check finds an agreement on file for each such vendor.',
    hi: 'अगली जाँच में ऐसे हर वेंडर का अनुबंध मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    none: {
      en: '{vendor} handles personal data, and no agreement is on file.',
      hi: '{vendor} निजी डेटा संभालता है, और कोई अनुबंध मौजूद नहीं है।',
    },
    ended: {
      en: '{vendor} handles personal data, and its agreement has ended.',
      hi: '{vendor} निजी डेटा संभालता है, और उसका अनुबंध खत्म हो चुका है।',
    },
  },
  *evaluate(evidence, { asOf }) {
    for (const vendor of enteredVendors(evidence, asOf)) {
      if (!lacksContract(vendor, asOf)) continue;
      const hadOne = vendor.entry.papers.some(({ kind }) => kind === 'contract');
      const data = { vendor: shownName(vendor.name) };
      yield { subject: vendor.entry.id, messageId: hadOne ? 'ended' : 'none', data };
    }
  },
  lacks(evidence, { asOf }) {
    const gap = registerGap(evidence, asOf);
    if (gap) return gap;
    // Neither Shopify nor a person says what it may read: personal data may be among it.
    const isUntold = (one: (typeof entered)[number]) => one.scopes === null && one.entry.dataClasses.length === 0;
    const entered = enteredVendors(evidence, asOf);
    const isUnknown = entered.some((one) => isUntold(one) && !processesPersonalData(one));
    return isUnknown ? { kind: 'vendorBook', reason: 'not-stated' } : null;
  },
});
