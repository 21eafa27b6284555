import type { Connection } from 'mongoose';
import { vendorModel } from '../models/vendor.ts';
import { vendorEventModel } from '../models/vendor-event.ts';
import { vendorKeyModel } from '../models/vendor-key.ts';
import type { Clock } from '../clock.ts';
import { ConflictError } from '../errors.ts';
import { MOST_BREACHES, MOST_PAPERS } from './vendor-decisions.ts';
import { noteVendorEvent } from './vendor-events.ts';
import type { StoredVendor } from './vendor-record.ts';
import { MOST_KEYS, type VendorClaims } from './vendor-claims.ts';
import type { VendorStore } from './vendor-store.ts';
import { SEALED_FIELDS, VENDOR_TEXTS, type VendorTexts } from './vendor-texts.ts';

const MOST_HOSTS = 20;

/**
 * Makes two vendors one: keys, hosts, papers, incidents and history are united, the older dates stay, and what `into`
 * does not say is taken from `from`, which is gone for good. False: one of them is not there.
 *
 * @throws {ConflictError} together they would hold more than one vendor may
 */
export function vendorMerger({
  connection,
  vendors,
  claims,
  texts,
  clock,
}: {
  connection: Connection;
  vendors: Pick<VendorStore, 'atOnce' | 'find'>;
  claims: Pick<VendorClaims, 'of'>;
  texts: VendorTexts;
  clock: Clock;
}) {
  /** A text is sealed for its vendor, so what moves is sealed anew. */
  async function movedTexts(shop: string, from: StoredVendor, into: StoredVendor) {
    const [fromId, intoId] = [from._id.toString(), into._id.toString()];
    const $set: Record<string, unknown> = {};
    for (const name of VENDOR_TEXTS) {
      const field = SEALED_FIELDS[name];
      if (into[field] != null) continue;
      const text = await texts.open(shop, name, fromId, from[field]);
      if (text !== null) $set[field] = await texts.seal(shop, name, intoId, text);
    }
    if (from.approval && !into.approval) {
      const reason = (await texts.open(shop, 'approval', fromId, from.approval.reasonSealed)) ?? '';
      $set['approval'] = { ...from.approval, reasonSealed: await texts.seal(shop, 'approval', intoId, reason) };
    }
    return $set;
  }

  return async function merge(shop: string, from: string, into: string, userId: string): Promise<boolean> {
    const [gone, stays] = await Promise.all([vendors.find(shop, from), vendors.find(shop, into)]);
    if (!gone || !stays) return false;
    const texted = await movedTexts(shop, gone, stays);
    return vendors.atOnce(async (session) => {
      const [theirs, ours] = [await vendors.find(shop, from, session), await vendors.find(shop, into, session)];
      if (!theirs || !ours) return false;
      const keys = [...(await claims.of(shop, from, session)), ...(await claims.of(shop, into, session))];
      const united = unitedFields(theirs, ours);
      if (keys.length > MOST_KEYS || united.papers.length > MOST_PAPERS || united.breaches.length > MOST_BREACHES) {
        throw new ConflictError('Together these two hold too much for one vendor. Remove papers that no longer count.');
      }
      await vendorKeyModel(connection).updateMany({ shop, vendorId: from }, { $set: { vendorId: into } }, { session });
      await vendorEventModel(connection).updateMany(
        { shop, vendorId: from },
        { $set: { vendorId: into } },
        { session },
      );
      await vendorModel(connection).deleteOne({ shop, _id: from }, { session });
      // What was written meanwhile is newer than what would move.
      const moved = Object.entries(texted).filter(([field]) => ours[field as keyof StoredVendor] == null);
      const $set = { ...united, ...Object.fromEntries(moved) };
      await vendorModel(connection).updateOne({ shop, _id: into }, { $set }, { session });
      const event = { kind: 'merged', by: userId, about: theirs.name } as const;
      await noteVendorEvent(connection, { shop, vendorId: into, at: clock.now(), session }, event);
      return true;
    });
  };
}

function unitedFields(from: StoredVendor, into: StoredVendor) {
  const reviewedAt = older(from.reviewedAt, into.reviewedAt);
  const scopes = into.statedScopes ?? from.statedScopes;
  const handle = into.handle ?? from.handle;
  const credential = [into.credentialMadeOn, from.credentialMadeOn].filter((day) => day != null).sort()[0];
  return {
    hosts: [...new Set([...into.hosts, ...from.hosts])].slice(0, MOST_HOSTS),
    dataClasses: unitedClasses(into, from),
    papers: [...into.papers, ...from.papers],
    breaches: [...into.breaches, ...from.breaches],
    addedAt: older(from.addedAt, into.addedAt) ?? into.addedAt,
    ...(handle != null && { handle }),
    ...(scopes != null && { statedScopes: [...new Set([...scopes, ...(from.statedScopes ?? [])])] }),
    ...(reviewedAt && { reviewedAt }),
    ...(credential !== undefined && { credentialMadeOn: credential }),
  };
}

/** "None" beside a class that is named says nothing. */
function unitedClasses(into: StoredVendor, from: StoredVendor): StoredVendor['dataClasses'] {
  const all = [...new Set([...into.dataClasses, ...from.dataClasses])];
  return all.length > 1 ? all.filter((one) => one !== 'none') : all;
}

function older(a: Date | null | undefined, b: Date | null | undefined): Date | null {
  if (!a || !b) return a ?? b ?? null;
  return a < b ? a : b;
}
