import { judgeGstin, type GstinVerdict } from './gstin.ts';

/** Characters that people confuse when they read or type a number, each group one look-alike. */
const LOOK_ALIKES = ['0OQD', '1IL7', '2Z', '5S', '6G', '8B', 'UV', 'MN', 'VY', 'EF', 'CG', 'PR', '4A', '3E'];
const LOOK_ALIKES_OF: ReadonlyMap<string, string> = lookAlikesOf();
const MOST_SUGGESTIONS = 3;

/**
 * Numbers one slip away from a refused one that pass every test, check character included: one character read as its
 * look-alike, or two neighbours swapped. The check proves that they could be meant, not that they are: they are
 * shown and never applied. More than three prove nothing and give none.
 */
export function suggestionsFor(verdict: GstinVerdict): readonly string[] {
  if (verdict.ok) return [];
  const { reason, normalized } = verdict;
  if (reason !== 'bad_checksum' && reason !== 'bad_layout' && reason !== 'bad_state_code') return [];
  const good = new Set<string>();
  for (const candidate of oneSlipFrom(normalized)) if (judgeGstin(candidate).ok) good.add(candidate);
  return good.size > MOST_SUGGESTIONS ? [] : [...good];
}

function* oneSlipFrom(wrong: string): Iterable<string> {
  for (let place = 0; place < wrong.length; place += 1) {
    const character = wrong.charAt(place);
    for (const other of LOOK_ALIKES_OF.get(character) ?? '') {
      yield wrong.slice(0, place) + other + wrong.slice(place + 1);
    }
    const next = wrong.charAt(place + 1);
    if (next === '' || next === character) continue;
    yield wrong.slice(0, place) + next + character + wrong.slice(place + 2);
  }
}

function lookAlikesOf(): Map<string, string> {
  const map = new Map<string, string>();
  for (const group of LOOK_ALIKES) {
    for (const character of group) {
      map.set(character, (map.get(character) ?? '') + group.replace(character, ''));
    }
  }
  return map;
}
