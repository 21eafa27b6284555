/** Numbers by chance that can be had again: the same seed gives the same drill. */
export interface Chance {
  readonly seed: number;
  /** 0 to 1, without 1. */
  next(): number;
  /** A whole number from 0 to `below`, without `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * Runs a drill under a seed: FAULT_SEED where that is set, else a new one. A failure names the seed, so that the same
 * draws can be made again.
 */
export async function byChance(drill: (chance: Chance) => Promise<void>): Promise<void> {
  const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2_147_483_647);
  try {
    await drill(chanceOf(seed));
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\nDrawn with FAULT_SEED=${seed}`, { cause });
  }
}

/** Mulberry32, a generator of 32 bits of state in the public domain. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    seed,
    next,
    below,
    pick(from) {
      const one = from[below(from.length)];
      if (one === undefined) throw new RangeError('Nothing to pick from.');
      return one;
    },
    shuffled(items) {
      const left = [...items];
      return items.map(() => left.splice(below(left.length), 1)).flat();
    },
  };
}
