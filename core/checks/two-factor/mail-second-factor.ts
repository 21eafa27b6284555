import { liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { factorsOf } from '../../people/second-factor.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails each mailbox that opens with a password alone. A factor that is registered and that the policy does not let be
 * used protects nothing. Sure where an identity provider is connected; a list or a person's word is weaker.
 */
export const mailSecondFactor = defineCheck({
  id: 'security/mail-second-factor',
  area: 'security',
  control: 'MFA-03',
  title: { en: 'Every mailbox has a second factor', hi: 'हर मेलबॉक्स पर दूसरा चरण है' },
  severity: 'high',
  rule: {
    name: { en: 'More than a password from outside', hi: 'बाहर से आने पर पासवर्ड से ज़्यादा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.4.3; ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.3 and 6.4',
    status: 'verified',
  },
  why: {
    en: 'A mailbox can reset the password of almost every other account.',
    hi: 'मेलबॉक्स से लगभग हर दूसरे खाते का पासवर्ड बदला जा सकता है।',
  },
  cost: {
    en: 'Whoever reads the mail can take over store and gateway, and write to customers in your name.',
    hi: 'जो मेल पढ़ सके, वह स्टोर और गेटवे ले सकता है और आपके नाम से ग्राहकों को लिख सकता है।',
  },
  remedy: [
    {
      en: 'Open the administration of your mail, and the person named.',
      hi: 'अपने मेल का एडमिन पेज खोलें और बताया गया व्यक्ति चुनें।',
    },
    {
      en: 'Have the second step set up, and allow its use in the rules for all.',
      hi: 'दूसरा चरण सेट कराएँ और सबके नियमों में उसे चलने दें।',
    },
  ],
  proof: {
    en: 'The next reading of the mail accounts shows a second factor for each.',
    hi: 'मेल खातों को अगली बार पढ़ने पर हर एक पर दूसरा चरण दिखे।',
  },
  requires: ['people'],
  messages: {
    none: { en: 'The mailbox {label} opens with a password alone.', hi: 'मेलबॉक्स {label} सिर्फ़ पासवर्ड से खुलता है।' },
    registeredOnly: {
      en: 'The mailbox {label} has a second factor that the rules do not let be used.',
      hi: 'मेलबॉक्स {label} पर दूसरा चरण सेट है, पर नियम उसे चलने नहीं देते।',
    },
  },
  applies: ({ people }, { asOf }) => people.services.mail !== false || liveAccounts(people, 'mail', asOf).length > 0,
  *evaluate({ people }, { asOf }) {
    for (const { account, messageId } of factorsOf(people, liveAccounts(people, 'mail', asOf), asOf).open) {
      yield { subject: account.id, messageId, data: { label: account.label } };
    }
  },
  lacks({ people }, { asOf }) {
    const mailboxes = liveAccounts(people, 'mail', asOf);
    const reason = mailboxes.length === 0 ? 'too-little' : factorsOf(people, mailboxes, asOf).gap;
    return reason === null ? null : { kind: 'people', reason };
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(factorsOf(people, liveAccounts(people, 'mail', asOf), asOf).facts),
});
