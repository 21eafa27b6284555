import type { AlertSummary } from '../../core/api/alerts.ts';
import { checkById } from '../../core/checks/index.ts';
import { findingText } from '../../core/finding-text.ts';
import { LANGUAGES } from '../../core/text.ts';

/** Whether every word of `q` stands in what the merchant sees of the alert, in either language. */
export function alertMatches(alert: AlertSummary, q: string): boolean {
  const seen = textsOf(alert).join('\n').toLocaleLowerCase('en');
  return q
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => seen.includes(word));
}

function textsOf({ checkId, messageId, data, subject }: AlertSummary): string[] {
  const check = checkById(checkId);
  const message = check?.messages[messageId];
  return [
    checkId,
    subject,
    ...LANGUAGES.map((language) => check?.title[language] ?? ''),
    ...LANGUAGES.map((language) => (message ? findingText(message, data, language) : '')),
  ];
}
