import { Types, type ClientSession, type Connection } from 'mongoose';
import type { VendorFields } from '../../core/api/vendors.ts';
import type { VendorKey } from '../../core/evidence/vendors.ts';
import { gatewayKeys, keysOfFields, nameKey } from '../../core/vendors/keys.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { VENDOR_UNDO_DAYS, vendorModel } from '../models/vendor.ts';
import { vendorKeyModel } from '../models/vendor-key.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import { noteVendorEvent, type NewVendorEvent } from './vendor-events.ts';
import type { StoredVendor } from './vendor-record.ts';
import { VENDOR_TEXTS, type VendorText, type VendorTexts } from './vendor-texts.ts';

/** A shop with more vendors than this keeps no register of them. */
export const MOST_VENDORS = 1_000;
export const MOST_KEYS = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Two that claim one key at once: the loser looks again and finds the winner's. */
const MOST_TRIES = 3;

/** A key that is wanted belongs to another vendor of the register. */
export class KeyTakenError extends ConflictError {
  readonly vendorId: string;

  constructor(vendorId: string) {
    super('Another vendor of your register has this name, handle or host already. Change that one, or merge the two.', {
      name: 'duplicate',
    });
    this.vendorId = vendorId;
  }
}

/** A record, its keys, or what to do to it. */
export type VendorUpdate = {
  readonly $set?: Record<string, unknown>;
  readonly $unset?: Record<string, 1>;
  readonly $push?: Record<string, unknown>;
};

export type VendorStore = ReturnType<typeof vendorStore>;

