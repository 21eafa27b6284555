import { calculateObjectSize, Long } from 'bson';
import { StoreError } from './errors.ts';
import type { Doc } from './values.ts';

const [LARGEST_BATCH, IDLE_MS] = [16 * 1024 * 1024, 10 * 60_000];

/** Results that were not fetched yet. What a cursor gives was settled when it was made: documents never change. */
export class Cursors {
  readonly #open = new Map<number, { ns: string; rest: readonly Doc[]; usedAt: number }>();
  #next = 1;

  first(ns: string, results: readonly Doc[], batchSize = Infinity, isSingle = false): Doc {
    return this.#batch('firstBatch', isSingle ? 0 : this.#next++, ns, results, batchSize);
  }

  more(id: number, ns: string, batchSize: number): Doc {
    const cursor = this.#open.get(id);
    if (cursor?.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    return this.#batch('nextBatch', id, ns, cursor.rest, batchSize);
  }

  readonly kill = (id: number): boolean => this.#open.delete(id);

  forgetIdle(): void {
    for (const [id, { usedAt }] of this.#open) if (performance.now() - usedAt > IDLE_MS) this.kill(id);
  }

  #batch(name: string, id: number, ns: string, results: readonly Doc[], most: number): Doc {
    let [count, bytes] = [0, 0];
    for (const result of results) {
      bytes += calculateObjectSize(result) + 10;
      if (count === most || (count > 0 && bytes > LARGEST_BATCH)) break;
      count++;
    }
    const isLast = id === 0 || count === results.length;
    if (isLast) this.kill(id);
    else this.#open.set(id, { ns, rest: results.slice(count), usedAt: performance.now() });
    return { cursor: { [name]: results.slice(0, count), id: Long.fromNumber(isLast ? 0 : id), ns } };
  }
}
