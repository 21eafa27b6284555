import { factOf, liveAccounts } from '../../people/facts.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an account that several people use, as somebody says, or whose log-in is the mailbox of a role ("info@"). The
 * second is a sign and no proof: where somebody says that one person alone uses it, it weighs little.
 */
export const sharedLogIns = defineCheck({
  id: 'security/shared-log-ins',
  area: 'security',
  control: 'PWD-04',
  title: { en: 'Each person has an own log-in', hi: 'हर व्यक्ति का अपना लॉग-इन है' },
  severity: 'high',
  rule: {
    name: { en: 'No shared accounts', hi: 'कोई साझा खाता नहीं' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.2.2; ISO/IEC 27001:2022, A.5.16; Amazon Data Protection Policy, access',
    status: 'verified',
  },
  why: {
    en: 'With a shared log-in nobody can tell who did what, and no leaver can be shut out alone.',
    hi: 'साझा लॉग-इन में पता नहीं चलता कि किसने क्या किया, और छोड़ने वाले को अकेले रोका नहीं जा सकता।',
  },
  cost: {
    en: 'A password that several people know travels by chat, and stays known after they leave.',
    hi: 'कई लोगों का जाना पासवर्ड चैट में घूमता है और उनके जाने के बाद भी पता रहता है।',
  },
  remedy: [
    { en: 'Give each person an account with the own address.', hi: 'हर व्यक्ति को उसके अपने पते का खाता दें।' },
    {
      en: 'Remove the shared log-in, or change its password and keep it for one person.',
      hi: 'साझा लॉग-इन हटाएँ, या उसका पासवर्ड बदलकर एक ही व्यक्ति को दें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'The next check sees no shared account, and no mailbox of a role as a log-in.',
    hi: 'अगली जाँच में न साझा खाता मिले, न किसी भूमिका का मेलबॉक्स लॉग-इन में।',
  },
  requires: ['people'],
  messages: {
    shared: {
      en: '{service}: more than one person uses {label}.',
      hi: '{service}: {label} को एक से ज़्यादा लोग इस्तेमाल करते हैं।',
    },
    generic: {
      en: '{service}: the log-in {label} is the mailbox of a role, not of a person.',
      hi: '{service}: लॉग-इन {label} किसी व्यक्ति का नहीं, भूमिका का मेलबॉक्स है।',
    },
  },
  *evaluate({ people }, { asOf }) {
    for (const account of liveAccounts(people, null, asOf)) {
      const data = { service: account.service, label: account.label };
      const isShared = factOf(account, 'isShared', asOf)?.value ?? null;
      if (isShared === true) yield { subject: account.id, messageId: 'shared', data };
      else if (account.isGenericMailbox) {
        const mild = isShared === false ? { severity: 'low' as const } : {};
        yield { subject: account.id, messageId: 'generic', data, ...mild };
      }
    }
  },
  lacks: ({ people }, { asOf }) => (hasAccounts(people, asOf) ? null : { kind: 'people', reason: 'too-little' }),
});

function hasAccounts(people: PeopleBook, asOf: string): boolean {
  return liveAccounts(people, null, asOf).length > 0;
}
