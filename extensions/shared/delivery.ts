import { successorOf } from '../../core/data/state-codes.ts';
import { stateOfZone } from '../../core/data/states.ts';

/** Where the goods go, as far as the host lets us see it. */
export interface Delivery {
  readonly countryCode?: string | undefined;
  /** Shopify's zone code. */
  readonly provinceCode?: string | undefined;
}

/** GST code of the State of delivery, in its present numbering. Null: abroad, or not known; then nothing is said of it. */
export function deliveryState({ countryCode, provinceCode }: Delivery): string | null {
  const code = countryCode === 'IN' ? stateOfZone(provinceCode ?? null) : null;
  return code === null ? null : (successorOf(code) ?? code);
}
