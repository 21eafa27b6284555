import type { PasswordPolicy, PeopleBook } from '../../evidence/people.ts';
import { RUNG_OF_SOURCE } from '../../evidence/people.ts';
import { answerTo, gapOf, saidNo } from '../../people/answers.ts';
import { weakestRungOf } from '../../people/facts.ts';
import { policiesOf } from '../../people/policy-grade.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a rule that makes people change passwords by the calendar. Sure where a provider tells it; where none does, the
 * shop answers a question.
 */
export const passwordExpiry = defineCheck({
  id: 'security/password-expiry',
  area: 'security',
  control: 'PWD-06',
  title: { en: 'Passwords change after a leak, not by the calendar', hi: 'पासवर्ड लीक पर बदलते हैं, तारीख से नहीं' },
  severity: 'low',
  rule: {
    name: { en: 'No change of passwords without a cause', hi: 'बिना कारण पासवर्ड नहीं बदलवाना' },
    effectiveFrom: '2025-08-01',
    source: 'NIST SP 800-63B-4, 3.1.1.2; ISO/IEC 27001:2022, A.5.17',
    status: 'verified',
  },
  why: {
    en: 'Whoever must change often takes the old password and adds a digit. Guessing gets easier, not harder.',
    hi: 'जिसे बार-बार बदलना पड़े, वह पुराने में एक अंक जोड़ देता है। इससे अंदाज़ा लगाना आसान होता है।',
  },
  cost: {
    en: 'Changed passwords end up on paper, and those who guess know the pattern.',
    hi: 'बदले हुए पासवर्ड कागज़ पर लिखे मिलते हैं, और अंदाज़ा लगाने वाले यह तरीका जानते हैं।',
  },
  remedy: [
    {
      en: 'Open the rule for passwords of your mail, and turn off expiry.',
      hi: 'अपने मेल का पासवर्ड नियम खोलें और तारीख से बदलवाना बंद करें।',
    },
    {
      en: 'After a leak or a doubt, have the password changed the same day.',
      hi: 'लीक या शक होने पर पासवर्ड उसी दिन बदलवाएँ।',
    },
    {
      en: 'If no provider is connected, answer the question again under Security in Prahari.',
      hi: 'अगर कोई प्रदाता कनेक्ट नहीं है, तो Prahari में सुरक्षा के नीचे सवाल का जवाब दोबारा दें।',
    },
  ],
  proof: {
    en: 'The next check reads a rule without expiry.',
    hi: 'अगली जाँच ऐसा नियम पढ़े जिसमें तारीख से बदलना न हो।',
  },
  requires: ['attestations'],
  uses: ['people'],
  messages: {
    calendar: {
      en: '{service}: passwords must be changed every {days} days.',
      hi: '{service}: पासवर्ड हर {days} दिन में बदलना पड़ता है।',
    },
    no: {
      en: 'The shop says that passwords are changed by the calendar.',
      hi: 'स्टोर का कहना है कि पासवर्ड तारीख के हिसाब से बदले जाते हैं।',
    },
  },
  *evaluate({ attestations, people }, { asOf }) {
    for (const { service, days } of expiriesOf(people, asOf)) {
      if (days > 0) yield { subject: service, messageId: 'calendar', data: { service, days } };
    }
    if (saidNo(answerTo('password-expiry', attestations, asOf))) yield { subject: 'shop', messageId: 'no' };
  },
  lacks({ attestations, people }, { asOf }) {
    if (expiriesOf(people, asOf).length > 0) return null;
    const reason = gapOf(answerTo('password-expiry', attestations, asOf));
    return reason === null ? null : { kind: 'attestations', reason };
  },
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(expiriesOf(people, asOf).map(({ source }) => ({ rung: RUNG_OF_SOURCE[source] }))) ?? 'attested',
});

function expiriesOf(
  people: PeopleBook | undefined,
  asOf: Instant,
): (Pick<PasswordPolicy, 'service' | 'source'> & { readonly days: number })[] {
  if (!people) return [];
  return policiesOf(people, asOf).flatMap(({ service, source, expiresAfterDays: days }) =>
    days === null ? [] : [{ service, source, days }],
  );
}
