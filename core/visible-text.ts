/** Marks that turn the direction of the text around them: "exe.gpj" reads as "jpg.exe". Source: UTS 39, UAX 9. */
const TURNING = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';
/** What takes no room: zero-width space, word joiners and invisible operators, soft hyphen, byte order mark. */
const WITHOUT_ROOM = '\\u00AD\\u034F\\u180E\\u200B\\u2060-\\u2064\\u206A-\\u206F\\uFEFF';
const HIDDEN = new RegExp(`[${TURNING}${WITHOUT_ROOM}]|[\\u{E0000}-\\u{E007F}]`, 'gu');

/** Control characters and line ends, where a name has none. */
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** Joiners shape letters of Indian scripts, and belong to their words; anywhere else they only hide. */
const INDIC =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u;
const JOINERS = /(.?)[\u200C\u200D]+(?=(.?))/gsu;

/**
 * A name that somebody else wrote, as it may stand in our sentence: what turns or hides text is gone, a line break is a
 * blank, letters stay as they are. "Godown\u202Exe.gpj" fails to look like something else.
 */
export function visibleText(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replace(HIDDEN, '')
    .replace(JOINERS, (all, before: string, after: string) => (INDIC.test(before) && INDIC.test(after) ? all : before));
}
