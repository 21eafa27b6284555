import { stateOfZone } from '../../../core/data/states.ts';
import { checkCharacter } from '../../../core/gst/check-character.ts';

/** A GSTIN that could exist in the State of this zone, on a PAN that the sandbox made up; `nth` tells buyers apart. */
export function inventedGstin(provinceCode: string, nth: number): string {
  const state = stateOfZone(provinceCode) ?? '27';
  const pan = `AAZ${'CFP'.charAt(nth % 3)}I${String(1_000 + (nth % 9_000))}${'ABCDEFGHJK'.charAt(nth % 10)}`;
  const first14 = `${state}${pan}1Z`;
  return first14 + checkCharacter(first14);
}

/** The same number with another last character: nobody has it. */
export function mistyped(gstin: string): string {
  return gstin.slice(0, -1) + (gstin.endsWith('A') ? 'B' : 'A');
}

/** The same number to the eye: the first A of the PAN is Cyrillic. */
export function lookAlike(gstin: string): string {
  return `${gstin.slice(0, 2)}\u0410${gstin.slice(3)}`;
}
