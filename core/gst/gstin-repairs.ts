/** Characters that people confuse when they read or type a number, each group one look-alike. */
const LOOK_ALIKES = ['0OQD', '1IL7', '2Z', '5S', '6G', '8B', 'UV', 'MN', 'VY', 'EF', 'CG', 'PR', '4A', '3E'];
const LOOK_ALIKES_OF: ReadonlyMap<string, string> = lookAlikesOf();
const MOST_SUGGESTIONS = 3;

/**
 * Numbers one slip away from a wrong one that pass every test, check character included: one character read as its
 * look-alike, or two neighbours swapped. The check proves that they could be meant, not that they are: they are
 * shown and never applied. More than three prove nothing and give none.
 */
export function repairsOf(wrong: string, isGood: (gstin: string) => boolean): string[] {
  const good = new Set<string>();
  for (let place = 0; place < wrong.length; place += 1) {
    const character = wrong.charAt(place);
    for (const other of LOOK_ALIKES_OF.get(character) ?? '') {
      const candidate = wrong.slice(0, place) + other + wrong.slice(place + 1);
      if (isGood(candidate)) good.add(candidate);
    }
    const next = wrong.charAt(place + 1);
    if (next === '' || next === character) continue;
    const swapped = wrong.slice(0, place) + next + character + wrong.slice(place + 2);
    if (isGood(swapped)) good.add(swapped);
  }
  return good.size > MOST_SUGGESTIONS ? [] : [...good];
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
