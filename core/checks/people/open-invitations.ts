import { factOf, isInvited, isLive } from '../../people/facts.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an invitation or a request for access that nobody took up or answered. Sure of the list that tells the kind of
 * each account; how old the invitation is, no source says.
 */
export const openInvitations = defineCheck({
  id: 'security/open-invitations',
  area: 'security',
  control: 'EDU-01',
  title: { en: 'No invitation to the store lies open', hi: 'स्टोर का कोई आमंत्रण खुला नहीं पड़ा' },
  severity: 'low',
  rule: {
    name: { en: 'Access is given to known people only', hi: 'पहुँच सिर्फ़ जाने-पहचाने लोगों को' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.16 and A.5.18; Shopify Admin API 2026-10, AccountType',
    status: 'verified',
  },
  why: {
    en: 'An invitation is a key in the post. Whoever reads that mailbox can take it up.',
    hi: 'आमंत्रण डाक में पड़ी चाबी जैसा है। जो उस मेल को पढ़े, वह उसे ले सकता है।',
  },
  cost: {
    en: 'A mistyped address, or a mailbox that changed hands, becomes an account of your store.',
    hi: 'गलत लिखा पता या किसी और के हाथ गया मेल आपके स्टोर का खाता बन सकता है।',
  },
  remedy: [
    { en: 'Open Settings, then Users, and look for pending invitations.', hi: 'सेटिंग में Users खोलें और बाकी आमंत्रण देखें।' },
    { en: 'Remove those that nobody waits for.', hi: 'जिनका कोई इंतज़ार नहीं कर रहा, उन्हें हटाएँ।' },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'The next list of users shows no pending invitation.',
    hi: 'उपयोगकर्ताओं की अगली सूची में कोई बाकी आमंत्रण न मिले।',
  },
  requires: ['people'],
  messages: {
    invited: { en: 'The invitation of {label} was not taken up.', hi: '{label} का आमंत्रण स्वीकार नहीं हुआ है।' },
    requested: {
      en: '{label} asked for access, and nobody answered.',
      hi: '{label} ने पहुँच माँगी है और किसी ने जवाब नहीं दिया।',
    },
  },
  *evaluate({ people }, { asOf }) {
    for (const account of people.accounts) {
      if (account.service !== 'shopify' || !isLive(account, asOf) || !isInvited(account, asOf)) continue;
      const messageId = factOf(account, 'kind', asOf)?.value === 'requested' ? 'requested' : 'invited';
      yield { subject: account.id, messageId, data: { label: account.label } };
    }
  },
  lacks: ({ people }, { asOf }) => (tellsKinds(people, asOf) ? null : { kind: 'people', reason: 'too-little' }),
});

/** A list that tells of no account what kind it is does not tell of invitations either. */
function tellsKinds({ accounts }: PeopleBook, asOf: Instant): boolean {
  return accounts.some((account) => account.service === 'shopify' && factOf(account, 'kind', asOf) !== null);
}
