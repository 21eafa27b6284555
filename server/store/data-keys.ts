import { randomBytes } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { dataKeyModel } from '../models/data-key.ts';
import type { DataKeyRecord } from '../models/data-key.ts';
import { trusted } from './connect.ts';
import { KeyMissingError } from './key-errors.ts';
import type { KeyRing } from './key-ring.ts';

/** Plain keys stay in memory this long: erasing a shop reaches every process within it. */
const CACHE_MS = 10 * 60_000;
const CACHED_AT_MOST = 1_000;

export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The shops' data keys, made when first needed. */
export class DataKeys {
  readonly #connection: Connection;
  readonly #model: ReturnType<typeof dataKeyModel>;
  readonly #ring: KeyRing;
  readonly #clock: Clock;
  readonly #cache = new Map<string, DataKey & { until: number }>();

  constructor({ connection, ring, clock }: { connection: Connection; ring: KeyRing; clock: Clock }) {
    this.#connection = connection;
    this.#model = dataKeyModel(connection);
    this.#ring = ring;
    this.#clock = clock;
  }

  /** For sealing: always asks the store, so that nothing is sealed with a key that another process has erased. */
  async current(shop: string): Promise<DataKey> {
    const record = (await this.#model.findOne({ shop }).lean()) ?? (await this.#make(shop));
    return this.#open(record);
  }

  /**
   * For opening: the key that a record names.
   * @throws {KeyMissingError} it was erased, or its root key is not in the ring
   */
  async named(shop: string, keyId: string): Promise<DataKey> {
    const cached = this.#cache.get(shop);
    if (cached && cached.id === keyId && cached.until > this.#clock.now().getTime()) return cached;
    const record = await this.#model.findOne({ shop, keyId }).lean();
    if (!record) throw new KeyMissingError();
    return this.#open(record);
  }

  /** Whatever was sealed for the shop can never be read again, in old dumps either. */
  async forget(shop: string): Promise<void> {
    await this.#model.deleteMany({ shop });
    this.#cache.delete(shop);
  }

  /**
   * Wraps all data keys with the active root key. Killed half way, it goes on where it was. Answers how many it did.
   * `note` writes each down, within the transaction that wraps it.
   */
  async rewrap(note: (shop: string, session: ClientSession) => Promise<unknown>): Promise<number> {
    let count = 0;
    const old = this.#model
      .find({ rootKeyId: trusted({ $ne: this.#ring.activeId }) })
      .setOptions({ acrossTenants: 'wrap data keys with the active root key' })
      .lean()
      .cursor();
    for await (const { shop, keyId, rootKeyId, wrapped } of old) {
      const key = this.#ring.unwrap(rootKeyId, placeOf(shop, keyId), wrapped);
      const rewrapped = this.#ring.wrap(placeOf(shop, keyId), key);
      count += await this.#connection.transaction(async (session) => {
        const as = { shop, keyId, rootKeyId };
        const { modifiedCount } = await this.#model.updateOne(as, { $set: rewrapped }, { session });
        // None: somebody else did it, or the shop was forgotten.
        if (modifiedCount > 0) await note(shop, session);
        return modifiedCount;
      });
    }
    return count;
  }

  /** The root keys that some shop still needs. */
  async rootKeyIdsInUse(): Promise<readonly string[]> {
    return this.#model.distinct('rootKeyId').setOptions({ acrossTenants: 'which root keys are in use' });
  }

  async #make(shop: string): Promise<DataKeyRecord> {
    const keyId = randomBytes(9).toString('base64url');
    const made = { keyId, ...this.#ring.wrap(placeOf(shop, keyId), randomBytes(32)), createdAt: this.#clock.now() };
    try {
      // Two at once: one wins, both get the winner's.
      return await this.#model
        .findOneAndUpdate({ shop }, { $setOnInsert: made }, { upsert: true, returnDocument: 'after' })
        .lean()
        .orFail();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 11000) throw error;
      return this.#model.findOne({ shop }).lean().orFail();
    }
  }

  #open({ shop, keyId, rootKeyId, wrapped }: DataKeyRecord): DataKey {
    const key = this.#ring.unwrap(rootKeyId, placeOf(shop, keyId), wrapped);
    if (this.#cache.size >= CACHED_AT_MOST) this.#cache.clear();
    this.#cache.set(shop, { id: keyId, key, until: this.#clock.now().getTime() + CACHE_MS });
    return { id: keyId, key };
  }
}

const placeOf = (shop: string, keyId: string): readonly string[] => ['data-key', shop, keyId];
