import { SELF_CHECK_DAYS, type PasswordSelfCheck, type SelfChecks } from '../../evidence/attestations.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import { activePeople, type ActivePerson } from '../../people/active-people.ts';
import { daysSince } from '../../days-since.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** zxcvbn: from 3 on safe against guessing without the owner noticing. */
const LEAST_SCORE = 3;

/**
 * Fails a person whose own browser called the typed password easy to guess, or found it in a list of breached ones. The
 * person may have typed another password, so this is the word of the person and no more. Whoever did not try within 90
 * days is not assessed.
 */
export const passwordSelfCheck = defineCheck({
  id: 'security/password-self-check',
  area: 'security',
  control: 'PWD-03',
  title: { en: 'Each person tried the password, and it held', hi: 'हर व्यक्ति ने पासवर्ड जाँचा और वह ठीक निकला' },
  severity: 'high',
  rule: {
    name: { en: 'Passwords are compared with known ones', hi: 'पासवर्ड जाने-पहचाने पासवर्ड से मिलाए जाते हैं' },
    effectiveFrom: '2022-10-25',
    source: 'NIST SP 800-63B-4, 3.1.1.2; ISO/IEC 27001:2022, A.5.17; CIS Controls 8.1, 14.3',
    status: 'verified',
  },
  why: {
    en: 'No system tells how strong a password for the store is. The person can find out alone, in the browser.',
    hi: 'स्टोर का पासवर्ड कितना मज़बूत है, कोई सिस्टम नहीं बताता। व्यक्ति खुद अपने ब्राउज़र में जाँच सकता है।',
  },
  cost: {
    en: 'Passwords from old leaks are tried on every shop, by machine and within hours.',
    hi: 'पुरानी लीक के पासवर्ड मशीन से हर स्टोर पर आज़माए जाते हैं, कुछ ही घंटों में।',
  },
  remedy: [
    {
      en: 'Open People in Prahari, and invite the person to the self-check.',
      hi: 'Prahari में लोग खोलें और व्यक्ति को स्वयं-जाँच के लिए आमंत्रित करें।',
    },
    {
      en: 'The person changes the password where it is used, and runs the self-check again.',
      hi: 'व्यक्ति जहाँ पासवर्ड है वहाँ उसे बदले और स्वयं-जाँच दोबारा करे।',
    },
  ],
  proof: {
    en: 'A self-check not older than 90 days gives 3 points or more, and no hit in the list.',
    hi: '90 दिन के अंदर की स्वयं-जाँच में 3 या ज़्यादा अंक आएँ और सूची में न मिले।',
  },
  requires: ['selfChecks'],
  uses: ['people'],
  messages: {
    breached: {
      en: '{label} tried a password that stands in a list of breached ones.',
      hi: '{label} का जाँचा पासवर्ड लीक हुए पासवर्ड की सूची में है।',
    },
    weak: {
      en: '{label} tried a password that is easy to guess: {score} of 4 points.',
      hi: '{label} का जाँचा पासवर्ड आसानी से पता चल सकता है: 4 में से {score} अंक।',
    },
  },
  *evaluate({ selfChecks, people }, { asOf }) {
    for (const { check } of checksOf(people, selfChecks, asOf)) {
      if (!check || daysSince(check.checkedAt, asOf) > SELF_CHECK_DAYS) continue;
      const { personId, label, isBreached, score } = check;
      if (isBreached === true) yield { subject: personId, messageId: 'breached', data: { label } };
      else if (score < LEAST_SCORE) yield { subject: personId, messageId: 'weak', data: { label, score } };
    }
  },
  lacks({ selfChecks, people }, { asOf }) {
    const checks = checksOf(people, selfChecks, asOf).map(({ check }) => check);
    if (checks.length === 0 || checks.includes(null)) return { kind: 'selfChecks', reason: 'not-stated' };
    const isOld = checks.some((check) => check && daysSince(check.checkedAt, asOf) > SELF_CHECK_DAYS);
    if (isOld) return { kind: 'selfChecks', reason: 'expired' };
    // The list of breached passwords could not be asked: half an answer is no pass.
    return checks.some((check) => check?.isBreached === null) ? { kind: 'selfChecks', reason: 'too-little' } : null;
  },
  standsOn: () => 'self-check',
});

function checksOf(
  people: PeopleBook | undefined,
  selfChecks: SelfChecks,
  asOf: Instant,
): { readonly person: ActivePerson; readonly check: PasswordSelfCheck | null }[] {
  const byPerson = new Map(
    selfChecks.passwords.filter(({ checkedAt }) => checkedAt <= asOf).map((check) => [check.personId, check]),
  );
  return activePeople(people, selfChecks, asOf).map((person) => ({ person, check: byPerson.get(person.id) ?? null }));
}
