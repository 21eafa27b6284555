import { daysSince } from '../../days-since.ts';
import { dayInIndia } from '../../gst/days.ts';
import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { gapOfFact } from '../../people/second-factor.ts';
import type { Account, PeopleBook } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const MOST_DAYS = 90;

/**
 * Fails an account that is switched on and that nobody used for 90 days. Sure where the last sign-in is told. Shopify
 * tells it to nobody, so accounts of the store count only where a list of the shop has it; of each mailbox it must be
 * known.
 */
export const dormantAccounts = defineCheck({
  id: 'security/dormant-accounts',
  area: 'security',
  control: 'MFA-08',
  title: { en: 'Accounts that nobody uses are switched off', hi: 'जो खाते कोई इस्तेमाल नहीं करता, वे बंद हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Inactive accounts are disabled within 90 days', hi: '90 दिन से बेकार खाते बंद' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.2.6; ISO/IEC 27001:2022, A.5.18; CIS Controls 8.1, 5.3',
    status: 'verified',
  },
  why: {
    en: 'Nobody notices when somebody else signs in to an account that its owner forgot.',
    hi: 'जिस खाते को उसका मालिक भूल गया, उसमें कोई और आए तो किसी को पता नहीं चलता।',
  },
  cost: {
    en: 'A forgotten account can be used for months before anybody looks.',
    hi: 'भूला हुआ खाता महीनों तक इस्तेमाल हो सकता है और कोई नहीं देखता।',
  },
  remedy: [
    {
      en: 'Ask the person named whether the account is still needed.',
      hi: 'बताए गए व्यक्ति से पूछें कि खाता अब भी चाहिए या नहीं।',
    },
    { en: 'If not, suspend or remove it.', hi: 'अगर नहीं, तो उसे बंद करें या हटाएँ।' },
  ],
  proof: {
    en: 'The next reading shows the account switched off, or used within 90 days.',
    hi: 'अगली बार पढ़ने पर खाता बंद मिले, या 90 दिन के अंदर इस्तेमाल हुआ हो।',
  },
  requires: ['people'],
  messages: {
    unused: {
      en: '{service}: {label} was last used on {day}, {days} days ago.',
      hi: '{service}: {label} आखिरी बार {day} को इस्तेमाल हुआ, {days} दिन पहले।',
    },
    never: { en: '{service}: {label} was never used.', hi: '{service}: {label} कभी इस्तेमाल नहीं हुआ।' },
  },
  *evaluate({ people }, { asOf }) {
    for (const account of liveAccounts(people, null, asOf)) {
      const last = factOf(account, 'lastSignInAt', asOf);
      if (last === null) continue;
      const data = { service: account.service, label: account.label };
      // It may be new: when it was made, no source says.
      if (last.value === null) yield { subject: account.id, messageId: 'never', data, severity: 'low' };
      else if (daysSince(last.value, asOf) > MOST_DAYS) {
        const day = dayInIndia(last.value);
        yield { subject: account.id, messageId: 'unused', data: { ...data, day, days: daysSince(last.value, asOf) } };
      }
    }
  },
  lacks({ people }, { asOf }) {
    const { known, silentMailboxes } = signInsOf(people, asOf);
    if (silentMailboxes.length > 0) return { kind: 'people', reason: gapOfFact(silentMailboxes, 'lastSignInAt') };
    return known.length === 0 ? { kind: 'people', reason: 'too-little' } : null;
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(signInsOf(people, asOf).known),
});

function signInsOf(people: PeopleBook, asOf: Instant) {
  const accounts = liveAccounts(people, null, asOf);
  const isSilent = (account: Account) => factOf(account, 'lastSignInAt', asOf) === null;
  return {
    known: accounts.flatMap((account) => factOf(account, 'lastSignInAt', asOf) ?? []),
    silentMailboxes: accounts.filter((account) => account.service === 'mail' && isSilent(account)),
  };
}
