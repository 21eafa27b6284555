import { isStateCode, successorOf } from '../../core/data/state-codes.ts';
import { stateByCode } from '../../core/data/states.ts';
import { suggestionsFor } from '../../core/gst/gstin-repairs.ts';
import { GSTIN_REASON_TEXTS, gstinTextData } from '../../core/gst/gstin-texts.ts';
import type { GstinVerdict } from '../../core/gst/gstin.ts';
import { fill, type Language, type Text, type TextData } from '../../core/text.ts';
import type { BuyerText } from './numbers-in-text.ts';
import { SENTENCES } from './buyer-sentences.ts';

/** GST codes; null: not known. */
export interface Places {
  readonly delivery: string | null;
  readonly seller: string | null;
}

/** Whether it stands before the purchase, which goes on in any case, or beside an order or a firm that exists. */
export type Moment = 'buying' | 'later';

/** What is said of a field, in one language; "" where there is nothing to say. */
export function wordsOn(read: BuyerText, places: Places, language: Language, moment: Moment = 'buying'): string {
  const say = (text: Text, data: TextData = {}) => fill(text[language], data);
  const goOn = moment === 'buying' && say(SENTENCES.goOn);
  switch (read.kind) {
    case 'none':
      return '';
    case 'several':
      return sentences(say(SENTENCES.several), goOn);
    case 'refused': {
      const numbers = suggestionsFor(read.verdict).join(', ');
      return sentences(
        say(GSTIN_REASON_TEXTS[read.verdict.reason], gstinTextData(read.verdict)),
        numbers && say(SENTENCES.perhaps, { numbers }),
        goOn,
      );
    }
    case 'one': {
      const { gstin } = read.verdict;
      const taken = read.stoodInText && say(SENTENCES.taken, { gstin });
      return sentences(taken, ...goodWords(read.verdict, { places, language, moment, say }));
    }
  }
}

/** A text that holds no number to go on with: the field shows why as its own error. */
export function isRefused({ kind }: BuyerText): boolean {
  return kind === 'refused' || kind === 'several';
}

type Say = (text: Text, data?: TextData) => string;

interface Scene {
  readonly places: Places;
  readonly language: Language;
  readonly moment: Moment;
  readonly say: Say;
}

function goodWords(
  { layout, stateCode, warnings }: GstinVerdict & { ok: true },
  { places, language, moment, say }: Scene,
): (string | false)[] {
  if (layout === 'oidar' || layout === 'nrtp') return [say(SENTENCES.fromAbroad)];
  const state = nameOf(stateCode, language);
  return [
    state === '' ? say(SENTENCES.goodWithoutState) : say(SENTENCES.good, { state }),
    moment === 'buying' && say(SENTENCES.goesAlong),
    (layout === 'tcs' || layout === 'tds') && say(SENTENCES.forDeducting),
    warnings.includes('legacy_state_code') && say(SENTENCES.legacyState),
    ...placeWords(successorOf(stateCode) ?? stateCode, places, language, say),
  ];
}

/** The number's State beside that of the delivery, and what a seller there and elsewhere charges. */
function placeWords(own: string, { delivery, seller }: Places, language: Language, say: Say): string[] {
  if (delivery === null) return [];
  const isSame = own === delivery;
  const intra = `CGST + ${stateByCode(delivery)?.localTax ?? 'SGST'}`;
  const known = seller !== null && isStateCode(seller) ? (successorOf(seller) ?? seller) : null;
  return [
    isSame ? say(SENTENCES.sameState) : say(SENTENCES.otherState, { delivery: nameOf(delivery, language) }),
    known === null
      ? say(SENTENCES.headsAnywhere, { heads: intra })
      : say(SENTENCES.heads, { heads: known === delivery ? intra : 'IGST' }),
  ];
}

function nameOf(code: string, language: Language): string {
  return stateByCode(code)?.name[language] ?? '';
}

function sentences(...parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(' ');
}
