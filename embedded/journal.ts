import { open, type RootDatabase } from 'lmdb';
import { crc32 } from 'node:zlib';
import { CannotOpenError } from './errors.ts';

export type Records = readonly (readonly [key: string, value: Buffer])[];
type Database = RootDatabase<Buffer, string>;

/** Before each record stands its checksum, since LMDB trusts its own file. */
const checksum = (key: string, value: Buffer): Buffer => Buffer.from(Uint32Array.of(crc32(value, crc32(key))).buffer);

/**
 * What is on disk. Changes of one turn are one LMDB transaction; `settled` keeps its promise only when the disk has
 * said that they are there.
 */
export class Journal {
  readonly #db: Database;
  readonly #onFailure: (error: unknown) => void;
  #queue = new Map<string, Buffer | undefined>();
  #last = Promise.resolve();

  /**
   * @param load is given every record that is there
   * @param onFailure called when the disk refuses a commit: memory is then ahead of the disk, so the store must stop
   */
  constructor(file: string, load: (records: Records) => void, onFailure: (error: unknown) => void) {
    const { db, records } = openFile(file, false);
    [this.#db, this.#onFailure] = [db, onFailure];
    load(records);
  }

  /** Sets the record, or takes it away when there is no value. */
  put(key: string, value: Buffer | undefined): void {
    if (this.#queue.size === 0) (this.#last = this.#last.then(() => this.#commit())).catch(this.#onFailure);
    this.#queue.set(key, value);
  }

  /** Resolves when everything that was changed before this call is on disk; at once when nothing is under way. */
  settled(): Promise<void> {
    return this.#last;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.#db.close();
  }

  async #commit(): Promise<void> {
    const queue = this.#queue;
    this.#queue = new Map();
    await this.#db.transaction(() => {
      for (const [key, value] of queue)
        void (value ? this.#db.put(key, Buffer.concat([checksum(key, value), value])) : this.#db.remove(key));
    });
    await this.#db.flushed;
  }
}

/** @throws {CannotOpenError} the file is not what was written; nothing has been written to it */
export function openFile(path: string, readOnly: boolean): { db: Database; records: Records } {
  try {
    const db: Database = open({ path, encoding: 'binary', overlappingSync: false, readOnly, noSubdir: true });
    const rows = [...db.getRange()].map(({ key, value }) => [key, Buffer.from(value)] as const);
    const records = rows.map(([key, value]) => [key, value.subarray(4)] as const);
    const isSound = rows.every(([key, value]) => checksum(key, value.subarray(4)).equals(value.subarray(0, 4)));
    const { entryCount } = db.getStats() as { entryCount: number };
    if (!isSound || entryCount !== rows.length) throw new Error('a record is damaged or lost');
    return { db, records };
  } catch (cause) {
    throw damaged(path, cause);
  }
}

export function damaged(file: string, cause: unknown): CannotOpenError {
  const advice = 'It was left as it is: put back a copy, or restore a dump into a new folder.';
  return new CannotOpenError(`The store file ${file} is damaged. ${advice}`, { cause });
}
