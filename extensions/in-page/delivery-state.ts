import { successorOf } from '../../core/data/state-codes.ts';
import { STATES, stateOfZone } from '../../core/data/states.ts';

const PROVINCE = '[name="address[province]"]';
const COUNTRY = '[name="address[country]"]';

/** Whether a field of the page says where the goods go, as a shipping estimator's does. */
export function isDeliveryField(node: EventTarget | null): boolean {
  return node instanceof Element && node.matches(`${PROVINCE}, ${COUNTRY}`);
}

/**
 * GST code of the State to which the goods go, as far as the page tells: what its shipping estimator says, else the
 * zone of the buyer's own address. Null: not known, or not in India.
 */
export function deliveryStateOf(page: Document, ownZone: string): string | null {
  const chosen = valueOf(page, PROVINCE);
  if (chosen === '') return currentStateOf(ownZone);
  const country = valueOf(page, COUNTRY);
  return country === '' || country === 'India' || country === 'IN' ? currentStateOf(chosen) : null;
}

/** By zone code ("MH") or, as estimators write it, by name. Codes no longer given are read as their successors. */
export function currentStateOf(place: string): string | null {
  const name = place.trim().toLowerCase();
  const code =
    stateOfZone(place.trim().toUpperCase()) ?? STATES.find((state) => state.name.en.toLowerCase() === name)?.code;
  return code === undefined ? null : (successorOf(code) ?? code);
}

function valueOf(page: Document, selector: string): string {
  const field = page.querySelector(selector);
  return field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? field.value.trim() : '';
}
