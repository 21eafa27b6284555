import type { ClientSession, Connection } from 'mongoose';
import type { VendorFields } from '../../core/api/vendors.ts';
import type { VendorKey } from '../../core/evidence/vendors.ts';
import type { Clock } from '../clock.ts';
import type { TellVendors } from '../flow/flow-teller.ts';
import { ConflictError } from '../errors.ts';
import { VENDOR_UNDO_DAYS, vendorModel } from '../models/vendor.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import { KeyTakenError, keysToEnter, type VendorClaims } from './vendor-claims.ts';
import { noteVendorEvent, type NewVendorEvent } from './vendor-events.ts';
import { newRecord, newsOf, updateOf } from './vendor-fields.ts';
import type { StoredVendor } from './vendor-record.ts';
import { vendorSightings } from './vendor-sightings.ts';
import type { VendorTexts } from './vendor-texts.ts';

/** A shop with more vendors than this keeps no register of them. */
const MOST_VENDORS = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Two that claim one key at once: the loser looks again and finds the winner's. */
const MOST_TRIES = 3;

const THERE = { removedAt: trusted({ $exists: false }) };
const GONE = { removedAt: trusted({ $exists: true }) };

/** What is to be done to a record. */
export interface VendorUpdate {
  readonly $set?: Record<string, unknown>;
  readonly $unset?: Record<string, 1>;
  readonly $push?: Record<string, unknown>;
}

/** Null: nobody wants to be told. */
export type VendorTellers = (shop: string) => Promise<TellVendors | null>;

export type VendorStore = ReturnType<typeof vendorStore>;

