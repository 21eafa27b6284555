import { open, type RootDatabase } from 'lmdb';
import { crc32 } from 'node:zlib';
import { CannotOpenError } from './errors.ts';

/** Documents have numbers, in the order of insertion; collections, sessions and the summary have names. */
export type RecordKey = number | string;
const SUMMARY = 'summary';
const FORMAT = 1;

interface Summary {
  readonly format: number;
  readonly records: number;
  /** All records' checksums added up, modulo 2^32: a record that went missing is noticed too. */
  readonly sum: number;
}

/**
 * What is on disk. Changes of one turn are one LMDB transaction; `settled` keeps its promise only when the disk has
 * said that they are there. Each record carries its checksum, since LMDB trusts its own file.
 */
export class Journal {
  readonly #db: RootDatabase<Buffer, RecordKey>;
  readonly #sums: Map<RecordKey, number>;
  readonly #onFailure: (error: unknown) => void;
  #sum: number;
  #queue = new Map<RecordKey, Buffer | undefined>();
  #tail: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  private constructor(
    db: RootDatabase<Buffer, RecordKey>,
    sums: Map<RecordKey, number>,
    onFailure: (e: unknown) => void,
  ) {
    this.#db = db;
    this.#sums = sums;
    this.#sum = addUp(sums.values());
    this.#onFailure = onFailure;
  }

  /**
   * Reads every record and its checksum.
   * @param onFailure called once when the disk refuses a commit: memory is then ahead of the disk, so the store must stop
   * @throws {CannotOpenError} a record is damaged or missing; nothing has been written
   */
  static open(file: string, onFailure: (error: unknown) => void): { journal: Journal; records: [RecordKey, Buffer][] } {
    const db = openFile(file, false);
    const records = readAll(db, file);
    const sums = new Map(records.map(([key, value]) => [key, checksum(key, value)]));
    return { journal: new Journal(db, sums, onFailure), records };
  }

  /** Reads everything and checks it without writing a byte. */
  static async verify(file: string): Promise<void> {
    const db = openFile(file, true);
    readAll(db, file);
    await db.close();
  }

  put(key: RecordKey, value: Buffer): void {
    this.#queue.set(key, value);
    this.#waiting ??= this.#schedule();
  }

  delete(key: RecordKey): void {
    this.#queue.set(key, undefined);
    this.#waiting ??= this.#schedule();
  }

  /** Resolves when everything that was changed before this call is on disk; at once when nothing is under way. */
  settled(): Promise<void> {
    return this.#waiting ?? this.#tail;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.#db.close();
  }

  #schedule(): Promise<void> {
    const turn = this.#tail.then(() => this.#commit());
    this.#tail = turn;
    turn.catch(this.#onFailure);
    return turn;
  }

  async #commit(): Promise<void> {
    const queue = this.#queue;
    this.#queue = new Map();
    this.#waiting = undefined;
    const commit = this.#db.transaction(() => {
      for (const [key, value] of queue) this.#write(key, value);
      const summary: Summary = { format: FORMAT, records: this.#sums.size, sum: this.#sum };
      void this.#db.put(SUMMARY, Buffer.from(JSON.stringify(summary)));
    });
    await commit;
    await this.#db.flushed;
  }

  #write(key: RecordKey, value: Buffer | undefined): void {
    const before = this.#sums.get(key) ?? 0;
    const after = value ? checksum(key, value) : 0;
    this.#sum = (this.#sum - before + after) >>> 0;
    if (value) {
      this.#sums.set(key, after);
      const head = Buffer.alloc(4);
      head.writeUInt32LE(after);
      void this.#db.put(key, Buffer.concat([head, value]));
    } else if (this.#sums.delete(key)) void this.#db.remove(key);
  }
}

function openFile(file: string, readOnly: boolean): RootDatabase<Buffer, RecordKey> {
  try {
    return open<Buffer, RecordKey>({
      path: file,
      encoding: 'binary',
      overlappingSync: false,
      readOnly,
      noSubdir: true,
    });
  } catch (error) {
    throw damaged(file, error);
  }
}

function readAll(db: RootDatabase<Buffer, RecordKey>, file: string): [RecordKey, Buffer][] {
  let stored: Summary | undefined;
  const records: [RecordKey, Buffer][] = [];
  try {
    for (const { key, value } of db.getRange()) {
      if (key === SUMMARY) stored = JSON.parse(value.toString()) as Summary;
      else if (value.length < 4 || checksum(key, value.subarray(4)) !== value.readUInt32LE()) throw damaged(file);
      else records.push([key, Buffer.from(value.subarray(4))]);
    }
  } catch (error) {
    throw error instanceof CannotOpenError ? error : damaged(file, error);
  }
  if (stored && stored.format !== FORMAT)
    throw new CannotOpenError(`${file} was written by another version of the store.`);
  const sum = addUp(records.map(([key, value]) => checksum(key, value)));
  if ((stored?.records ?? 0) !== records.length || (stored?.sum ?? 0) !== sum) throw damaged(file);
  return records;
}

const checksum = (key: RecordKey, value: Buffer): number => crc32(value, crc32(String(key)));
const addUp = (sums: Iterable<number>): number => [...sums].reduce((total, sum) => (total + sum) >>> 0, 0);

export function damaged(file: string, cause?: unknown): CannotOpenError {
  const advice = 'It was left as it is: put back a copy, or restore a dump into a new folder.';
  return new CannotOpenError(`The store file ${file} is damaged. ${advice}`, { cause });
}
