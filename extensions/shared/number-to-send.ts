import { GSTIN_REASON_TEXTS } from '../../core/gst/gstin-texts.ts';
import type { Language } from '../../core/text.ts';
import { wordsOn } from './buyer-words.ts';
import { readBuyerText } from './numbers-in-text.ts';

/** The number that goes to the server, or why none does, in words for the field. */
export type ToSend =
  { readonly gstin: string; readonly refusal: null } | { readonly gstin: null; readonly refusal: string };

/** Of a field whose button was pressed: now nothing at all is a mistake, too. */
export function numberToSend(text: string, language: Language): ToSend {
  const read = readBuyerText(text);
  if (read.kind === 'none') return { gstin: null, refusal: GSTIN_REASON_TEXTS.empty[language] };
  // Nobody buys goods here with the numbers of sellers from abroad.
  if (read.kind === 'one' && read.verdict.layout !== 'oidar' && read.verdict.layout !== 'nrtp') {
    return { gstin: read.verdict.gstin, refusal: null };
  }
  return { gstin: null, refusal: wordsOn(read, { delivery: null, seller: null }, language, 'later') };
}
