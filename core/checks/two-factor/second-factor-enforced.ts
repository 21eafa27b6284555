import { answerTo, gapOf, saidNo } from '../../people/answers.ts';
import { factOf, liveAccounts, weakestRungOf, type KnownFact } from '../../people/facts.ts';
import type { SensitiveService } from '../../data/sensitive-services.ts';
import type { Account, PeopleBook } from '../../evidence/people.ts';
import type { Rung } from '../../evidence/rungs.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** Log-ins whose rules the shop itself sets: of others it can only be said that each person has it on. */
const RULED: readonly SensitiveService[] = ['shopify', 'mail'];

/**
 * Fails a service in which accounts are not forced to keep their second factor. Sure where a provider tells it; of the
 * accounts that nobody tells, the shop answers a question.
 */
export const secondFactorEnforced = defineCheck({
  id: 'security/second-factor-enforced',
  area: 'security',
  control: 'MFA-04',
  title: { en: 'Nobody can switch the second factor off', hi: 'दूसरा चरण कोई बंद नहीं कर सकता' },
  severity: 'high',
  rule: {
    name: { en: 'The second factor is required by rule', hi: 'दूसरा चरण नियम से अनिवार्य' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.4.2; ISO/IEC 27001:2022, A.8.5; CIS Controls 8.1, 6.3',
    status: 'verified',
  },
  why: {
    en: 'What is left to each person is off again after a new phone. A rule stays.',
    hi: 'जो हर व्यक्ति पर छोड़ा जाए, वह नए फ़ोन के बाद फिर बंद मिलता है। नियम बना रहता है।',
  },
  cost: {
    en: 'The next person you hire starts with a password alone, and nobody notices.',
    hi: 'अगला नया व्यक्ति सिर्फ़ पासवर्ड से शुरू करता है और किसी को पता नहीं चलता।',
  },
  remedy: [
    {
      en: 'In Settings, then Users, set two-step authentication to required for each person.',
      hi: 'सेटिंग में Users खोलें और हर व्यक्ति के लिए दो-चरणीय सत्यापन required करें।',
    },
    {
      en: 'In the administration of your mail, require the second step for all.',
      hi: 'अपने मेल के एडमिन पेज में सबके लिए दूसरा चरण अनिवार्य करें।',
    },
    {
      en: 'If no provider is connected, answer the question again under Security in Prahari.',
      hi: 'अगर कोई प्रदाता कनेक्ट नहीं है, तो Prahari में सुरक्षा के नीचे सवाल का जवाब दोबारा दें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'The next check reads that the rule holds for each active account.',
    hi: 'अगली जाँच पढ़े कि नियम हर चालू खाते पर लागू है।',
  },
  requires: ['attestations'],
  uses: ['people'],
  messages: {
    off: {
      en: '{service}: the second factor is not required for {label}. Accounts in all: {count}.',
      hi: '{service}: {label} के लिए दूसरा चरण अनिवार्य नहीं है। कुल खाते: {count}।',
    },
    no: {
      en: 'The shop says that the second factor is not required for everybody.',
      hi: 'स्टोर का कहना है कि दूसरा चरण सबके लिए अनिवार्य नहीं है।',
    },
  },
  *evaluate({ attestations, people }, { asOf }) {
    const { off } = rulesOf(people, asOf);
    for (const service of RULED) {
      const accounts = off.filter((account) => account.service === service);
      const [first] = accounts;
      if (first) {
        yield { subject: service, messageId: 'off', data: { service, label: first.label, count: accounts.length } };
      }
    }
    if (saidNo(answerTo('second-factor-enforced', attestations, asOf))) yield { subject: 'shop', messageId: 'no' };
  },
  lacks({ attestations, people }, { asOf }) {
    if (rulesOf(people, asOf).isWhole) return null;
    const reason = gapOf(answerTo('second-factor-enforced', attestations, asOf));
    return reason === null ? null : { kind: 'attestations', reason };
  },
  standsOn({ people }, { asOf }) {
    const { facts, isWhole } = rulesOf(people, asOf);
    const attested: { readonly rung: Rung } = { rung: 'attested' };
    return weakestRungOf(isWhole ? facts : [...facts, attested]);
  },
});

/** Whether the rule holds, account by account; `isWhole`: it is known of each, and there is one. */
function rulesOf(
  people: PeopleBook | undefined,
  asOf: Instant,
): { readonly off: readonly Account[]; readonly facts: readonly KnownFact<boolean>[]; readonly isWhole: boolean } {
  // Who comes in through an identity provider meets the provider's rule, and the mailbox tells of it.
  const accounts = RULED.flatMap((service) => (people ? liveAccounts(people, service, asOf) : [])).filter(
    (account) => factOf(account, 'kind', asOf)?.value !== 'saml',
  );
  const off: Account[] = [];
  const facts: KnownFact<boolean>[] = [];
  for (const account of accounts) {
    const known = factOf(account, 'isSecondFactorEnforced', asOf);
    if (known) facts.push(known);
    if (known?.value === false) off.push(account);
  }
  return { off, facts, isWhole: accounts.length > 0 && facts.length === accounts.length };
}
