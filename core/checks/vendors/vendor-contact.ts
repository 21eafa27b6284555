import { lacksContact } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { enteredVendors, registerGap, shownName, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/** Fails a vendor of high or critical risk without a contact for an incident. Sure of the register. */
export const vendorContact = defineCheck({
  id: 'security/vendor-contact',
  area: 'security',
  control: 'VND-09',
  title: { en: 'Vendors of high risk have a contact for incidents', hi: 'ज़्यादा जोखिम वाले वेंडर का आपात संपर्क दर्ज है' },
  severity: 'medium',
  rule: {
    name: { en: 'Contacts for an incident', hi: 'घटना के लिए संपर्क' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.22; CIS Controls 8.1, 15.4 and 17.2',
    status: 'verified',
  },
  why: {
    en: 'When something goes wrong at a vendor, hours count. Then is no time to look for an address.',
    hi: 'वेंडर के यहाँ गड़बड़ हो तो घंटे मायने रखते हैं। तब पता खोजने का समय नहीं होता।',
  },
  cost: {
    en: 'You hear of a leak late, and the days in which you must report it have begun.',
    hi: 'लीक की खबर देर से मिलती है, और सूचना देने की समय-सीमा शुरू हो चुकी होती है।',
  },
  remedy: [
    {
      en: 'Look for a security page of the vendor, or for /.well-known/security.txt on its site.',
      hi: 'वेंडर का सुरक्षा पेज देखें, या उसकी साइट पर /.well-known/security.txt देखें।',
    },
    {
      en: 'Write the contact into the vendor in Prahari.',
      hi: 'संपर्क को Prahari में वेंडर के साथ लिखें।',
    },
  ],
  proof: {
    en: 'The next check finds a contact for each vendor of high risk.',
    hi: 'अगली जाँच में ज़्यादा जोखिम वाले हर वेंडर का संपर्क मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    none: {
      en: 'No contact for incidents is known of {vendor}. Its risk is {risk} of 100.',
      hi: '{vendor} का आपात संपर्क पता नहीं है। उसका जोखिम 100 में से {risk} है।',
    },
  },
  *evaluate(evidence, { asOf }) {
    for (const vendor of enteredVendors(evidence, asOf)) {
      if (!lacksContact(vendor)) continue;
      const data = { vendor: shownName(vendor.name), risk: vendor.risk.risk };
      yield { subject: vendor.entry.id, messageId: 'none', data };
    }
  },
  lacks: (evidence, { asOf }) => registerGap(evidence, asOf),
});
