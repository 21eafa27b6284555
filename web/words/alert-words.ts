import { checkById } from '../../core/checks/index.ts';
import type { Check } from '../../core/checks/check.ts';
import { findingText } from '../../core/finding-text.ts';
import type { Language, TextData } from '../../core/text.ts';
import { visibleText } from '../../core/visible-text.ts';

/** What tells one alert or finding from another. */
export interface Told {
  readonly checkId: string;
  readonly messageId: string;
  readonly data: TextData;
  readonly subject: string;
}

/** The check behind an alert; undefined for an alert of a check that a later release took out. */
export function checkOf({ checkId }: Pick<Told, 'checkId'>): Check | undefined {
  return checkById(checkId) ?? undefined;
}

/** What was found, in one sentence. An alert whose check is gone still says what it is about. */
export function messageOf(told: Told, language: Language): string {
  const message = checkOf(told)?.messages[told.messageId];
  return message ? findingText(message, told.data, language) : `${told.checkId}: ${visibleText(told.subject)}`;
}

/** The situation as it should be; the check's title. */
export function titleOf(checkId: string, language: Language): string {
  return checkOf({ checkId })?.title[language] ?? checkId;
}
