import { readFileSync } from 'node:fs';
import { unpackWoff } from './unpack-woff.ts';

/** Files of one family, by script: no file has all three. */
export const SCRIPTS = ['latin', 'devanagari', 'latin-ext'] as const;
export type Script = (typeof SCRIPTS)[number];
export type Weight = '400' | '700';
export type Face = `${Script}-${Weight}`;

/** What the Devanagari file draws: its letters and joiners, Vedic signs, the rupee, the dotted circle. */
const DEVANAGARI = /[\u0900-\u097F\u1CD0-\u1CF9\u200C\u200D\u20A8\u20B9\u20F0\u25CC\uA830-\uA839\uA8E0-\uA8FF]/u;
const LATIN =
  /[\u0000-\u00FF\u0131\u0152\u0153\u02BB\u02BC\u02C6\u02DA\u02DC\u0304\u0308\u0329\u2000-\u206F\u20AC\u2122\u2191\u2193\u2212\u2215\uFFFD]/u;

/** Text of one script. */
export interface Run {
  readonly script: Script;
  readonly text: string;
}

/** A text cut where another file must draw it. What none of them has comes out as the box of a missing letter. */
export function runsOf(text: string): Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const character of text) {
    const script: Script = DEVANAGARI.test(character) ? 'devanagari' : LATIN.test(character) ? 'latin' : 'latin-ext';
    const last = runs.at(-1);
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}

const files = new Map<Face, Buffer>();

/** The bytes of a face, read and unpacked once. Noto Sans, SIL Open Font License 1.1 (fonts/OFL.txt). */
export function faceFile(face: Face): Buffer {
  const known = files.get(face) ?? unpackWoff(readFileSync(new URL(`./fonts/noto-sans-${face}.woff`, import.meta.url)));
  files.set(face, known);
  return known;
}
