import { visibleText } from '../visible-text.ts';

const LONGEST = 120;

/** A name or address that somebody else wrote, as a report may carry it: nothing hidden, nothing turned, cut. */
export function foreignName(text: string): string {
  return [...visibleText(text.slice(0, 4 * LONGEST)).trim()].slice(0, LONGEST).join('');
}
