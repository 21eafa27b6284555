import { RUNG_OF_SOURCE, type PasswordPolicy, type PeopleBook } from '../../evidence/people.ts';
import { answerTo, gapOf, saidNo } from '../../people/answers.ts';
import { weakestRungOf } from '../../people/facts.ts';
import { gradeOfPolicy, isEnforcedFor, policiesOf } from '../../people/policy-grade.ts';
import type { PasswordGrade } from '../../passwords/password-grade.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a rule that lets passwords of under 8 characters through, or of 8 to 11 without a letter and a digit; under 12
 * it is a warning. Eight beside a second factor that is enforced and a list of refused passwords are strong. No rule is
 * asked to make people change passwords by the calendar. Sure where a provider tells its rule; where none does, the
 * shop answers a question.
 */
export const passwordRule = defineCheck({
  id: 'security/password-rule',
  area: 'security',
  control: 'PWD-01',
  title: { en: 'The rule for passwords asks for at least 12 characters', hi: 'पासवर्ड का नियम कम से कम 12 अक्षर माँगता है' },
  severity: 'high',
  rule: {
    name: { en: 'Length of passwords', hi: 'पासवर्ड की लंबाई' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 8.3.6; NIST SP 800-63B-4, 3.1.1.2; ISO/IEC 27001:2022, A.5.17',
    status: 'verified',
  },
  why: {
    en: 'Short passwords are tried by machine, millions a second. Length helps most.',
    hi: 'छोटे पासवर्ड मशीन से आज़माए जाते हैं, सेकंड में लाखों। लंबाई सबसे ज़्यादा काम आती है।',
  },
  cost: {
    en: 'One guessed password can open mail, and through mail the store.',
    hi: 'एक पासवर्ड का अंदाज़ा लग जाए तो मेल खुल सकता है, और मेल से स्टोर।',
  },
  remedy: [
    {
      en: 'Open the administration of your mail, then its rule for passwords.',
      hi: 'अपने मेल का एडमिन पेज खोलें और पासवर्ड का नियम देखें।',
    },
    {
      en: 'Set at least 12 characters, refuse common passwords, and turn off change by the calendar.',
      hi: 'कम से कम 12 अक्षर रखें, आम पासवर्ड मना करें और तारीख से बदलवाना बंद करें।',
    },
    {
      en: 'If no provider is connected, answer the question again under Security in Prahari.',
      hi: 'अगर कोई प्रदाता कनेक्ट नहीं है, तो Prahari में सुरक्षा के नीचे सवाल का जवाब दोबारा दें।',
    },
  ],
  proof: {
    en: 'The next check reads a rule of at least 12 characters.',
    hi: 'अगली जाँच कम से कम 12 अक्षरों का नियम पढ़े।',
  },
  requires: ['attestations'],
  uses: ['people'],
  messages: {
    belowFloor: {
      en: '{service}: the rule allows passwords of {length} characters, below the least of 8 with letter and digit.',
      hi: '{service}: नियम {length} अक्षरों का पासवर्ड मान लेता है, जो अक्षर और अंक वाले 8 से भी कम है।',
    },
    floor: {
      en: '{service}: the rule asks for {length} characters. Twelve are advised.',
      hi: '{service}: नियम {length} अक्षर माँगता है। 12 की सलाह है।',
    },
    no: {
      en: 'The shop says that its log-ins do not ask for 12 characters.',
      hi: 'स्टोर का कहना है कि उसके लॉग-इन 12 अक्षर नहीं माँगते।',
    },
  },
  *evaluate({ attestations, people }, { asOf }) {
    for (const { service, length, grade } of gradesOf(people, asOf)) {
      if (grade === 'below-floor') yield { subject: service, messageId: 'belowFloor', data: { service, length } };
      else if (grade === 'floor') {
        yield { subject: service, messageId: 'floor', data: { service, length }, severity: 'medium' };
      }
    }
    if (saidNo(answerTo('password-rule', attestations, asOf))) {
      yield { subject: 'shop', messageId: 'no', severity: 'medium' };
    }
  },
  lacks({ attestations, people }, { asOf }) {
    if (gradesOf(people, asOf).length > 0) return null;
    const reason = gapOf(answerTo('password-rule', attestations, asOf));
    return reason === null ? null : { kind: 'attestations', reason };
  },
  standsOn: ({ people }, { asOf }) =>
    weakestRungOf(gradesOf(people, asOf).map(({ source }) => ({ rung: RUNG_OF_SOURCE[source] }))) ?? 'attested',
});

interface Graded extends Pick<PasswordPolicy, 'service' | 'source'> {
  readonly length: number;
  readonly grade: PasswordGrade;
}

/** Of the rules whose length is known. */
function gradesOf(people: PeopleBook | undefined, asOf: Instant): Graded[] {
  if (!people) return [];
  return policiesOf(people, asOf).flatMap((policy) => {
    const { service, source, minLength } = policy;
    const grade = gradeOfPolicy(policy, isEnforcedFor(people, service, asOf));
    return grade === null || minLength === null ? [] : [{ service, source, length: minLength, grade }];
  });
}
