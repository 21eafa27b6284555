import type { LengthClass } from '../evidence/attestations.ts';

/** Code points: an emoji or a Devanagari letter beyond the first plane counts once, though UTF-16 counts it twice. */
export function passwordLength(password: string): number {
  let length = 0;
  for (const _ of password) length += 1;
  return length;
}

/** All that leaves the browser of a password's length. */
export function lengthClassOf(password: string): LengthClass {
  const length = passwordLength(password);
  if (length < 8) return 'under-8';
  if (length < 12) return '8-to-11';
  return length < 15 ? '12-to-14' : '15-or-more';
}

/**
 * The least rule of the ten steps: eight characters with a letter and a digit. Letters of every script count; digits are
 * 0 to 9, since other scripts' digits are refused by many log-in pages.
 */
export function meetsArticleRule(password: string): boolean {
  return passwordLength(password) >= 8 && /\p{L}/u.test(password) && /[0-9]/.test(password);
}
