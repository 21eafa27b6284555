import { defineCheck } from '../check.ts';
import { enteredVendors, shownName, TRACE_KINDS, TRACE_USES, type EnteredVendor } from '../register-evidence.ts';

const MOST_NAMED = 5;

/**
 * Fails a vendor that asks for permissions which it did not ask for when somebody approved it. Sure of what Shopify's
 * list of apps says; of an app that the list does not tell, only what people stated is known.
 */
export const scopeGrowth = defineCheck({
  id: 'security/scope-growth',
  area: 'security',
  control: 'VND-02',
  title: {
    en: 'No vendor asks for more than was approved',
    hi: 'कोई वेंडर मंज़ूर की गई अनुमतियों से ज़्यादा नहीं माँगता',
  },
  severity: 'high',
  rule: {
    name: { en: 'Changes at suppliers are reviewed', hi: 'आपूर्तिकर्ताओं के बदलाव की समीक्षा' },
    effectiveFrom: '2025-03-31',
    source: 'ISO/IEC 27001:2022, A.5.22; PCI DSS 4.0.1, 7.2.1; CIS Controls 8.1, 15.6',
    status: 'verified',
  },
  why: {
    en: 'You approved this vendor for what it could do then. Now it could do more.',
    hi: 'आपने इसे उस समय की अनुमतियों के लिए मंज़ूर किया था। अब यह उससे ज़्यादा कर सकता है।',
  },
  cost: {
    en: 'New permissions may open customers’ data or the code of your pages to it.',
    hi: 'नई अनुमतियों से इसे ग्राहकों का डेटा या आपके पेज का कोड खुल सकता है।',
  },
  remedy: [
    {
      en: 'Open the vendor in Prahari and read the permissions marked as new.',
      hi: 'Prahari में वेंडर खोलें और नई बताई गई अनुमतियाँ पढ़ें।',
    },
    { en: 'Ask the vendor what it needs them for.', hi: 'वेंडर से पूछें कि इनकी ज़रूरत क्यों है।' },
    {
      en: 'Approve it again with the reason, or remove it.',
      hi: 'कारण लिखकर दोबारा मंज़ूर करें, या उसे हटाएँ।',
    },
  ],
  proof: {
    en: 'The next check finds no permission beyond those of the newest approval.',
    hi: 'अगली जाँच में सबसे नई मंज़ूरी से बाहर की कोई अनुमति न मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    grown: {
      en: '{vendor} now asks for more: {scopes}. New permissions in all: {count}.',
      hi: '{vendor} अब ज़्यादा माँगता है: {scopes}। कुल नई अनुमतियाँ: {count}।',
    },
  },
  applies: (evidence, { asOf }) => enteredVendors(evidence, asOf).some(isCompared),
  *evaluate(evidence, { asOf }) {
    for (const { entry, name, grownScopes } of enteredVendors(evidence, asOf)) {
      if (grownScopes.length === 0) continue;
      const scopes = shownName(grownScopes.slice(0, MOST_NAMED).join(', '));
      yield {
        subject: entry.id,
        messageId: 'grown',
        data: { vendor: shownName(name), scopes, count: grownScopes.length },
      };
    }
  },
  lacks(evidence, { asOf }) {
    const isUnknown = enteredVendors(evidence, asOf).some((one) => isCompared(one) && one.scopes === null);
    return isUnknown ? { kind: 'theme', reason: 'too-little' } : null;
  },
});

/** It was approved, and its permissions were known then. */
const isCompared = ({ entry }: EnteredVendor): boolean => entry.approval !== null && entry.approval.scopes !== null;
