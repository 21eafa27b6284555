import type { Connection } from 'mongoose';
import { keyCanaryModel } from '../models/data-key.ts';
import type { DataKeys } from './data-keys.ts';
import { KeyRingError } from './key-errors.ts';
import type { KeyRing } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed.ts';

const CANARY = Buffer.from('prahari canary');

/**
 * Before the first field is read or written: each root key opens its canary, and no shop needs a root key that is not in
 * the ring. A wrong ring stops the start instead of spoiling fields one by one.
 * @throws {KeyRingError} naming the root key's id
 */
export async function openKeyRing(connection: Connection, ring: KeyRing, dataKeys: DataKeys): Promise<void> {
  const canaries = keyCanaryModel(connection);
  for (const id of ring.ids) {
    const key = ring.derive(id, 'canary');
    await canaries.updateOne(
      { _id: id },
      { $setOnInsert: { wrapped: sealBytes(key, ['canary', id], CANARY) } },
      { upsert: true },
    );
    const { wrapped } = await canaries.findById(id).lean().orFail();
    if (!openBytes(key, ['canary', id], wrapped)?.equals(CANARY)) {
      throw new KeyRingError(`Root key "${id}" is not the key that this store was written with.`);
    }
  }
  const missing = (await dataKeys.rootKeyIdsInUse()).filter((id) => !ring.ids.includes(id));
  if (missing.length > 0)
    throw new KeyRingError(`The key ring lacks "${missing.join('", "')}", which shops still need.`);
}
