import type { Account, PeopleBook } from '../../evidence/people.ts';
import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a mailbox whose provider calls its password weak, or shorter than its rule. Sure of what the provider says;
 * where it says "unknown", or nothing, nothing passes.
 */
export const weakPasswords = defineCheck({
  id: 'security/weak-passwords',
  area: 'security',
  control: 'PWD-02',
  title: { en: 'No mailbox has a weak password', hi: 'किसी मेलबॉक्स का पासवर्ड कमज़ोर नहीं' },
  severity: 'high',
  rule: {
    name: { en: 'Weak passwords are replaced', hi: 'कमज़ोर पासवर्ड बदले जाते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.17; NIST SP 800-63B-4, 3.1.1.2; CIS Controls 8.1, 5.2',
    status: 'verified',
  },
  why: {
    en: 'The mail provider compares each password with its rule, and tells which ones fall short.',
    hi: 'मेल प्रदाता हर पासवर्ड को अपने नियम से मिलाता है और बताता है कि कौन-सा कमज़ोर है।',
  },
  cost: {
    en: 'A weak mailbox is guessed first, and it can reset every other account of that person.',
    hi: 'कमज़ोर मेलबॉक्स सबसे पहले खुलता है, और उससे उस व्यक्ति का हर खाता बदला जा सकता है।',
  },
  remedy: [
    {
      en: 'Open the administration of your mail, and the person named.',
      hi: 'अपने मेल का एडमिन पेज खोलें और बताया गया व्यक्ति चुनें।',
    },
    {
      en: 'Ask for a new password at the next sign-in: long, and used nowhere else.',
      hi: 'अगले साइन-इन पर नया पासवर्ड माँगें: लंबा, और कहीं और न रखा हो।',
    },
  ],
  proof: {
    en: 'The next reading calls the password of each mailbox strong.',
    hi: 'अगली बार पढ़ने पर हर मेलबॉक्स का पासवर्ड मज़बूत बताया जाए।',
  },
  requires: ['people'],
  messages: {
    weak: {
      en: 'The mail provider calls the password of {label} weak.',
      hi: 'मेल प्रदाता {label} का पासवर्ड कमज़ोर बताता है।',
    },
    short: {
      en: 'The password of {label} does not meet the length that your mail asks for.',
      hi: '{label} का पासवर्ड आपके मेल की माँगी लंबाई पूरी नहीं करता।',
    },
  },
  applies: ({ people }, { asOf }) => people.services.mail !== false || liveAccounts(people, 'mail', asOf).length > 0,
  *evaluate({ people }, { asOf }) {
    for (const { account, strength, length } of passwordsOf(people, asOf)) {
      const data = { label: account.label };
      if (strength?.value === 'weak') yield { subject: account.id, messageId: 'weak', data };
      else if (length?.value === 'non-compliant') yield { subject: account.id, messageId: 'short', data };
    }
  },
  lacks({ people }, { asOf }) {
    const passwords = passwordsOf(people, asOf);
    const isWhole = passwords.length > 0 && passwords.every(({ strength }) => strength !== null);
    return isWhole ? null : { kind: 'people', reason: 'too-little' };
  },
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(passwordsOf(people, asOf).flatMap(({ strength, length }) => [strength, length])),
});

function passwordsOf(people: PeopleBook, asOf: Instant) {
  return liveAccounts(people, 'mail', asOf).map((account: Account) => ({
    account,
    strength: factOf(account, 'passwordStrength', asOf),
    length: factOf(account, 'passwordLength', asOf),
  }));
}
