import { CENTRE_CODE } from '../data/state-codes.ts';
import { stateByCode } from '../data/states.ts';
import { suggestionsFor } from '../gst/gstin-repairs.ts';
import { gstinTextData } from '../gst/gstin-texts.ts';
import type { GstinVerdict } from '../gst/gstin.ts';
import { panKind } from '../gst/pan.ts';
import { fill, type Language, type Text } from '../text.ts';
import { lookAlikesIn } from './look-alikes.ts';
import {
  KIND_NAMES,
  LOOK_ALIKE_SIGNAL,
  REASON_SENTENCES,
  VERDICT_NAMES,
  VIEW_WORDS,
  WARNING_SENTENCES,
} from './verdict-texts.ts';

/** A verdict as a page tells it, in one language. */
export interface VerdictView {
  /** 'alarm': a look-alike of another script. */
  readonly tone: 'good' | 'careful' | 'bad' | 'alarm';
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Offered, never applied. */
  readonly suggestions: readonly string[];
}

export function verdictView(verdict: GstinVerdict, language: Language): VerdictView {
  const say = (text: Text) => text[language];
  if (!verdict.ok) {
    const isLookAlike = lookAlikesIn(verdict).length > 0;
    const sentence = fill(say(REASON_SENTENCES[verdict.reason]), gstinTextData(verdict));
    return {
      tone: isLookAlike ? 'alarm' : 'bad',
      heading: say(VERDICT_NAMES[verdict.reason]),
      sentences: isLookAlike ? [sentence, say(LOOK_ALIKE_SIGNAL)] : [sentence],
      facts: [],
      suggestions: suggestionsFor(verdict),
    };
  }
  const { gstin, stateCode, layout, pan, warnings } = verdict;
  const state = stateCode === CENTRE_CODE ? VIEW_WORDS.centre : stateByCode(stateCode)?.name;
  const holder = pan === null ? null : panKind(pan);
  return {
    tone: warnings.length > 0 ? 'careful' : 'good',
    heading: say(VERDICT_NAMES.ok),
    sentences: [say(VIEW_WORDS.couldExist), ...warnings.map((warning) => say(WARNING_SENTENCES[warning]))],
    facts: [
      { name: say(VIEW_WORDS.number), value: gstin },
      { name: say(VIEW_WORDS.state), value: state ? `${say(state)} (${stateCode})` : stateCode },
      { name: say(VIEW_WORDS.kind), value: say(KIND_NAMES[layout]) },
      ...(holder ? [{ name: say(VIEW_WORDS.holder), value: say(holder.name) }] : []),
    ],
    suggestions: [],
  };
}
