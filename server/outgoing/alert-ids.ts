import type { Connection } from 'mongoose';
import { alertModel } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';

/** Ids of a shop's alerts by fingerprint; those that are gone have none. */
export type AlertIds = (shop: string, fingerprints: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export function alertIds({ connection }: { connection: Connection }): AlertIds {
  const model = alertModel(connection);
  return async (shop, fingerprints) => {
    const records = await model
      .find({ shop, fingerprint: trusted({ $in: [...fingerprints] }) }, { fingerprint: 1 })
      .lean();
    return new Map(records.map(({ _id, fingerprint }) => [fingerprint, _id.toString()]));
  };
}
