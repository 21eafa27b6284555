import { SENSITIVE_SERVICES, type SensitiveService } from '../../data/sensitive-services.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import { liveAccounts } from '../../people/facts.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails an account that can be used and belongs to nobody whom the register names; a person without a role is a
 * warning. Sure of the register; a service that is in use and has no account in it is not assessed.
 */
export const peopleRegister = defineCheck({
  id: 'security/people-register',
  area: 'security',
  control: 'EDU-01',
  title: { en: 'Each account belongs to a named person with a role', hi: 'हर खाता किसी नामित व्यक्ति और भूमिका का है' },
  severity: 'high',
  rule: {
    name: { en: 'An inventory of accounts', hi: 'खातों की सूची' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.16 and A.5.18; CIS Controls 8.1, 5.1; PCI DSS 4.0.1, 7.2.4 and 8.2.1',
    status: 'verified',
  },
  why: {
    en: 'Access can be taken away only from accounts that you know.',
    hi: 'पहुँच उन्हीं खातों से हटाई जा सकती है जिनका आपको पता है।',
  },
  cost: {
    en: 'An account that belongs to nobody is missed when people leave, and when passwords leak.',
    hi: 'जो खाता किसी का नहीं, वह लोगों के जाने पर और पासवर्ड लीक होने पर छूट जाता है।',
  },
  remedy: [
    {
      en: 'Open People in Prahari, and choose the person for each account without one.',
      hi: 'Prahari में लोग खोलें और बिना व्यक्ति वाले हर खाते के लिए व्यक्ति चुनें।',
    },
    { en: 'If nobody knows the account, switch it off.', hi: 'अगर खाते को कोई नहीं जानता, तो उसे बंद करें।' },
    { en: 'Write the role beside each name.', hi: 'हर नाम के आगे भूमिका लिखें।' },
  ],
  proof: {
    en: 'The next check finds a person with a role for each active account.',
    hi: 'अगली जाँच में हर चालू खाते का व्यक्ति और भूमिका मिले।',
  },
  requires: ['people'],
  messages: {
    nobody: {
      en: '{service}: the account {label} belongs to nobody in the register.',
      hi: '{service}: खाता {label} सूची में किसी का नहीं है।',
    },
    noRole: { en: '{label} has no role in the register.', hi: 'सूची में {label} की भूमिका नहीं लिखी है।' },
  },
  *evaluate({ people }, { asOf }) {
    const known = new Map(people.people.map((person) => [person.id, person]));
    const holders = new Set<string>();
    for (const { id, service, label, personId } of liveAccounts(people, null, asOf)) {
      if (personId !== null && known.has(personId)) holders.add(personId);
      else yield { subject: id, messageId: 'nobody', data: { service, label } };
    }
    for (const id of holders) {
      const person = known.get(id);
      if (person?.hasRole === false) {
        yield { subject: id, messageId: 'noRole', data: { label: person.label }, severity: 'low' };
      }
    }
  },
  lacks: ({ people }, { asOf }) => (isWhole(people, asOf) ? null : { kind: 'people', reason: 'too-little' }),
});

/** Whether each service that is in use has an account in the register. The store itself always is. */
function isWhole(people: PeopleBook, asOf: Instant): boolean {
  const seen = new Set(liveAccounts(people, null, asOf).map(({ service }) => service));
  const isUsed = (service: SensitiveService) => service === 'shopify' || people.services[service] === true;
  return SENSITIVE_SERVICES.every((service) => !isUsed(service) || seen.has(service));
}
