const BLOCK = 512;

/** A sorted list in blocks: insert, delete and search in O(log n), walks in both directions. No two items compare equal. */
export class Ordered<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #blocks: T[][] = [[]];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  insert(item: T): void {
    const [at, within] = this.#find((other) => this.#compare(other, item));
    const block = this.#blocks[at] ?? [];
    block.splice(within, 0, item);
    if (block.length > BLOCK) this.#blocks.splice(at + 1, 0, block.splice(BLOCK / 2));
  }

  delete(item: T): void {
    const [at, within] = this.#find((other) => this.#compare(other, item));
    const block = this.#blocks[at];
    const found = block?.[within];
    if (!block || found === undefined || this.#compare(found, item) !== 0) return;
    block.splice(within, 1);
    if (block.length === 0 && this.#blocks.length > 1) this.#blocks.splice(at, 1);
  }

  /**
   * The items for which `place` is 0, in order. `place` says where an item lies: negative before the stretch, positive
   * after it; it must never fall along the list.
   */
  *stretch(place: (item: T) => number, backwards = false): Generator<T> {
    let [at, within] = this.#find(backwards ? (item) => (place(item) <= 0 ? -1 : 1) : place);
    if (backwards) within--;
    for (;;) {
      const item = this.#blocks[at]?.[within];
      if (item !== undefined) {
        if (place(item) !== 0) return;
        yield item;
        within += backwards ? -1 : 1;
        continue;
      }
      at += backwards ? -1 : 1;
      const block = this.#blocks[at];
      if (!block) return;
      within = backwards ? block.length - 1 : 0;
    }
  }

  /** Where the first item stands whose `place` is not negative; it may be one past the end of a block. */
  #find(place: (item: T) => number): [block: number, within: number] {
    const isBefore = (item: T | undefined): boolean => item !== undefined && place(item) < 0;
    const at = firstFalse(this.#blocks.length - 1, (i) => isBefore(this.#blocks[i]?.at(-1)));
    const block = this.#blocks[at] ?? [];
    return [at, firstFalse(block.length, (i) => isBefore(block[i]))];
  }
}

function firstFalse(end: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
