import type { Connection } from 'mongoose';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { LINK_DAYS, linkSecrets } from '../links/link-secrets.ts';
import { vendorLinkModel, type VendorLinkRecord } from '../models/vendor-link.ts';

const HOUR_MS = 60 * 60_000;
const LINK_MS = LINK_DAYS * 24 * HOUR_MS;
/** Twenty answers take a working day and colleagues who know. */
export const SESSION_HOURS = 12;
const SESSION_MS = SESSION_HOURS * HOUR_MS;

/** What one link grants: the questions of one shop to one vendor, once. */
export interface VendorLink {
  readonly shop: string;
  readonly vendorId: string;
  readonly attempt: string;
  readonly expiresAt: Instant;
  readonly isFinished: boolean;
}

/** Links that let a vendor answer without a log-in. */
export function vendorLinkStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = vendorLinkModel(connection);
  const secrets = linkSecrets({ model, clock, linkOf, sessionMs: SESSION_MS, keptMs: LINK_MS + SESSION_MS });

  return {
    ...secrets,

    create: (shop: string, vendorId: string, userId: string) => secrets.create({ shop, vendorId }, userId),

    /** The end of the link that is out; null: none is. */
    async endsAt(shop: string, vendorId: string): Promise<Instant | null> {
      const record = await model.findOne({ shop, vendorId, finishedAt: null }).lean();
      return record && record.expiresAt > clock.now() ? record.expiresAt.toISOString() : null;
    },

    /** Ends the vendor's link, opened or not. False: there was none. */
    async withdraw(shop: string, vendorId: string): Promise<boolean> {
      const { deletedCount } = await model.deleteMany({ shop, vendorId });
      return deletedCount > 0;
    },
  };
}

function linkOf({ shop, vendorId, attempt, expiresAt, finishedAt }: VendorLinkRecord): VendorLink {
  return { shop, vendorId, attempt, expiresAt: expiresAt.toISOString(), isFinished: finishedAt != null };
}
