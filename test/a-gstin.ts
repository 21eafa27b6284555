import { checkCharacter } from '../core/gst/check-character.ts';

/** The moment at which everything invented here was seen. */
export const AS_OF = '2026-11-22T06:30:00.000Z';

/** A GSTIN that could exist, on an invented PAN. */
export function aGstin({ state = '27', pan = 'AAAPZ1234C', entity = '1', kind = 'Z' } = {}): string {
  const first14 = state + pan + entity + kind;
  return first14 + checkCharacter(first14);
}
