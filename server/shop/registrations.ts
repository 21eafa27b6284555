import { Types, type Connection } from 'mongoose';
import type { RegistrationRow } from '../../core/api/settings.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { registrationModel } from '../models/registration.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';

/** One a State and vertical; no shop of one merchant has more. */
const MAX_REGISTRATIONS = 100;

export type RegistrationStore = ReturnType<typeof registrationStore>;

/** The merchant's GSTINs, sealed. */
export function registrationStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = registrationModel(connection);
  const place = (id: string) => ({ collection: 'registrations', field: 'gstin', id });

  return {
    /** Oldest first. */
    async list(shop: string): Promise<RegistrationRow[]> {
      const records = await model.find({ shop }).sort({ statedAt: 1, _id: 1 }).limit(MAX_REGISTRATIONS).lean();
      return Promise.all(
        records.map(async ({ _id, gstinSealed, statedAt }) => ({
          id: _id.toString(),
          gstin: await cipher.open(shop, place(_id.toString()), gstinSealed),
          statedAt: statedAt.toISOString(),
        })),
      );
    },

    async count(shop: string): Promise<number> {
      return model.countDocuments({ shop });
    },

    /** @throws {ConflictError} the shop has this GSTIN already, or too many */
    async add(shop: string, gstin: string, userId: string): Promise<RegistrationRow> {
      if ((await model.countDocuments({ shop })) >= MAX_REGISTRATIONS) {
        throw new ConflictError(`A shop can name ${MAX_REGISTRATIONS} registrations. Remove one that is not used.`);
      }
      const _id = new Types.ObjectId();
      const statedAt = clock.now();
      const gstinSealed = await cipher.seal(shop, place(_id.toString()), gstin);
      const gstinIndex = await cipher.blindIndex(shop, 'registration-gstin', gstin);
      try {
        await model.create({ _id, shop, gstinSealed, gstinIndex, statedAt, statedBy: userId });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        throw new ConflictError('This GSTIN is on your list already.', { gstin: 'duplicate' });
      }
      return { id: _id.toString(), gstin, statedAt: statedAt.toISOString() };
    },

    /** False when the shop has no such registration. */
    async remove(shop: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ shop, _id: id })).deletedCount > 0;
    },
  };
}
