import { checkById } from '../../checks/index.ts';
import { findingText } from '../../finding-text.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import type { Language, TextData } from '../../text.ts';

const LONGEST_VALUE = 60;
const LONGEST_SENTENCE = 400;
/** Lists of codes, which become names: half a code names nothing. */
const LIST_KEY = /(states|periods)$/i;
/** The start of an address, which mail programs make a link of. */
const SCHEME = /[a-z0-9+.-]*:\/\//gi;
/** A dot between two parts of a host's name. */
const DOT_OF_HOST = /(?<=[\p{L}\p{N}\p{M}_-])\.(?=[\p{L}\p{N}])/gu;
const NUMBER_BEFORE = /^\d+$/;
const GSTIN = /(?<![A-Za-z0-9])\d{2}[A-Za-z]{5}\d{4}[A-Za-z][A-Za-z0-9]{3}(?![A-Za-z0-9])/g;
/** Takes no room. Mail programs see no address in a name that it parts. */
const PARTING = '\u200C';

/**
 * Foreign text as it may stand in a mail: nothing in it looks like a link or an address to a mail program, and a GSTIN
 * shows its ends alone.
 */
export function unlinked(text: string): string {
  return cleaned(text)
    .split(/(\s+)/)
    .map((word) => (isFigure(word) ? word : word.replace(DOT_OF_HOST, `${PARTING}.`).replaceAll('@', `${PARTING}@`)))
    .join('');
}

const cleaned = (text: string): string => text.replace(SCHEME, '').replace(GSTIN, (gstin) => maskGstin(gstin));

/** "₹14,200.50", "7.5%", "18.5,": numbers stay as they are. */
const isFigure = (word: string): boolean => NUMBER_BEFORE.test(word.replace(/[₹%,.()-]/g, ''));

/** What is wrong, in the reader's language; the check's title where the check is gone. */
export function sentenceOf(
  { checkId, messageId, data }: { checkId: string; messageId: string; data: TextData },
  language: Language,
): string {
  const check = checkById(checkId);
  const message = check?.messages[messageId];
  if (!message) return unlinked(check?.title[language] ?? checkId);
  return cut(unlinked(findingText(message, shortened(data), language)), LONGEST_SENTENCE);
}

/** Each value by itself: two that stand side by side in a sentence would hide each other's ends. */
const shortened = (data: TextData): TextData =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' && !LIST_KEY.test(key) ? cut(cleaned(value), LONGEST_VALUE) : value,
    ]),
  );

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
