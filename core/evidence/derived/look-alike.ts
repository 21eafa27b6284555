/** What a tax number written in other characters than A to Z and 0 to 9 does to its reader. */
export type LookAlike =
  | 'other-script' // a letter or digit of another script stands for one of ours: "27АAPFU0939F1ZV" with a Cyrillic А
  | 'hidden'; // all fifteen are ours, with characters between them that show nothing

const LENGTH = 15;
const LONGEST = 60;
const OURS = /^[0-9A-Za-z]$/;
const WRITTEN = /^[\p{L}\p{N}]$/u;
/** What people put into a number in good faith, in ASCII. */
const HARMLESS = /^[ \t\r\n-]$/;

/**
 * A text that looks like a tax number and is none because of its characters. Null for a number, for a text of another
 * length, and for a stray sign of ASCII: these are slips of the hand.
 */
export function lookAlikeIn(text: string): LookAlike | null {
  let ours = 0;
  let foreign = 0;
  let hidden = 0;
  for (const character of text.slice(0, LONGEST)) {
    if (OURS.test(character)) ours += 1;
    else if (WRITTEN.test(character)) foreign += 1;
    else if (HARMLESS.test(character)) continue;
    else if (character < '\u0080') return null;
    else hidden += 1;
  }
  if (ours + foreign !== LENGTH || foreign + hidden === 0) return null;
  return foreign > 0 ? 'other-script' : 'hidden';
}