/** The vendors of a shop as its people keep them. */
export function vendorStore({
  connection,
  texts,
  clock,
}: {
  connection: Connection;
  texts: VendorTexts;
  clock: Clock;
}) {
  const model = vendorModel(connection);
  const claims = vendorKeyModel(connection);
  const there = { removedAt: trusted({ $exists: false }) };

  async function keysOf(shop: string, id: string, session?: ClientSession): Promise<VendorKey[]> {
    const records = await claims
      .find({ shop, vendorId: id }, { key: 1 })
      .session(session ?? null)
      .lean();
    return records.map(({ key }) => key);
  }

  /** Who has one of these keys; null: they are free. */
  async function holderOf(shop: string, keys: readonly VendorKey[], session?: ClientSession): Promise<string | null> {
    if (keys.length === 0) return null;
    const found = await claims
      .find({ shop, key: trusted({ $in: [...keys] }) })
      .session(session ?? null)
      .lean();
    const byKey = new Map(found.map(({ key, vendorId }) => [key, vendorId]));
    return keys.map((key) => byKey.get(key)).find((holder) => holder !== undefined) ?? null;
  }

  async function claim(shop: string, id: string, keys: readonly VendorKey[], session: ClientSession): Promise<void> {
    if (keys.length === 0) return;
    await claims.insertMany(
      [...new Set(keys)].slice(0, MOST_KEYS).map((key) => ({ shop, key, vendorId: id })),
      { session },
    );
  }

  async function refuseIfFull(shop: string, session: ClientSession, more = 1): Promise<void> {
    if ((await model.countDocuments({ shop, ...there }).session(session)) + more > MOST_VENDORS) throw full();
  }

  /** All of it or nothing; of two that want the same key at once the second sees what the first did. */
  async function atOnce<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await connection.transaction(work);
      } catch (error) {
        if (!duplicateKey(error) || tries === MOST_TRIES) throw error;
      }
    }
  }

  async function find(shop: string, id: string, session?: ClientSession): Promise<StoredVendor | null> {
    return model
      .findOne({ shop, _id: id, ...there })
      .session(session ?? null)
      .lean<StoredVendor>();
  }

  /** Changes one record and writes down who did what. False: there is no such vendor. */
  async function edit(
    shop: string,
    id: string,
    act: NewVendorEvent,
    change: (record: StoredVendor) => VendorUpdate,
  ): Promise<boolean> {
    return atOnce(async (session) => {
      const record = await find(shop, id, session);
      if (!record) return false;
      await model.updateOne({ shop, _id: id, ...there }, change(record), { session });
      await noteVendorEvent(connection, { shop, vendorId: id, at: clock.now(), session }, act);
      return true;
    });
  }

  /** The record that these fields make. Sealing asks the store for the shop's key, so it comes before any transaction. */
  async function recordOf(shop: string, fields: VendorFields, userId: string, id = new Types.ObjectId()) {
    const { set } = await texts.fields(shop, id.toString(), fields);
    return {
      ...{ _id: id, shop, name: fields.name, kind: fields.kind, hosts: [...fields.hosts] },
      ...(fields.handle !== null && { handle: fields.handle }),
      dataClasses: [...fields.dataClasses],
      ...(fields.scopes !== null && { statedScopes: [...fields.scopes] }),
      ...set,
      ...(fields.unusedSince !== null && { unusedSince: fields.unusedSince }),
      ...(fields.tokenMadeOn !== null && { credentialMadeOn: fields.tokenMadeOn }),
      ...{ addedAt: clock.now(), addedBy: userId, papers: [], breaches: [] },
    };
  }

  return {
    find,
    keysOf,
    holderOf,
    claim,
    atOnce,
    edit,
    recordOf,
    refuseIfFull,

    /** In the order in which they came. */
    async list(shop: string): Promise<StoredVendor[]> {
      return model
        .find({ shop, ...there })
        .sort({ addedAt: 1, _id: 1 })
        .limit(MOST_VENDORS)
        .lean<StoredVendor[]>();
    },

    /** Keys by vendor. */
    async keys(shop: string): Promise<Map<string, VendorKey[]>> {
      const records = await claims.find({ shop }).lean();
      const byVendor = new Map<string, VendorKey[]>();
      for (const { vendorId, key } of records) byVendor.set(vendorId, [...(byVendor.get(vendorId) ?? []), key]);
      return byVendor;
    },

    /**
     * A vendor that a person enters.
     * @throws {KeyTakenError} it is there already
     * @throws {ConflictError} the register is full
     */
    async add(shop: string, fields: VendorFields, userId: string): Promise<string> {
      const record = await recordOf(shop, fields, userId);
      const id = record._id.toString();
      const keys = keysToEnter(fields);
      await atOnce(async (session) => {
        const holder = await holderOf(shop, keys, session);
        if (holder !== null) throw new KeyTakenError(holder);
        await refuseIfFull(shop, session);
        await model.create([record], { session });
        await claim(shop, id, keys, session);
        await noteVendorEvent(connection, { shop, vendorId: id, at: clock.now(), session }, act('entered', userId));
      });
      return id;
    },

    /**
     * Takes over what was found, once: whoever comes second gets the entry of the first.
     * @throws {ConflictError} the register is full
     */
    async takeOver(
      shop: string,
      { keys, fields }: { readonly keys: readonly VendorKey[]; readonly fields: VendorFields },
      userId: string,
    ): Promise<string> {
      const record = await recordOf(shop, fields, userId);
      const id = record._id.toString();
      return atOnce(async (session) => {
        const holder = await holderOf(shop, keys.slice(0, 1), session);
        if (holder !== null) return holder;
        await refuseIfFull(shop, session);
        const free = [];
        for (const key of keys) if ((await holderOf(shop, [key], session)) === null) free.push(key);
        await model.create([record], { session });
        await claim(shop, id, free, session);
        await noteVendorEvent(connection, { shop, vendorId: id, at: clock.now(), session }, act('entered', userId));
        return id;
      });
    },

    /**
     * Changes the fields that are given. Answers which of them say something new; null: no such vendor.
     * @throws {KeyTakenError} its new handle or host is another vendor's
     */
    async change(
      shop: string,
      id: string,
      wish: Partial<VendorFields>,
      userId: string,
    ): Promise<(keyof VendorFields)[] | null> {
      const before = await find(shop, id);
      if (!before) return null;
      const changed = await newsOf(shop, id, before, wish);
      if (changed.length === 0) return changed;
      const wished = Object.fromEntries(
        VENDOR_TEXTS.filter((name) => changed.includes(name)).map((name) => [name, wish[name] ?? null]),
      ) as Partial<Record<VendorText, string | null>>;
      const sealed = await texts.fields(shop, id, wished);
      const plain = plainUpdate(wish, changed);
      return atOnce(async (session) => {
        const record = await find(shop, id, session);
        if (!record) return null;
        if (changed.includes('handle') || changed.includes('hosts')) await moveKeys(shop, record, wish, session);
        const $set = { ...plain.$set, ...sealed.set };
        const $unset = { ...plain.$unset, ...sealed.unset };
        const update = {
          ...(Object.keys($set).length > 0 && { $set }),
          ...(Object.keys($unset).length > 0 && { $unset }),
        };
        await model.updateOne({ shop, _id: id, ...there }, update, { session });
        for (const about of changed) {
          const changedField = { ...act('changed', userId), about };
          await noteVendorEvent(connection, { shop, vendorId: id, at: clock.now(), session }, changedField);
        }
        return changed;
      });
    },

    /** Takes it out; its keys are free again. When it cannot come back any more; null: there is no such vendor. */
    async remove(shop: string, id: string, userId: string): Promise<Date | null> {
      const now = clock.now();
      return atOnce(async (session) => {
        if (!(await find(shop, id, session))) return null;
        const heldKeys = await keysOf(shop, id, session);
        await claims.deleteMany({ shop, vendorId: id }, { session });
        await model.updateOne({ shop, _id: id, ...there }, { $set: { removedAt: now, heldKeys } }, { session });
        await noteVendorEvent(connection, { shop, vendorId: id, at: now, session }, act('removed', userId));
        return new Date(now.getTime() + VENDOR_UNDO_DAYS * DAY_MS);
      });
    },

    /**
     * Brings it back, with those of its keys that nobody took meanwhile. False: there is none to bring back.
     * @throws {ConflictError} the register is full
     */
    async restore(shop: string, id: string, userId: string): Promise<boolean> {
      const since = new Date(clock.now().getTime() - VENDOR_UNDO_DAYS * DAY_MS);
      return atOnce(async (session) => {
        const gone = { shop, _id: id, removedAt: trusted({ $gt: since }) };
        const record = await model.findOne(gone).session(session).lean<StoredVendor>();
        if (!record) return false;
        await refuseIfFull(shop, session);
        const free = [];
        for (const key of record.heldKeys ?? []) if ((await holderOf(shop, [key], session)) === null) free.push(key);
        await claim(shop, id, free, session);
        await model.updateOne(gone, { $unset: { removedAt: 1, heldKeys: 1 } }, { session });
        await noteVendorEvent(connection, { shop, vendorId: id, at: clock.now(), session }, act('restored', userId));
        return true;
      });
    },
  };

  /** Fields whose wished value is not the present one. */
  async function newsOf(
    shop: string,
    id: string,
    record: StoredVendor,
    wish: Partial<VendorFields>,
  ): Promise<(keyof VendorFields)[]> {
    const now: Partial<VendorFields> = {
      ...{ name: record.name, kind: record.kind, hosts: record.hosts, dataClasses: record.dataClasses },
      ...{ handle: record.handle ?? null, scopes: record.statedScopes ?? null },
      ...{ unusedSince: record.unusedSince ?? null, tokenMadeOn: record.credentialMadeOn ?? null },
      purpose: await texts.open(shop, 'purpose', id, record.purposeSealed),
      owner: await texts.open(shop, 'owner', id, record.ownerSealed),
      contact: await texts.open(shop, 'contact', id, record.contactSealed),
      note: await texts.open(shop, 'note', id, record.noteSealed),
    };
    const names = Object.keys(wish) as (keyof VendorFields)[];
    return names.filter((name) => JSON.stringify(wish[name]) !== JSON.stringify(now[name]));
  }

  /** Keys that follow from handle and hosts go and come with them; those under which it was found stay. */
  async function moveKeys(
    shop: string,
    record: StoredVendor,
    wish: Partial<VendorFields>,
    session: ClientSession,
  ): Promise<void> {
    const id = record._id.toString();
    const old = { handle: record.handle ?? null, hosts: record.hosts };
    const before = keysOfFields(old);
    const after = keysOfFields({
      handle: wish.handle === undefined ? old.handle : wish.handle,
      hosts: wish.hosts ?? old.hosts,
    });
    const held = new Set(await keysOf(shop, id, session));
    const going = before.filter((key) => !after.includes(key) && held.has(key));
    const coming = after.filter((key) => !held.has(key));
    const holder = await holderOf(shop, coming, session);
    if (holder !== null) throw new KeyTakenError(holder);
    if (held.size - going.length + coming.length > MOST_KEYS) throw full();
    await claims.deleteMany({ shop, vendorId: id, key: trusted({ $in: going }) }, { session });
    await claim(shop, id, coming, session);
  }
}

