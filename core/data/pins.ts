import { PIN_PREFIXES } from './pin-prefixes.ts';
import { PINS_IN_SEVERAL_STATES } from './pins-in-several-states.ts';

export type PinState =
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  | { readonly kind: 'unknown' };

const PREFIXES: ReadonlyMap<string, string> = new Map(PIN_PREFIXES);
const STRADDLING: ReadonlyMap<string, readonly string[]> = new Map(
  PINS_IN_SEVERAL_STATES.map(([pin, states]) => [pin, states]),
);
const PIN = /^[1-9][0-9]{5}$/;
const LONGEST_PREFIX = 6;
const SHORTEST_PREFIX = 2;

/**
 * GST State of a PIN code. "400 001" is read as it is written on envelopes. What is not six digits, or begins with
 * digits that the table lacks, is unknown, and an unknown PIN accuses nobody.
 */
export function stateOfPin(pin: string): PinState {
  const digits = pin.length > 20 ? '' : pin.replace(/[ -]/g, '');
  if (!PIN.test(digits)) return { kind: 'unknown' };
  const codes = STRADDLING.get(digits);
  if (codes) return { kind: 'several', codes };
  for (let length = LONGEST_PREFIX; length >= SHORTEST_PREFIX; length -= 1) {
    const code = PREFIXES.get(digits.slice(0, length));
    if (code !== undefined) return { kind: 'one', code };
  }
  return { kind: 'unknown' };
}
