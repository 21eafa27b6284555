import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharacter } from '../../core/gst/check-character.ts';

const EXAMPLES = join(import.meta.dirname, '../examples/gst/gstin_examples.csv');
const STATES = 38;
const LETTERS = 'PCHFATBLJG';

/** A text and whether it could be a GSTIN, as the example file says. */
export interface GstinExample {
  readonly gstin: string;
  readonly isValid: boolean;
}

/** The rows of the example file; no number of it holds a comma. */
export function exampleGstins(): GstinExample[] {
  const [, ...lines] = readFileSync(EXAMPLES, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [gstin = '', isValid] = line.split(',');
    return { gstin, isValid: isValid === 'true' };
  });
}

/** The n-th of a row of invented regular numbers that could exist. */
export function inventedGstin(n: number): string {
  const state = String((n % STATES) + 1).padStart(2, '0');
  const letter = LETTERS.charAt(n % LETTERS.length);
  const pan = `${lettersOf(n, 3)}${letter}${lettersOf(n * 7, 1)}${String((n * 37) % 10_000).padStart(4, '0')}${lettersOf(n * 11, 1)}`;
  return whole(`${state}${pan}1Z`);
}

/**
 * 410 texts as a form or a file brings them: three in five are regular numbers that could exist, one in eight is of
 * another layout, the rest is mistyped, cut, spaced, or in another script.
 */
export function mixedGstins(): string[] {
  const many = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n));
  const cut = (gstin: string, place: number) => gstin.slice(0, place) + gstin.slice(place + 1);
  return [
    ...exampleGstins().map(({ gstin }) => gstin),
    ...many(220, inventedGstin),
    ...many(15, (n) => whole(`29AABC${lettersOf(n, 1)}8078M1C`)),
    ...many(15, (n) => whole(`06DEL${lettersOf(n, 1)}09652G1D`)),
    ...many(7, (n) => whole(`07${10 + n}UNO00157UN`)),
    ...many(7, (n) => whole(`99${10 + n}SGP29001OS`)),
    ...many(5, (n) => whole(`27${10 + n}USA00001NR`)),
    ...many(60, (n) => `${inventedGstin(n).slice(0, 14)}${lettersOf(n, 1)}`),
    ...many(20, (n) => cut(inventedGstin(n), n % 15)),
    ...many(15, (n) => whole(`${39 + n}${inventedGstin(n).slice(2, 14)}`)),
    ...many(11, (n) => ` ${inventedGstin(n).slice(0, 2)} ${inventedGstin(n).slice(2).toLowerCase()}`),
    ...many(15, (n) => inventedGstin(n).replace('A', '\u0410').replace('0', '\uff10')),
  ];
}

function whole(first14: string): string {
  return first14 + checkCharacter(first14);
}

function lettersOf(n: number, count: number): string {
  return Array.from({ length: count }, (_, place) => String.fromCharCode(65 + (Math.floor(n / 26 ** place) % 26))).join(
    '',
  );
}
