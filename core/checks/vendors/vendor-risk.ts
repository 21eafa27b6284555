import { dayInIndia } from '../../gst/days.ts';
import { HIGHEST_RISK, isRiskAccepted } from '../../vendors/duties.ts';
import { defineCheck } from '../check.ts';
import { enteredVendors, registerGap, shownName, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/**
 * Fails a vendor in the register whose risk is 60 or more, where nobody accepted it with a reason that still counts. As
 * sure as the model, which is a proposal: the page of the vendor shows each term.
 */
export const vendorRisk = defineCheck({
  id: 'security/vendor-risk',
  area: 'security',
  control: 'VND-02',
  title: {
    en: 'Each vendor’s risk is low enough, or accepted with a reason',
    hi: 'हर वेंडर का जोखिम कम है, या कारण के साथ स्वीकार किया गया है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Access in proportion', hi: 'ज़रूरत भर की पहुँच' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 7.2.1; ISO/IEC 27001:2022, A.5.15 and A.8.2; CIS Controls 8.1, 6.8 and 15.3',
    status: 'verified',
  },
  why: {
    en: 'This vendor can see or change much, and little on file speaks for it.',
    hi: 'यह वेंडर बहुत कुछ देख या बदल सकता है, और इसके पक्ष में सबूत कम हैं।',
  },
  cost: {
    en: 'A break-in there could reach as far into your shop as its permissions do.',
    hi: 'वहाँ हुई सेंध आपके स्टोर में उतनी दूर पहुँच सकती है, जितनी उसकी अनुमतियाँ हैं।',
  },
  remedy: [
    {
      en: 'Open the vendor in Prahari: the step that lowers its risk most comes first.',
      hi: 'Prahari में वेंडर खोलें: जिस कदम से जोखिम सबसे ज़्यादा घटे, वह पहले दिखता है।',
    },
    {
      en: 'Ask it for a report, a contract and a contact, or for fewer permissions.',
      hi: 'उससे रिपोर्ट, अनुबंध और संपर्क माँगें, या कम अनुमतियाँ।',
    },
    {
      en: 'If you need it as it is, accept the risk with a reason and an end.',
      hi: 'अगर ऐसे ही ज़रूरी है, तो कारण और अंतिम तारीख के साथ जोखिम स्वीकार करें।',
    },
  ],
  proof: {
    en: 'The next check works out less than 60, or finds the risk accepted.',
    hi: 'अगली जाँच में जोखिम 60 से कम निकले, या स्वीकार किया हुआ मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    high: { en: 'The risk of {vendor} is {risk} of 100.', hi: '{vendor} का जोखिम 100 में से {risk} है।' },
    lapsed: {
      en: 'The risk of {vendor} is {risk} of 100. It was accepted until {day}.',
      hi: '{vendor} का जोखिम 100 में से {risk} है। यह {day} तक स्वीकार था।',
    },
  },
  *evaluate(evidence, { asOf }) {
    for (const vendor of enteredVendors(evidence, asOf)) {
      const { entry, name, risk } = vendor;
      if (risk.risk < HIGHEST_RISK || isRiskAccepted(vendor, asOf)) continue;
      const until = entry.acceptedRiskUntil;
      const day = until === null ? '' : dayInIndia(until);
      const data = { vendor: shownName(name), risk: risk.risk, day };
      yield { subject: entry.id, messageId: until === null ? 'high' : 'lapsed', data };
    }
  },
  lacks: (evidence, { asOf }) => registerGap(evidence, asOf),
});
