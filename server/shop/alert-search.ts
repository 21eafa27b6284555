import type { AlertSummary } from '../../core/api/alerts.ts';
import { checkById } from '../../core/checks/index.ts';
import { findingText } from '../../core/finding-text.ts';
import { LANGUAGES } from '../../core/text.ts';

/** What the merchant sees of the alert, in both languages, in small letters: what a search looks in. */
export function searchWords({ checkId, messageId, data, subject }: AlertSummary): string {
  const check = checkById(checkId);
  const message = check?.messages[messageId];
  return [
    checkId,
    subject,
    ...LANGUAGES.map((language) => check?.title[language] ?? ''),
    ...LANGUAGES.map((language) => (message ? findingText(message, data, language) : '')),
  ]
    .join('\n')
    .toLocaleLowerCase('en');
}

/** The words of a search, each of which must stand in an alert; none: everything matches. */
export function wordsOf(q: string): readonly string[] {
  return q
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
}
