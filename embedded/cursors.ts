import { Long } from 'bson';
import { StoreError } from './errors.ts';

const LARGEST_BATCH = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;

interface Cursor {
  readonly ns: string;
  rest: readonly Buffer[];
  usedAt: number;
}

/** Results that were not fetched yet, as bytes. What a cursor gives was settled when it was made. */
export class Cursors {
  readonly #open = new Map<number, Cursor>();
  #next = 1;

  /** The first batch; what is left waits for getMore. */
  first(
    ns: string,
    results: readonly Buffer[],
    batchSize: number,
    single: boolean,
  ): { id: number; batch: readonly Buffer[] } {
    const batch = results.slice(0, fitting(results, batchSize));
    if (batch.length === results.length || single) return { id: 0, batch };
    const id = this.#next++;
    this.#open.set(id, { ns, rest: results.slice(batch.length), usedAt: performance.now() });
    return { id, batch };
  }

  next(id: number, ns: string, batchSize: number): { id: number; batch: readonly Buffer[] } {
    const cursor = this.#open.get(id);
    if (cursor?.ns !== ns) throw new StoreError(43, `cursor id ${id} not found`);
    const batch = cursor.rest.slice(0, fitting(cursor.rest, batchSize));
    cursor.rest = cursor.rest.slice(batch.length);
    cursor.usedAt = performance.now();
    if (cursor.rest.length > 0) return { id, batch };
    this.#open.delete(id);
    return { id: 0, batch };
  }

  kill(id: number): boolean {
    return this.#open.delete(id);
  }

  forgetIdle(): void {
    for (const [id, { usedAt }] of this.#open) if (performance.now() - usedAt > IDLE_MS) this.#open.delete(id);
  }
}

function fitting(results: readonly Buffer[], most: number): number {
  let [count, bytes] = [0, 0];
  for (const { length } of results) {
    bytes += length;
    if (count >= most || (count > 0 && bytes > LARGEST_BATCH)) break;
    count++;
  }
  return count;
}

/** `{ cursor: { firstBatch | nextBatch, id, ns }, ok: 1 }` around documents that are bytes already. */
export function cursorReply(
  name: 'firstBatch' | 'nextBatch',
  ns: string,
  id: number,
  batch: readonly Buffer[],
): Buffer {
  const list = wrap(batch.map((raw, i) => element(3, String(i), raw)));
  const idBytes = Buffer.from(Long.fromNumber(id).toBytesLE());
  const nsBytes = Buffer.concat([int32(Buffer.byteLength(ns) + 1), Buffer.from(`${ns}\0`)]);
  const cursor = wrap([element(4, name, list), element(18, 'id', idBytes), element(2, 'ns', nsBytes)]);
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  return wrap([element(3, 'cursor', cursor), element(1, 'ok', one)]);
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const element = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`), value]);
function wrap(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, part) => sum + part.length, 5);
  return Buffer.concat([int32(length), ...elements, Buffer.of(0)], length);
}
