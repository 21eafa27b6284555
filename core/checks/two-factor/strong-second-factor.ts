import { factOf, liveAccounts, secondFactorOf, weakestRungOf, type KnownFact } from '../../people/facts.ts';
import { gapOfFact } from '../../people/second-factor.ts';
import type { Account, PeopleBook, SecondFactor } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** Older statements do not tell which factor is in use today: control MFA-05. */
const MAX_AGE_DAYS = 90;

/**
 * Fails an owner or administrator of store or mail whose second factor is SMS or a call. One without any factor is the
 * matter of other checks. As sure as the rung of the statement; a factor whose kind nobody tells is not assessed.
 */
export const strongSecondFactor = defineCheck({
  id: 'security/strong-second-factor',
  area: 'security',
  control: 'MFA-05',
  title: { en: 'Administrators use a key or an app, not SMS', hi: 'एडमिन SMS नहीं, की या ऐप इस्तेमाल करते हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Factors that resist tricks', hi: 'धोखे से बचने वाले चरण' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.5.1; NIST SP 800-63B-4, AAL2; ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.5',
    status: 'verified',
  },
  why: {
    en: 'A code by SMS can be asked for on the phone, or taken with a copied SIM card.',
    hi: 'SMS का कोड फ़ोन पर पूछकर या नकली सिम से लिया जा सकता है।',
  },
  cost: {
    en: 'One call to a hurried administrator can be enough to get into the store.',
    hi: 'व्यस्त एडमिन को एक फ़ोन कॉल से ही कोई स्टोर में घुस सकता है।',
  },
  remedy: [
    {
      en: 'Sign in as the person named, and open the security page of the account.',
      hi: 'बताया गया व्यक्ति साइन इन करके अपने खाते का सुरक्षा पेज खोले।',
    },
    {
      en: 'Add a passkey, a security key or an authenticator app, and then remove SMS.',
      hi: 'पासकी, सिक्योरिटी की या ऑथेंटिकेटर ऐप जोड़ें, फिर SMS हटाएँ।',
    },
  ],
  proof: {
    en: 'A statement not older than 90 days names a key or an app for each administrator.',
    hi: '90 दिन के अंदर की जानकारी हर एडमिन के लिए की या ऐप बताए।',
  },
  requires: ['people'],
  messages: {
    sms: {
      en: '{service}: the administrator {label} gets the second code by SMS or a call.',
      hi: '{service}: एडमिन {label} को दूसरा कोड SMS या कॉल से मिलता है।',
    },
  },
  *evaluate({ people }, { asOf }) {
    for (const { account, factor } of factorsOfAdmins(people, asOf)) {
      if (factor?.value !== 'sms') continue;
      yield { subject: account.id, messageId: 'sms', data: { service: account.service, label: account.label } };
    }
  },
  lacks({ people }, { asOf }) {
    const admins = factorsOfAdmins(people, asOf);
    if (admins.length === 0) return { kind: 'people', reason: 'too-little' };
    const unknown = admins.filter(({ factor }) => factor === null).map(({ account }) => account);
    if (unknown.length > 0) return { kind: 'people', reason: gapOfFact(unknown, 'secondFactor') };
    const isVague = admins.some(({ factor }) => factor?.value !== 'app' && factor?.value !== 'key');
    return isVague ? { kind: 'people', reason: 'too-little' } : null;
  },
  standsOn: ({ people }, { asOf }) => weakestRungOf(factorsOfAdmins(people, asOf).map(({ factor }) => factor)),
});

function factorsOfAdmins(
  people: PeopleBook,
  asOf: Instant,
): { readonly account: Account; readonly factor: KnownFact<SecondFactor> | null }[] {
  return [...liveAccounts(people, 'shopify', asOf), ...liveAccounts(people, 'mail', asOf)]
    .filter((account) =>
      [factOf(account, 'isOwner', asOf), factOf(account, 'isAdmin', asOf)].some((known) => known?.value === true),
    )
    .map((account) => ({ account, factor: secondFactorOf(account, asOf, MAX_AGE_DAYS) }));
}