/** Of one that leaves no trace the name tells whether it is there already. */
export function keysToEnter(fields: Pick<VendorFields, 'name' | 'kind' | 'handle' | 'hosts'>): VendorKey[] {
  const { name, kind } = fields;
  const keys = keysOfFields(fields);
  // Orders call a gateway by its name.
  const named = kind === 'payment-gateway' ? gatewayKeys(name) : [nameKey('name', name)];
  return keys.length > 0 ? keys : named;
}

function plainUpdate(wish: Partial<VendorFields>, changed: readonly (keyof VendorFields)[]): VendorUpdate {
  const $set: Record<string, unknown> = {};
  const $unset: Record<string, 1> = {};
  const stored = {
    ...{ name: 'name', kind: 'kind', hosts: 'hosts', handle: 'handle', dataClasses: 'dataClasses' },
    ...{ scopes: 'statedScopes', unusedSince: 'unusedSince', tokenMadeOn: 'credentialMadeOn' },
  } as const;
  for (const [name, field] of Object.entries(stored) as [keyof typeof stored, string][]) {
    if (!changed.includes(name)) continue;
    if (wish[name] === null) $unset[field] = 1;
    else $set[field] = wish[name];
  }
  return { $set, $unset };
}

const act = (kind: NewVendorEvent['kind'], by: string): NewVendorEvent => ({ kind, by });

const full = () =>
  new ConflictError(
    `The register holds ${MOST_VENDORS} vendors. Remove those that you no longer use, then add this one.`,
  );
