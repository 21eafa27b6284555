import type { DomainRecords } from '../evidence/dns.ts';

/** Whether every question that a verdict stands on was answered: one that was not could have changed it. */
export function isAnswered({ unanswered }: DomainRecords, questions: readonly string[]): boolean {
  return unanswered.length === 0 || !questions.some((question) => unanswered.includes(question));
}
