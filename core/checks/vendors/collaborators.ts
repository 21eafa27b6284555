import type { Account, PeopleBook } from '../../evidence/people.ts';
import { addDays, dayInIndia } from '../../gst/days.ts';
import { factOf, liveAccounts, weakestRungOf } from '../../people/facts.ts';
import { gapOfFact } from '../../people/second-factor.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const MOST_DAYS = 90;

/**
 * Fails a collaborator of an agency or a freelancer whom nobody confirmed within 90 days. Sure of what was confirmed
 * here; accounts whose kind no list tells are not assessed.
 */
export const collaborators = defineCheck({
  id: 'security/collaborators',
  area: 'security',
  control: 'VND-08',
  title: { en: 'Each collaborator was confirmed within 90 days', hi: 'हर सहयोगी की पुष्टि 90 दिन के अंदर हुई है' },
  severity: 'high',
  rule: {
    name: { en: 'Access of third parties is reviewed', hi: 'बाहरी लोगों की पहुँच की समीक्षा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.2.7; ISO/IEC 27001:2022, A.5.18; CIS Controls 8.1, 15.7',
    status: 'verified',
  },
  why: {
    en: 'Agencies come for one job, and their access stays. You do not see who there uses it.',
    hi: 'एजेंसी एक काम के लिए आती है और उसकी पहुँच रह जाती है। वहाँ कौन इस्तेमाल करता है, यह नहीं दिखता।',
  },
  cost: {
    en: 'A break-in at the agency becomes one at your store.',
    hi: 'एजेंसी में हुई सेंध आपके स्टोर की सेंध बन जाती है।',
  },
  remedy: [
    { en: 'Ask whether the work of the collaborator named goes on.', hi: 'पूछें कि बताए गए सहयोगी का काम जारी है या नहीं।' },
    {
      en: 'If not, open Settings, then Users, and remove the account.',
      hi: 'अगर नहीं, तो सेटिंग में Users खोलें और खाता हटाएँ।',
    },
    {
      en: 'If it does, confirm the account under People in Prahari.',
      hi: 'अगर जारी है, तो Prahari में लोग के नीचे खाते की पुष्टि करें।',
    },
  ],
  adminPath: '/settings/account',
  proof: {
    en: 'Each collaborator is confirmed or gone at the next check.',
    hi: 'अगली जाँच में हर सहयोगी की पुष्टि हो या खाता हट चुका हो।',
  },
  requires: ['people'],
  messages: {
    never: { en: 'Nobody confirmed the collaborator {label} yet.', hi: 'सहयोगी {label} की पुष्टि अब तक किसी ने नहीं की।' },
    old: {
      en: 'The collaborator {label} was last confirmed on {day}.',
      hi: 'सहयोगी {label} की पुष्टि आखिरी बार {day} को हुई।',
    },
  },
  applies: ({ people }, { asOf }) =>
    liveAccounts(people, 'shopify', asOf).length === 0 || suspects(people, asOf).length > 0,
  *evaluate({ people }, { asOf }) {
    const oldest = addDays(dayInIndia(asOf), -MOST_DAYS);
    for (const account of suspects(people, asOf)) {
      const { id, label, confirmedOn } = account;
      if (factOf(account, 'kind', asOf) === null) continue;
      if (confirmedOn === null) yield { subject: id, messageId: 'never', data: { label } };
      else if (confirmedOn < oldest) yield { subject: id, messageId: 'old', data: { label, day: confirmedOn } };
    }
  },
  lacks({ people }, { asOf }) {
    if (liveAccounts(people, 'shopify', asOf).length === 0) return { kind: 'people', reason: 'too-little' };
    const unknown = suspects(people, asOf).filter((account) => factOf(account, 'kind', asOf) === null);
    return unknown.length === 0 ? null : { kind: 'people', reason: gapOfFact(unknown, 'kind') };
  },
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(liveAccounts(people, 'shopify', asOf).map((account) => factOf(account, 'kind', asOf))),
});

/** Collaborators, and accounts of which nobody tells whether they are one. */
function suspects(people: PeopleBook, asOf: Instant): Account[] {
  return liveAccounts(people, 'shopify', asOf).filter((account) => {
    const kind = factOf(account, 'kind', asOf)?.value ?? null;
    return kind === null || kind === 'collaborator';
  });
}
