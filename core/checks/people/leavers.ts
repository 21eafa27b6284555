import type { Account, PeopleBook } from '../../evidence/people.ts';
import { dayInIndia } from '../../gst/days.ts';
import { factOf, weakestRungOf } from '../../people/facts.ts';
import { gapOfFact } from '../../people/second-factor.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const DAY_MS = 86_400_000;

/**
 * Fails an account that is active 24 hours after its person left, as far as anybody told. A list that is older than the
 * leaving counts too: until somebody says that the account is off, it is taken to be on. Nothing said at all is not
 * assessed.
 */
export const leavers = defineCheck({
  id: 'security/leavers',
  area: 'security',
  control: 'EDU-06',
  title: { en: 'Whoever left has no access any more', hi: 'जो छोड़ चुके हैं उनकी पहुँच बंद है' },
  severity: 'critical',
  rule: {
    name: { en: 'Access ends within 24 hours of leaving', hi: 'छोड़ने के 24 घंटे में पहुँच बंद' },
    effectiveFrom: '2025-03-31',
    source:
      'PCI DSS 4.0.1, 8.2.5; ISO/IEC 27001:2022, A.6.5; Amazon Data Protection Policy, access; CIS Controls 8.1, 6.2',
    status: 'verified',
  },
  why: {
    en: 'A person who left still knows the password, and nobody watches that account any more.',
    hi: 'छोड़ चुका व्यक्ति पासवर्ड जानता है, और उस खाते पर अब कोई नज़र नहीं रखता।',
  },
  cost: {
    en: 'Customers can be exported, prices changed, or the account sold on.',
    hi: 'ग्राहक एक्सपोर्ट किए जा सकते हैं, दाम बदले जा सकते हैं या खाता बेचा जा सकता है।',
  },
  remedy: [
    { en: 'Open the service named, and switch the account off today.', hi: 'बताई गई सेवा खोलें और खाता आज ही बंद करें।' },
    {
      en: 'Change passwords that the person shared with others.',
      hi: 'जो पासवर्ड वह व्यक्ति दूसरों के साथ इस्तेमाल करता था, उन्हें बदलें।',
    },
    {
      en: 'Then say so under People in Prahari, or read the source again.',
      hi: 'फिर Prahari में लोग के नीचे यह बताएँ, या स्रोत दोबारा पढ़ें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'The next check sees each account of this person switched off.',
    hi: 'अगली जाँच में इस व्यक्ति का हर खाता बंद मिले।',
  },
  requires: ['people'],
  messages: {
    active: {
      en: '{service}: {label} left on {day}. The account {account} was active as of {seenDay}.',
      hi: '{service}: {label} ने {day} को छोड़ दिया। खाता {account} {seenDay} को चालू था।',
    },
  },
  applies: ({ people }, { asOf }) => accountsOfLeavers(people, asOf).length > 0,
  *evaluate({ people }, { asOf }) {
    for (const { account, label, leftAt } of accountsOfLeavers(people, asOf)) {
      const known = factOf(account, 'isActive', asOf);
      if (known?.value !== true) continue;
      const days = { day: dayInIndia(leftAt), seenDay: dayInIndia(known.statedAt) };
      const data = { service: account.service, label, account: account.label, ...days };
      yield { subject: account.id, messageId: 'active', data };
    }
  },
  lacks({ people }, { asOf }) {
    const accounts = accountsOfLeavers(people, asOf).map(({ account }) => account);
    const unknown = accounts.filter((account) => factOf(account, 'isActive', asOf) === null);
    return unknown.length === 0 ? null : { kind: 'people', reason: gapOfFact(unknown, 'isActive') };
  },
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(accountsOfLeavers(people, asOf).map(({ account }) => factOf(account, 'isActive', asOf))),
});

/** Of people who left more than 24 hours ago, active or not. */
function accountsOfLeavers(
  { people, accounts }: PeopleBook,
  asOf: Instant,
): { readonly account: Account; readonly label: string; readonly leftAt: Instant }[] {
  const left = new Map(
    people.flatMap(({ id, label, leftAt }) =>
      leftAt !== null && Date.parse(asOf) - Date.parse(leftAt) > DAY_MS ? [[id, { label, leftAt }] as const] : [],
    ),
  );
  return accounts.flatMap((account) => {
    const person = left.get(account.personId ?? '');
    return person ? [{ account, ...person }] : [];
  });
}
