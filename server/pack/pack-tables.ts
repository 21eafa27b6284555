import type { AttestedAnswer } from '../../core/evidence/attestations.ts';
import { checkById } from '../../core/checks/index.ts';
import { BYTE_ORDER_MARK, csvRow } from '../../core/csv/csv-cell.ts';
import { questionById } from '../../core/data/questions.ts';
import { SERVICE_NAMES } from '../../core/data/sensitive-services.ts';
import type { AccountFact, PeopleBook } from '../../core/evidence/people.ts';
import { collectedValue, type Snapshot } from '../../core/evidence/snapshot.ts';
import { findingText } from '../../core/finding-text.ts';
import type { CheckResult } from '../../core/judgement.ts';
import { factOf } from '../../core/people/facts.ts';
import type { Language } from '../../core/text.ts';
import { visibleText } from '../../core/visible-text.ts';
import { maskedText } from './redacted-evidence.ts';

const table = (rows: readonly (readonly string[])[]): string => BYTE_ORDER_MARK + rows.map(csvRow).join('');
const yesNo = (claim: boolean): string => (claim ? 'yes' : 'no');

const FINDING_COLUMNS = [
  ...['check', 'control', 'area', 'title', 'outcome', 'severity', 'finding', 'subject', 'at_stake_inr'],
  ...['stands_on', 'not_assessed', 'rule', 'rule_in_force_from', 'source', 'as_of'],
];

/** One row a finding, and one for a check that found nothing or could not be assessed. */
export function findingsCsv(results: readonly CheckResult[], asOf: string, language: Language): string {
  const rows = results.flatMap(({ checkId, outcome, findings, rung, notAssessed }) => {
    const check = checkById(checkId);
    const head = [checkId, check?.control ?? '', check?.area ?? '', check?.title[language] ?? '', outcome];
    const gaps = notAssessed.map((gap) => ('kind' in gap ? `${gap.kind}: ${gap.reason}` : gap.reason)).join('; ');
    const rule = check?.rule;
    const tail = [rung ?? '', gaps, rule?.name[language] ?? '', rule?.effectiveFrom ?? '', rule?.source ?? '', asOf];
    if (findings.length === 0) return [[...head, '', '', '', '', ...tail]];
    return findings.map(({ severity, messageId, data, subject, atStakePaise }) => {
      const message = check?.messages[messageId];
      const words = message ? findingText(message, data, language) : '';
      const stake = atStakePaise === null ? '' : (atStakePaise / 100).toFixed(2);
      return [...head, severity, maskedText(words), maskedText(visibleText(subject)), stake, ...tail];
    });
  });
  return table([FINDING_COLUMNS, ...rows]);
}

const ANSWERS: Readonly<Record<AttestedAnswer, string>> = { yes: 'yes', no: 'no', 'not-applicable': 'not applicable' };

/** Statements that stand, whoever made them by number alone. */
export function attestationsCsv(snapshot: Snapshot, language: Language): string {
  const rows = (collectedValue(snapshot, 'attestations') ?? []).map((one) => [
    ...[one.questionId, questionById(one.questionId)?.text[language] ?? '', ANSWERS[one.answer]],
    ...[one.statedBy, one.statedAt, one.expiresAt, yesNo(one.hasFile)],
  ]);
  return table([['question', 'text', 'answer', 'stated_by_user', 'stated_at', 'ends_at', 'has_paper'], ...rows]);
}

const ACCOUNT_FACTS: readonly AccountFact[] = [
  ...(['isActive', 'isOwner', 'isAdmin', 'kind', 'secondFactor', 'isSecondFactorEnforced', 'lastSignInAt'] as const),
  ...(['passwordStrength', 'passwordLength', 'isShared'] as const),
];

/** One row an account. People are numbers that hold within this file. */
export function peopleCsv(snapshot: Snapshot): string {
  const book: Pick<PeopleBook, 'people' | 'accounts'> = collectedValue(snapshot, 'people') ?? {
    people: [],
    accounts: [],
  };
  const numbers = new Map(book.people.map(({ id }, place) => [id, place + 1]));
  const left = new Set(book.people.filter(({ leftAt }) => leftAt !== null).map(({ id }) => id));
  const rows = book.accounts.map((account, place) => {
    const person = account.personId === null ? undefined : numbers.get(account.personId);
    const facts = ACCOUNT_FACTS.map((fact) => factOf(account, fact, snapshot.takenAt));
    const source = facts.find((fact) => fact !== null);
    return [
      ...[String(place + 1), person === undefined ? '' : `person ${person}`],
      ...[yesNo(account.personId !== null && left.has(account.personId)), SERVICE_NAMES[account.service].en],
      ...facts.map((fact) => (fact === null ? '' : wordOf(fact.value))),
      ...[account.confirmedOn ?? '', source?.source ?? '', source?.statedAt ?? ''],
    ];
  });
  const columns = ['account', 'person', 'person_left', 'service', 'active', 'owner', 'admin', 'kind', 'second_factor'];
  const more = ['second_factor_required', 'last_log_in', 'password_strength', 'password_length', 'shared'];
  return table([[...columns, ...more, 'confirmed_on', 'source', 'stated_at'], ...rows]);
}

function wordOf(value: string | boolean | null): string {
  if (value === null) return 'never';
  return typeof value === 'boolean' ? yesNo(value) : value;
}

const VENDOR_COLUMNS = [
  ...['name', 'kind', 'data', 'permissions', 'approved_at', 'reviewed_at', 'unused_since', 'has_owner', 'has_contact'],
  ...['papers', 'answers_at', 'risk_accepted_until', 'breaches', 'open_breaches', 'added_at'],
];

/** The register of vendors as people keep it; no owner, contact or free text. */
export function vendorsCsv(snapshot: Snapshot): string {
  const rows = (collectedValue(snapshot, 'vendorBook')?.entries ?? []).map((vendor) => [
    ...[maskedText(visibleText(vendor.name)), vendor.kind, vendor.dataClasses.join(' ')],
    ...[(vendor.statedScopes ?? []).join(' '), vendor.approval?.at ?? '', vendor.reviewedAt ?? ''],
    ...[vendor.unusedSince ?? '', yesNo(vendor.hasOwner), yesNo(vendor.hasContact)],
    vendor.papers.map(({ kind, validUntil }) => (validUntil ? `${kind} until ${validUntil}` : kind)).join('; '),
    ...[vendor.questionnaire?.answeredAt ?? '', vendor.acceptedRiskUntil ?? '', String(vendor.breaches.length)],
    ...[String(vendor.breaches.filter(({ closedAt }) => closedAt === null).length), vendor.addedAt],
  ]);
  return table([VENDOR_COLUMNS, ...rows]);
}
