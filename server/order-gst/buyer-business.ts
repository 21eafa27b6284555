import { visibleText } from '../../core/visible-text.ts';

const LONGEST = 100;
/** "Buyer business", as our cart block and checkout field write it. */
const KEY = 'buyerbusiness';

/**
 * The business name that the buyer wrote, as it may be shown: nothing in it hides or turns the text. Read of a live order
 * alone; evidence has no place for it.
 */
export function buyerBusiness(
  attributes: readonly { readonly key: string; readonly value: string | null }[],
): string | null {
  for (const { key, value } of attributes) {
    if (key.toLowerCase().replace(/[^a-z0-9]/g, '') !== KEY) continue;
    const text = visibleText(value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '') return [...text].slice(0, LONGEST).join('').trim();
  }
  return null;
}
