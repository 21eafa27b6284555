import type { ClientSession, Connection } from 'mongoose';
import type { VendorEvent, VendorEventKind } from '../../core/api/vendors.ts';
import { vendorEventModel } from '../models/vendor-event.ts';

const MOST_SHOWN = 200;

/** What is written of one act. `about` is the name of a paper, a field or another vendor, never a person's words. */
export interface NewVendorEvent {
  readonly kind: VendorEventKind;
  /** Number of the user in the admin, "prahari" or "vendor". */
  readonly by: string;
  readonly about?: string | null;
}

export async function noteVendorEvent(
  connection: Connection,
  { shop, vendorId, at, session }: { shop: string; vendorId: string; at: Date; session?: ClientSession },
  { kind, by, about = null }: NewVendorEvent,
): Promise<void> {
  const event = { shop, vendorId, at, kind, by, ...(about !== null && { about }) };
  await vendorEventModel(connection).create([event], { ...(session && { session }) });
}

/** Newest first, at most 200. */
export async function vendorEvents(connection: Connection, shop: string, vendorId: string): Promise<VendorEvent[]> {
  const records = await vendorEventModel(connection).find({ shop, vendorId }).sort({ at: -1 }).limit(MOST_SHOWN).lean();
  return records.map(({ at, kind, by, about }) => ({ at: at.toISOString(), kind, by, about: about ?? null }));
}
