import type { AlertSummary } from '../../core/api/alerts.ts';
import { checkById } from '../../core/checks/index.ts';
import { findingText } from '../../core/finding-text.ts';
import { LANGUAGES } from '../../core/text.ts';

/** Between two alerts' words; no search holds it, since what people type has no control characters left. */
const BETWEEN = '\u0000';
/** Words whose places are remembered: people ask for the next page, and for the same again. */
const MAX_REMEMBERED = 40;

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
    .replaceAll(BETWEEN, ' ')
    .toLocaleLowerCase('en');
}

/** The words of a search, each of which must stand in an alert; none: everything matches. */
export function wordsOf(q: string): readonly string[] {
  return q
    .toLocaleLowerCase('en')
    .split(/[\s\u0000]+/)
    .filter((word) => word !== '');
}

/** Tells in which of many alerts a word stands: all their words are one text, which is walked once a word. */
export function searchText(alerts: readonly AlertSummary[]): { has(word: string): Uint8Array } {
  const words = alerts.map(searchWords);
  const text = words.join(BETWEEN);
  let next = 0;
  const starts = words.map((each) => {
    const start = next;
    next += each.length + BETWEEN.length;
    return start;
  });
  const remembered = new Map<string, Uint8Array>();

  function marksOf(word: string): Uint8Array {
    const marks = new Uint8Array(alerts.length);
    let alert = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[alert] ?? text.length)) {
      while ((starts[alert + 1] ?? Infinity) <= at) alert += 1;
      marks[alert] = 1;
      alert += 1; // one place an alert is enough
      if (alert === alerts.length) break;
    }
    return marks;
  }

  return {
    /** By the alerts' order: 1 where it stands. */
    has(word) {
      const marks = remembered.get(word) ?? marksOf(word);
      remembered.delete(word);
      remembered.set(word, marks);
      const [oldest] = remembered.keys();
      if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      return marks;
    },
  };
}
