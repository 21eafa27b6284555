import type { Connection } from 'mongoose';
import { systemClock } from '../clock.ts';
import { readStoreConfig } from '../config.ts';
import { dataKeyModel, keyCanaryModel } from '../models/data-key.ts';
import { connectStore } from '../store/connect.ts';
import { DataKeys } from '../store/data-keys.ts';
import { createFieldCipher, type FieldCipher } from '../store/field-cipher.ts';
import type { KeyRing } from '../store/key-ring.ts';

export interface OperatorsStore {
  readonly connection: Connection;
  readonly ring: KeyRing;
  readonly dataKeys: DataKeys;
  readonly cipher: FieldCipher;
}

/**
 * The store that MONGODB_URI names, with the keys of KEY_RING, for the time of one command.
 * @throws {ConfigError} naming what is missing
 */
export async function withStore<T>(work: (store: OperatorsStore) => Promise<T>): Promise<T> {
  const { MONGODB_URI, KEY_RING } = readStoreConfig(process.env);
  const connection = await connectStore({ uri: MONGODB_URI, maxPoolSize: 2 });
  try {
    dataKeyModel(connection);
    keyCanaryModel(connection);
    const dataKeys = new DataKeys({ connection, ring: KEY_RING, clock: systemClock });
    return await work({ connection, ring: KEY_RING, dataKeys, cipher: createFieldCipher(dataKeys) });
  } finally {
    await connection.close();
  }
}
