import { stateOfPin } from '../../data/pins.ts';
import { stateOfZone } from '../../data/states.ts';
import type { PostalArea } from '../kinds.ts';

/** GST State of an address in India: by its zone, else by its PIN where that lies in one State. Null: not known. */
export function stateOfArea(area: PostalArea): string | null {
  if (!isInIndia(area)) return null;
  const byZone = stateOfZone(area.provinceCode);
  if (byZone !== null || area.pin === null) return byZone;
  const byPin = stateOfPin(area.pin);
  return byPin.kind === 'one' ? byPin.code : null;
}

export function isInIndia(area: PostalArea): boolean {
  return area.countryCode === 'IN';
}
