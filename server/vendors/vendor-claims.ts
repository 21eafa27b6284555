import type { ClientSession, Connection } from 'mongoose';
import type { VendorFields } from '../../core/api/vendors.ts';
import type { VendorKey } from '../../core/evidence/vendors.ts';
import { gatewayKeys, keysOfFields, nameKey } from '../../core/vendors/keys.ts';
import { ConflictError } from '../errors.ts';
import { vendorKeyModel } from '../models/vendor-key.ts';
import { trusted } from '../store/connect.ts';

export const MOST_KEYS = 100;

/** A key that is wanted belongs to another vendor of the register. */
export class KeyTakenError extends ConflictError {
  constructor() {
    super('Another vendor of your register has this name, handle or host already. Change that one, or merge the two.', {
      name: 'duplicate',
    });
  }
}

export type VendorClaims = ReturnType<typeof vendorClaims>;

/** Which vendor of the register each trace belongs to: one a trace. */
export function vendorClaims(connection: Connection) {
  const model = vendorKeyModel(connection);

  async function of(shop: string, id: string, session?: ClientSession): Promise<VendorKey[]> {
    const records = await model
      .find({ shop, vendorId: id }, { key: 1 })
      .session(session ?? null)
      .lean();
    return records.map(({ key }) => key);
  }

  async function holders(shop: string, keys: readonly VendorKey[], session?: ClientSession) {
    const records = await model
      .find({ shop, key: trusted({ $in: [...keys] }) })
      .session(session ?? null)
      .lean();
    return new Map(records.map(({ key, vendorId }) => [key, vendorId]));
  }

  async function take(shop: string, id: string, keys: readonly VendorKey[], session: ClientSession): Promise<void> {
    if (keys.length === 0) return;
    const claims = [...new Set(keys)].slice(0, MOST_KEYS).map((key) => ({ shop, key, vendorId: id }));
    await model.insertMany(claims, { session });
  }

  async function give(shop: string, id: string, keys: readonly VendorKey[], session: ClientSession): Promise<void> {
    await model.deleteMany({ shop, vendorId: id, key: trusted({ $in: [...keys] }) }, { session });
  }

  return {
    of,
    give,

    /** Whoever has the first of these keys that somebody has; null: they are free. */
    async holder(shop: string, keys: readonly VendorKey[], session?: ClientSession): Promise<string | null> {
      if (keys.length === 0) return null;
      const known = await holders(shop, keys, session);
      return keys.map((key) => known.get(key)).find((holder) => holder !== undefined) ?? null;
    },

    /** @throws the store's own refusal where somebody has one of them */
    take,

    /** Takes those that nobody has; which these were. */
    async takeFree(shop: string, id: string, keys: readonly VendorKey[], session: ClientSession): Promise<VendorKey[]> {
      if (keys.length === 0) return [];
      const known = await holders(shop, keys, session);
      const free = keys.filter((key) => !known.has(key)).slice(0, MOST_KEYS);
      await take(shop, id, free, session);
      return free;
    },

    /**
     * Keys that follow from handle and hosts go and come with them; those under which it was found stay.
     * @throws {KeyTakenError} one that would come is another vendor's
     */
    async move(
      shop: string,
      id: string,
      { from, to }: { readonly from: HandleAndHosts; readonly to: HandleAndHosts },
      session: ClientSession,
    ): Promise<void> {
      const [before, after] = [keysOfFields(from), keysOfFields(to)];
      const held = new Set(await of(shop, id, session));
      const going = before.filter((key) => !after.includes(key) && held.has(key));
      const coming = after.filter((key) => !held.has(key));
      if ((await holders(shop, coming, session)).size > 0) throw new KeyTakenError();
      if (held.size - going.length + coming.length > MOST_KEYS) throw tooManyKeys();
      await give(shop, id, going, session);
      await take(shop, id, coming, session);
    },

    /** By vendor. */
    async all(shop: string): Promise<Map<string, VendorKey[]>> {
      const records = await model.find({ shop }, { _id: 0, key: 1, vendorId: 1 }).lean();
      return new Map(
        [...Map.groupBy(records, ({ vendorId }) => vendorId)].map(([id, of]) => [id, of.map(({ key }) => key)]),
      );
    },
  };
}

type HandleAndHosts = Pick<VendorFields, 'handle' | 'hosts'>;

/** Of one that leaves no trace the name tells whether it is there already; a gateway orders call by its name. */
export function keysToEnter(fields: Pick<VendorFields, 'name' | 'kind' | 'handle' | 'hosts'>): VendorKey[] {
  const { name, kind } = fields;
  const keys = keysOfFields(fields);
  const named = kind === 'payment-gateway' ? gatewayKeys(name) : [nameKey('name', name)];
  return keys.length > 0 ? keys : named;
}

const tooManyKeys = () => new ConflictError(`One vendor holds ${MOST_KEYS} traces. Enter another one for the rest.`);
