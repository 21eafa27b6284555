import type { Connection } from 'mongoose';
import type { StatedRegistrationChange, TaxProfileChange } from '../../core/api/gst.ts';
import type { StatedRegistration, TaxProfile } from '../../core/evidence/tax-profile.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { taxProfileModel } from '../models/tax-profile.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { RegistrationStore } from './registrations.ts';

/** Times that a change is tried again after another one came between. */
const TRIES = 5;

/** As it is sealed: what is stated of each registration stands under the registration's id. */
interface StoredProfile {
  readonly business: Omit<TaxProfile, 'registrations'>;
  readonly registrations: Readonly<Record<string, Omit<StatedRegistration, 'gstin'>>>;
}

const NOTHING_STATED: StoredProfile = {
  business: { turnover: null, isUnregistered: null, sellsForOthers: null },
  registrations: {},
};
const NOTHING_OF_IT: Omit<StatedRegistration, 'gstin'> = {
  scheme: null,
  filing: null,
  registeredOn: null,
  hasBankAccount: null,
  lutYears: [],
};

export type TaxProfileStore = ReturnType<typeof taxProfileStore>;

/** What the merchant states of the business, sealed. */
export function taxProfileStore({
  connection,
  cipher,
  registrations,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  registrations: Pick<RegistrationStore, 'list'>;
  clock: Clock;
}) {
  const model = taxProfileModel(connection);
  const place = (shop: string) => ({ collection: 'tax_profiles', field: 'profile', id: shop });

  async function load(shop: string): Promise<{ profile: StoredProfile; revision: number }> {
    const record = await model.findOne({ shop }).lean();
    if (!record) return { profile: NOTHING_STATED, revision: 0 };
    const profile = JSON.parse(await cipher.open(shop, place(shop), record.profileSealed)) as StoredProfile;
    return { profile, revision: record.revision };
  }

  /** False when another change came between. */
  async function write(shop: string, profile: StoredProfile, revision: number): Promise<boolean> {
    const profileSealed = await cipher.seal(shop, place(shop), JSON.stringify(profile));
    const fields = { profileSealed, revision: revision + 1, changedAt: clock.now() };
    if (revision > 0) return (await model.updateOne({ shop, revision }, { $set: fields })).matchedCount > 0;
    try {
      await model.create({ shop, ...fields });
      return true;
    } catch (error) {
      if (!duplicateKey(error)) throw error;
      return false;
    }
  }

  async function update(shop: string, change: (profile: StoredProfile) => StoredProfile): Promise<number> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { profile, revision } = await load(shop);
      if (await write(shop, change(profile), revision)) return revision + 1;
    }
    throw new ConflictError('Somebody else changes this at the same moment. Try again.');
  }

  return {
    /** Every field, null where nothing was stated, and one row for each registration of the list. */
    async read(shop: string): Promise<TaxProfile> {
      const { profile } = await load(shop);
      const rows = await registrations.list(shop);
      const stated = rows.map(({ id, gstin }) => ({ gstin, ...NOTHING_OF_IT, ...profile.registrations[id] }));
      return { ...profile.business, registrations: stated };
    },

    /** Answers the number of the change. */
    changeBusiness: (shop: string, change: TaxProfileChange): Promise<number> =>
      update(shop, (profile) => ({ ...profile, business: { ...profile.business, ...change } })),

    /** What is stated of a registration of the list. Answers the number of the change; null: there is no such one. */
    async changeRegistration(shop: string, id: string, change: StatedRegistrationChange): Promise<number | null> {
      const ids = (await registrations.list(shop)).map((row) => row.id);
      if (!ids.includes(id)) return null;
      return update(shop, (profile) => {
        // What was stated of removed registrations goes with this write.
        const kept = Object.entries(profile.registrations).filter(([other]) => ids.includes(other));
        const stated = { ...NOTHING_OF_IT, ...profile.registrations[id], ...change };
        return { ...profile, registrations: { ...Object.fromEntries(kept), [id]: stated } };
      });
    },
  };
}