/** The vendors of a shop as its people keep them. */
export function vendorStore({
  connection,
  claims,
  texts,
  tellers,
  clock,
}: {
  connection: Connection;
  claims: VendorClaims;
  texts: VendorTexts;
  tellers: VendorTellers;
  clock: Clock;
}) {
  const model = vendorModel(connection);

  /** @throws {ConflictError} there is no room for so many more */
  async function refuseIfFull(shop: string, session: ClientSession, more = 1): Promise<void> {
    if ((await model.countDocuments({ shop, ...THERE }).session(session)) + more > MOST_VENDORS) throw full();
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
      .findOne({ shop, _id: id, ...THERE })
      .session(session ?? null)
      .lean<StoredVendor>();
  }

  /** A check found it before: it was told then. */
  async function wasSeen(shop: string, keys: readonly VendorKey[]): Promise<boolean> {
    const seen = new Set((await vendorSightings(connection, shop)).map(({ key }) => key));
    return keys.some((key) => seen.has(key));
  }

  const note = (shop: string, vendorId: string, event: NewVendorEvent, session: ClientSession) =>
    noteVendorEvent(connection, { shop, vendorId, at: clock.now(), session }, event);

  /** Takes it out; its keys are free again. Of more than can be brought back the oldest is gone. */
  async function takeOut(shop: string, id: string, userId: string, session: ClientSession): Promise<void> {
    const heldKeys = await claims.of(shop, id, session);
    await claims.give(shop, id, heldKeys, session);
    await model.updateOne({ shop, _id: id, ...THERE }, { $set: { removedAt: clock.now(), heldKeys } }, { session });
    await note(shop, id, { kind: 'removed', by: userId }, session);
    const [oldest] = await model
      .find({ shop, ...GONE }, { _id: 1 })
      .session(session)
      .sort({ removedAt: -1 })
      .skip(MOST_VENDORS)
      .limit(1)
      .lean();
    if (oldest) await model.deleteOne({ shop, _id: oldest._id }, { session });
  }

  return {
    find,
    atOnce,
    takeOut,
    refuseIfFull,

    newRecord: (shop: string, fields: VendorFields, userId: string) =>
      newRecord(texts, { shop, fields, userId, now: clock.now() }),

    /** In the order in which they came. */
    async list(shop: string): Promise<StoredVendor[]> {
      return model
        .find({ shop, ...THERE })
        .sort({ addedAt: 1, _id: 1 })
        .limit(MOST_VENDORS)
        .lean<StoredVendor[]>();
    },

    /** Changes one record and writes down who did what. False: there is no such vendor. */
    async edit(
      shop: string,
      id: string,
      event: NewVendorEvent,
      change: (record: StoredVendor) => VendorUpdate,
    ): Promise<boolean> {
      return atOnce(async (session) => {
        const record = await find(shop, id, session);
        if (!record) return false;
        await model.updateOne({ shop, _id: id, ...THERE }, change(record), { session });
        await note(shop, id, event, session);
        return true;
      });
    },

    /**
     * A vendor that a person enters.
     * @throws {KeyTakenError} it is there already
     * @throws {ConflictError} the register is full
     */
    async add(shop: string, fields: VendorFields, userId: string): Promise<string> {
      const record = await newRecord(texts, { shop, fields, userId, now: clock.now() });
      const id = record._id.toString();
      const keys = keysToEnter(fields);
      const tell = await tellers(shop);
      const isSeen = await wasSeen(shop, keys);
      await atOnce(async (session) => {
        if ((await claims.holder(shop, keys, session)) !== null) throw new KeyTakenError();
        await refuseIfFull(shop, session);
        await model.create([record], { session });
        await claims.take(shop, id, keys, session);
        await note(shop, id, { kind: 'entered', by: userId }, session);
        const vendors = isSeen ? [] : [{ key: null, id, how: 'entered' as const }];
        await tell?.({ source: `entry ${id}`, isFirstCheck: false, vendors }, session);
      });
      return id;
    },

    /**
     * Takes over what was found, once: whoever comes second gets the entry of the first, who is known by the first key.
     * @throws {ConflictError} the register is full
     */
    async takeOver(
      shop: string,
      { keys, fields }: { readonly keys: readonly VendorKey[]; readonly fields: VendorFields },
      userId: string,
    ): Promise<string> {
      const record = await newRecord(texts, { shop, fields, userId, now: clock.now() });
      const id = record._id.toString();
      return atOnce(async (session) => {
        const holder = await claims.holder(shop, keys.slice(0, 1), session);
        if (holder !== null) return holder;
        await refuseIfFull(shop, session);
        await model.create([record], { session });
        await claims.takeFree(shop, id, keys, session);
        await note(shop, id, { kind: 'entered', by: userId }, session);
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
    ): Promise<readonly (keyof VendorFields)[] | null> {
      const before = await find(shop, id);
      if (!before) return null;
      const changed = await newsOf(texts, before, wish);
      if (changed.length === 0) return changed;
      const update = await updateOf(texts, before, wish, changed);
      return atOnce(async (session) => {
        const record = await find(shop, id, session);
        if (!record) return null;
        if (changed.includes('handle') || changed.includes('hosts')) {
          const from = { handle: record.handle ?? null, hosts: record.hosts };
          const to = { handle: wish.handle === undefined ? from.handle : wish.handle, hosts: wish.hosts ?? from.hosts };
          await claims.move(shop, id, { from, to }, session);
        }
        await model.updateOne({ shop, _id: id, ...THERE }, update, { session });
        for (const about of changed) await note(shop, id, { kind: 'changed', by: userId, about }, session);
        return changed;
      });
    },

    /** Until when it can come back; null: there is no such vendor. */
    async remove(shop: string, id: string, userId: string): Promise<Date | null> {
      return atOnce(async (session) => {
        if (!(await find(shop, id, session))) return null;
        await takeOut(shop, id, userId, session);
        return new Date(clock.now().getTime() + VENDOR_UNDO_DAYS * DAY_MS);
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
        await claims.takeFree(shop, id, record.heldKeys ?? [], session);
        await model.updateOne(gone, { $unset: { removedAt: 1, heldKeys: 1 } }, { session });
        await note(shop, id, { kind: 'restored', by: userId }, session);
        return true;
      });
    },
  };
}

const full = () =>
  new ConflictError(
    `The register holds ${MOST_VENDORS} vendors. Remove those that you no longer use, then add this one.`,
  );
