import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { factorsOf } from '../../people/second-factor.ts';
import { daysSince } from '../../days-since.ts';
import type { Account, PeopleBook, PeopleSource } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** Lists of the whole store. Without one, an owner entered by hand does not mean that there is no staff. */
const LISTS: readonly PeopleSource[] = ['shopify-staff', 'shopify-rest', 'users-export'];
const MOST_DAYS = 90;

/**
 * Fails each account of the store that opens with a password alone; the owner's own has a check of its own. Who comes
 * in through an identity provider counts by the mailbox there. As sure as the rung of each statement.
 */
export const staffSecondFactor = defineCheck({
  id: 'security/staff-second-factor',
  area: 'security',
  control: 'MFA-02',
  title: { en: 'Everybody in the store has a second factor', hi: 'स्टोर में सबके खाते पर दूसरा चरण है' },
  severity: 'high',
  rule: {
    name: { en: 'More than a password for everybody', hi: 'सबके लिए पासवर्ड से ज़्यादा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.4.2; ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.3',
    status: 'verified',
  },
  why: {
    en: 'A thief needs one open account, not all. The least careful password decides for the whole store.',
    hi: 'चोर को एक खुला खाता चाहिए, सब नहीं। सबसे कमज़ोर पासवर्ड पूरे स्टोर का फ़ैसला करता है।',
  },
  cost: {
    en: 'Through one account orders, addresses and phones of customers can be read and exported.',
    hi: 'एक ही खाते से ग्राहकों के ऑर्डर, पते और फ़ोन पढ़े और एक्सपोर्ट किए जा सकते हैं।',
  },
  remedy: [
    { en: 'Open Settings, then Users, and choose the person named.', hi: 'सेटिंग में Users खोलें और बताया गया व्यक्ति चुनें।' },
    {
      en: 'Set two-step authentication to required. The person sets it up at the next sign-in.',
      hi: 'दो-चरणीय सत्यापन को required करें। व्यक्ति अगले साइन-इन पर इसे सेट करेगा।',
    },
    {
      en: 'Then say so under People in Prahari, or import the list of users again.',
      hi: 'फिर Prahari में लोग के नीचे यह बताएँ, या उपयोगकर्ताओं की सूची दोबारा इंपोर्ट करें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'Statements not older than 90 days show a second factor for each active account.',
    hi: '90 दिन के अंदर की जानकारी हर चालू खाते पर दूसरा चरण दिखाए।',
  },
  requires: ['people'],
  messages: {
    none: {
      en: '{label} signs in to the store with a password alone.',
      hi: 'स्टोर का खाता {label} सिर्फ़ पासवर्ड से खुलता है।',
    },
    registeredOnly: {
      en: '{label} has set up a second factor, but the rules do not let it be used.',
      hi: 'खाते {label} पर दूसरा चरण सेट है, पर नियम उसे चलने नहीं देते।',
    },
  },
  applies: ({ people }, { asOf }) =>
    staffOf(people, asOf).length > 0 || liveAccounts(people, 'shopify', asOf).length === 0 || !isListed(people, asOf),
  *evaluate({ people }, { asOf }) {
    for (const { account, messageId } of factorsOf(people, staffOf(people, asOf), asOf).open) {
      yield { subject: account.id, messageId, data: { label: account.label } };
    }
  },
  lacks({ people }, { asOf }) {
    const staff = staffOf(people, asOf);
    const reason = staff.length === 0 ? 'too-little' : factorsOf(people, staff, asOf).gap;
    return reason === null ? null : { kind: 'people', reason };
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(factorsOf(people, staffOf(people, asOf), asOf).facts),
});

/** Whether a list of the last 90 days shows all accounts of the store. */
function isListed({ readings }: PeopleBook, asOf: Instant): boolean {
  return readings.some(({ source, readAt }) => LISTS.includes(source) && daysSince(readAt, asOf) <= MOST_DAYS);
}

function staffOf(people: PeopleBook, asOf: Instant): Account[] {
  return liveAccounts(people, 'shopify', asOf).filter((account) => factOf(account, 'isOwner', asOf)?.value !== true);
}
