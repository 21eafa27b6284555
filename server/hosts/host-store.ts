import { randomBytes } from 'node:crypto';
import { Types, type Connection } from 'mongoose';
import type { SignatureRow } from '../../core/api/hosts.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { CrawlerSignature, OwnHost } from '../collect/collector.ts';
import { ConflictError } from '../errors.ts';
import { crawlerSignatureModel } from '../models/crawler-signature.ts';
import { ownHostModel } from '../models/own-host.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

const MAX_HOSTS = 10;
const MAX_SIGNATURES = 50;
const PROOF_BYTES = 20;

export type HostStore = ReturnType<typeof hostStore>;

/** Hosts that the merchant named, and the crawler signatures that were given for hosts of the shop. */
export function hostStore({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const hosts = ownHostModel(connection);
  const signatures = crawlerSignatureModel(connection);
  const place = (host: string) => ({ collection: 'crawler_signatures', field: 'headers', id: host });

  return {
    /** In the order in which they were named. */
    async hosts(shop: string): Promise<(OwnHost & { readonly id: string })[]> {
      const records = await hosts.find({ shop }).sort({ addedAt: 1, _id: 1 }).limit(MAX_HOSTS).lean();
      return records.map(({ _id, host, proof }) => ({ id: _id.toString(), host, proof }));
    },

    /** @throws {ConflictError} it is on the list already, or there are too many */
    async addHost(shop: string, host: string, userId: string): Promise<OwnHost & { readonly id: string }> {
      if ((await hosts.countDocuments({ shop })) >= MAX_HOSTS) {
        throw new ConflictError(`A shop can name ${MAX_HOSTS} hosts of its own. Remove one first.`);
      }
      const _id = new Types.ObjectId();
      const proof = randomBytes(PROOF_BYTES).toString('base64url');
      try {
        await hosts.create({ _id, shop, host, proof, addedAt: clock.now(), addedBy: userId });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        throw new ConflictError('This host is on your list already.', { host: 'duplicate' });
      }
      return { id: _id.toString(), host, proof };
    },

    /** Its signature goes with it. False when the shop has no such host. */
    async removeHost(shop: string, id: string): Promise<boolean> {
      const removed = await hosts.findOneAndDelete({ shop, _id: id }).lean();
      if (removed) await signatures.deleteOne({ shop, host: removed.host });
      return removed !== null;
    },

    async signatures(shop: string): Promise<SignatureRow[]> {
      const records = await signatures.find({ shop }).sort({ host: 1 }).limit(MAX_SIGNATURES).lean();
      return records.map(({ host, endsOn }) => ({ host, endsOn }));
    },

    /** Instead of the one before. */
    async setSignature(
      shop: string,
      { host, headers, endsOn }: { host: string; headers: Readonly<Record<string, string>>; endsOn: Day },
      userId: string,
    ): Promise<void> {
      const headersSealed = await cipher.seal(shop, place(host), JSON.stringify(headers));
      const set = { headersSealed, endsOn, setAt: clock.now(), setBy: userId };
      const send = () => signatures.updateOne({ shop, host }, { $set: set }, { upsert: true });
      try {
        await send();
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        await send(); // two first ones at once make one
      }
    },

    /** False when this host has none. */
    async removeSignature(shop: string, host: string): Promise<boolean> {
      return (await signatures.deleteOne({ shop, host })).deletedCount > 0;
    },

    /** All of them: the shop's access ended. */
    async forgetSignatures(shop: string): Promise<void> {
      await signatures.deleteMany({ shop });
    },

    /** Opened, for the visit of this one host. */
    async signatureFor(shop: string, host: string): Promise<CrawlerSignature | null> {
      const record = await signatures.findOne({ shop, host }).lean();
      if (!record) return null;
      const headers = JSON.parse(await cipher.open(shop, place(host), record.headersSealed)) as Record<string, string>;
      return { headers, endsOn: record.endsOn };
    },
  };
}
