import { SENSITIVE_SERVICES, type SensitiveService } from '../../data/sensitive-services.ts';
import { liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { factorsOf, type FactorsSeen } from '../../people/second-factor.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** Statements about these accounts count for half a year: control MFA-06. */
const MAX_AGE_DAYS = 180;

/** Store and mail have checks of their own. */
const OTHERS: readonly SensitiveService[] = SENSITIVE_SERVICES.filter((one) => one !== 'shopify' && one !== 'mail');

/**
 * Fails each account of registrar, DNS, payment gateway, GST portal, courier, marketplaces, advertising and social media
 * that opens with a password alone. Only the shop can say which of them it uses: until it did of each, and named the
 * accounts of those in use, nothing passes.
 */
export const otherAccounts = defineCheck({
  id: 'security/other-accounts',
  area: 'security',
  control: 'MFA-06',
  title: { en: 'The other sensitive accounts have a second factor', hi: 'बाकी संवेदनशील खातों पर दूसरा चरण है' },
  severity: 'high',
  rule: {
    name: { en: 'More than a password for outside services', hi: 'बाहर की सेवाओं के लिए पासवर्ड से ज़्यादा' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.3',
    status: 'verified',
  },
  why: {
    en: 'The gateway holds your money, the registrar your name, the GST portal your credit.',
    hi: 'गेटवे में आपका पैसा है, रजिस्ट्रार में आपका नाम, GST पोर्टल में आपका क्रेडिट।',
  },
  cost: {
    en: 'From such an account payouts can be turned, ads bought, or returns filed in your name.',
    hi: 'ऐसे खाते से भुगतान मोड़ा जा सकता है या विज्ञापन खरीदे जा सकते हैं। आपके नाम से GST रिटर्न भी भरे जा सकते हैं।',
  },
  remedy: [
    {
      en: 'Sign in to the service named, and open its security page.',
      hi: 'बताई गई सेवा में साइन इन करें और उसका सुरक्षा पेज खोलें।',
    },
    {
      en: 'Turn on the second step. Where there is none, use an own long password there.',
      hi: 'दूसरा चरण चालू करें। जहाँ वह नहीं है, वहाँ अलग लंबा पासवर्ड रखें।',
    },
    { en: 'Then say so under People in Prahari.', hi: 'फिर Prahari में लोग के नीचे यह बताएँ।' },
  ],
  proof: {
    en: 'Statements not older than 180 days show a second factor for each of these accounts.',
    hi: '180 दिन के अंदर की जानकारी इन सब खातों पर दूसरा चरण दिखाए।',
  },
  requires: ['people'],
  messages: {
    none: {
      en: '{service}: {label} opens with a password alone.',
      hi: '{service}: {label} सिर्फ़ पासवर्ड से खुलता है।',
    },
    registeredOnly: {
      en: '{service}: {label} has a second factor that the rules do not let be used.',
      hi: '{service}: {label} पर दूसरा चरण सेट है, पर नियम उसे चलने नहीं देते।',
    },
  },
  applies: ({ people }, { asOf }) =>
    OTHERS.some((service) => people.services[service] !== false || liveAccounts(people, service, asOf).length > 0),
  *evaluate({ people }, { asOf }) {
    for (const { account, messageId } of factorsOfOthers(people, asOf).open) {
      yield { subject: account.id, messageId, data: { service: account.service, label: account.label } };
    }
  },
  lacks({ people }, { asOf }) {
    const isOpen = OTHERS.some(
      (service) =>
        people.services[service] === null ||
        (people.services[service] === true && liveAccounts(people, service, asOf).length === 0),
    );
    if (isOpen) return { kind: 'people', reason: 'not-stated' };
    const { gap } = factorsOfOthers(people, asOf);
    return gap === null ? null : { kind: 'people', reason: gap };
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(factorsOfOthers(people, asOf).facts),
});

function factorsOfOthers(people: PeopleBook, asOf: Instant): FactorsSeen {
  const accounts = liveAccounts(people, null, asOf).filter(({ service }) => OTHERS.includes(service));
  return factorsOf(people, accounts, asOf, MAX_AGE_DAYS);
}
