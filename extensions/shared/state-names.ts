import { stateByCode } from '../../core/data/states.ts';
import { ABROAD } from '../../core/gst/place-of-supply.ts';
import type { Text } from '../../core/text.ts';

const OUTSIDE: Text = { en: 'Outside India', hi: 'भारत के बाहर' };

/** Name of the place that a GST code stands for; a code that we do not know is shown as it is. */
export function stateName(code: string): Text {
  return code === ABROAD ? OUTSIDE : (stateByCode(code)?.name ?? { en: code, hi: code });
}
