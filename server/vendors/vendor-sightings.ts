import type { ClientSession, Connection } from 'mongoose';
import type { VendorKey, VendorSighting } from '../../core/evidence/vendors.ts';
import type { FoundVendor } from '../../core/vendors/vendor.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { vendorSightingModel } from '../models/vendor-sighting.ts';

/** More traces of one shop are not remembered: those that were not seen for longest are let go. */
export const MOST_SIGHTINGS = 2_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Which vendors a check found, and when. */
export interface FoldedVendors {
  readonly shop: string;
  readonly takenAt: Date;
  readonly session: ClientSession;
}

/** Vendors that no check saw before. */
export interface FreshVendors<V> {
  /** No check had looked before this one. */
  readonly isFirstCheck: boolean;
  readonly fresh: readonly V[];
}

/** Remembers what a judged snapshot found, inside the caller's transaction. Repeating it changes nothing. */
export async function foldVendors<V extends Pick<FoundVendor, 'keys'>>(
  connection: Connection,
  { shop, takenAt, session }: FoldedVendors,
  found: readonly V[],
): Promise<FreshVendors<V>> {
  const model = vendorSightingModel(connection);
  const record = await model.findOne({ shop }).session(session).lean();
  const before = record ? (JSON.parse(record.sightingsJson) as VendorSighting[]) : [];
  const after = seenAgain(before, new Set(found.flatMap(({ keys }) => keys)), takenAt);
  // An empty list says that a check has looked.
  await model.updateOne({ shop }, { $set: { sightingsJson: JSON.stringify(after) } }, { upsert: true, session });
  const known = new Set(before.map(({ key }) => key));
  return { isFirstCheck: record === null, fresh: found.filter(({ keys }) => !keys.some((key) => known.has(key))) };
}

/** The newest first; of those seen at the same moment, the one that is known longest. */
export function seenAgain(
  before: readonly VendorSighting[],
  keys: ReadonlySet<VendorKey>,
  takenAt: Date,
): VendorSighting[] {
  const now = takenAt.toISOString();
  const oldest = new Date(takenAt.getTime() - RETENTION_DAYS.events * DAY_MS).toISOString();
  const known = new Map(before.map((sighting) => [sighting.key, sighting]));
  for (const key of keys) {
    const { firstSeenAt = now, lastSeenAt = now } = known.get(key) ?? {};
    known.set(key, {
      key,
      firstSeenAt: firstSeenAt < now ? firstSeenAt : now,
      lastSeenAt: lastSeenAt > now ? lastSeenAt : now,
    });
  }
  return [...known.values()]
    .filter(({ lastSeenAt }) => lastSeenAt >= oldest)
    .sort((a, b) => order(b.lastSeenAt, a.lastSeenAt) || order(a.firstSeenAt, b.firstSeenAt) || order(a.key, b.key))
    .slice(0, MOST_SIGHTINGS);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All that the shop's checks saw. */
export async function vendorSightings(connection: Connection, shop: string): Promise<VendorSighting[]> {
  const record = await vendorSightingModel(connection).findOne({ shop }).lean();
  return record ? (JSON.parse(record.sightingsJson) as VendorSighting[]) : [];
}
