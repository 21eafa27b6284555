const BLOCK = 256;
type Block<T> = readonly (readonly [key: string, value: T])[];

/** Values by string, in order. It never changes: `with` gives another, which shares all blocks but one. */
export class SortedMap<T> {
  readonly #blocks: readonly Block<T>[];

  constructor(blocks: readonly Block<T>[] = [[]]) {
    this.#blocks = blocks;
  }

  get(key: string): T | undefined {
    const [block, within] = this.#find(key);
    return block[within]?.[0] === key ? block[within][1] : undefined;
  }

  /** With this value at the key, or without the key. */
  with(key: string, value: T | undefined): SortedMap<T> {
    const [block, within, at] = this.#find(key);
    const rows = value === undefined ? [] : [[key, value] as const];
    const changed = block.toSpliced(within, block[within]?.[0] === key ? 1 : 0, ...rows);
    const halves = changed.length > BLOCK ? [changed.slice(0, BLOCK / 2), changed.slice(BLOCK / 2)] : [changed];
    return new SortedMap(
      this.#blocks.toSpliced(at, 1, ...(changed.length > 0 || this.#blocks.length === 1 ? halves : [])),
    );
  }

  /** Values whose keys stand from `low` on and before `high`, or the same backwards. */
  *range(low = '', high = '\uffff', isBackwards = false): Generator<T> {
    const step = isBackwards ? -1 : 1;
    let [block, within, at]: [Block<T> | undefined, number, number] = this.#find(isBackwards ? high : low);
    for (within -= isBackwards ? 1 : 0; block; within = isBackwards ? (block?.length ?? 0) - 1 : 0) {
      for (let row = block[within]; row; row = block[(within += step)]) {
        if (isBackwards ? row[0] < low : row[0] >= high) return;
        yield row[1];
      }
      block = this.#blocks[(at += step)];
    }
  }

  /** The block and the place in it where the key stands, or would. */
  #find(key: string): [block: Block<T>, within: number, at: number] {
    const at = firstFalse(this.#blocks.length - 1, (i) => (this.#blocks[i]?.at(-1)?.[0] ?? '') < key);
    const block = this.#blocks[at] ?? [];
    return [block, firstFalse(block.length, (i) => (block[i]?.[0] ?? '') < key), at];
  }
}

function firstFalse(high: number, holds: (i: number) => boolean, low = 0): number {
  if (low >= high) return low;
  const middle = (low + high) >>> 1;
  return holds(middle) ? firstFalse(high, holds, middle + 1) : firstFalse(middle, holds, low);
}
