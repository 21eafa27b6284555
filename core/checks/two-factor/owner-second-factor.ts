import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { factorsOf } from '../../people/second-factor.ts';
import type { Account, PeopleBook } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an owner of the store whose log-in asks for a password alone, or whose second factor is set up and may not be
 * used. As sure as the rung of the statement; nothing said within 90 days is not assessed.
 */
export const ownerSecondFactor = defineCheck({
  id: 'security/owner-second-factor',
  area: 'security',
  control: 'MFA-01',
  title: { en: 'The owner signs in with a second factor', hi: 'मालिक के खाते पर दूसरा चरण है' },
  severity: 'critical',
  rule: {
    name: { en: 'More than a password for administrators', hi: 'एडमिन के लिए पासवर्ड से ज़्यादा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.4.1; ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.5',
    status: 'verified',
  },
  why: {
    en: 'The owner can do everything: change bank details, export customers, remove others. One password guards it all.',
    hi: 'मालिक सब कुछ कर सकता है: बैंक विवरण बदलना, ग्राहक एक्सपोर्ट करना, दूसरों को हटाना। सब एक पासवर्ड पर टिका है।',
  },
  cost: {
    en: 'Whoever learns that password can take the shop and its next payout.',
    hi: 'जिसे वह पासवर्ड मिल जाए, वह स्टोर और अगला भुगतान ले सकता है।',
  },
  remedy: [
    {
      en: 'Sign in as the owner, open Manage account, then Security.',
      hi: 'मालिक के रूप में साइन इन करें, Manage account में Security खोलें।',
    },
    {
      en: 'Turn on a passkey, a security key or an authenticator app. SMS is the weakest choice.',
      hi: 'पासकी, सिक्योरिटी की या ऑथेंटिकेटर ऐप चालू करें। SMS सबसे कमज़ोर विकल्प है।',
    },
    {
      en: 'Then say so under People in Prahari, or import the list of users again.',
      hi: 'फिर Prahari में लोग के नीचे यह बताएँ, या उपयोगकर्ताओं की सूची दोबारा इंपोर्ट करें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'A statement not older than 90 days says that the owner has a second factor.',
    hi: '90 दिन के अंदर की जानकारी कहे कि मालिक का दूसरा चरण चालू है।',
  },
  requires: ['people'],
  messages: {
    none: {
      en: '{label} owns the store and signs in with a password alone.',
      hi: 'मालिक का खाता {label} सिर्फ़ पासवर्ड से खुलता है।',
    },
    registeredOnly: {
      en: '{label} owns the store. A second factor is set up, but the rules do not let it be used.',
      hi: 'मालिक के खाते {label} पर दूसरा चरण सेट है, पर नियम उसे चलने नहीं देते।',
    },
  },
  *evaluate({ people }, { asOf }) {
    for (const { account, messageId } of factorsOf(people, ownersOf(people, asOf), asOf).open) {
      yield { subject: account.id, messageId, data: { label: account.label } };
    }
  },
  lacks({ people }, { asOf }) {
    const owners = ownersOf(people, asOf);
    const reason = owners.length === 0 ? 'too-little' : factorsOf(people, owners, asOf).gap;
    return reason === null ? null : { kind: 'people', reason };
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(factorsOf(people, ownersOf(people, asOf), asOf).facts),
});

function ownersOf(people: PeopleBook, asOf: Instant): Account[] {
  return liveAccounts(people, 'shopify', asOf).filter((account) => factOf(account, 'isOwner', asOf)?.value === true);
}
