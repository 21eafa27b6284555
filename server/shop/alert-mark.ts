import { Types, type ClientSession, type Connection } from 'mongoose';
import { alertMarkModel } from '../models/alert-mark.ts';

/** Says that alerts of the shop change, in the transaction that changes them. */
export async function markAlerts(connection: Connection, shop: string, session: ClientSession): Promise<void> {
  const mark = new Types.ObjectId().toString();
  await alertMarkModel(connection).updateOne({ shop }, { $set: { mark } }, { upsert: true, session });
}

/** The shop's mark; null: nothing about its alerts was written yet. */
export async function alertMark(connection: Connection, shop: string): Promise<string | null> {
  const known = await alertMarkModel(connection).findOne({ shop }, { mark: 1 }).lean();
  return known?.mark ?? null;
}
