import type { Connection } from 'mongoose';
import type { SelfCheckPurpose } from '../../core/api/self-check.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { staffLinkModel, type StaffLinkRecord } from '../models/staff-link.ts';
import { linkSecrets } from './link-secrets.ts';

const MINUTE_MS = 60_000;
/** Time to type a password, ask a colleague, and come back. */
export const SESSION_MINUTES = 60;
const REMEMBERED_MS = RETENTION_DAYS.selfChecks * 24 * 60 * MINUTE_MS;
const MOST_LINKS = 10_000;

/** What one link grants: one purpose for one person of one shop. */
export interface StaffLink {
  readonly shop: string;
  readonly personId: string;
  readonly purpose: SelfCheckPurpose;
  readonly attempt: string;
  readonly isFinished: boolean;
}

/** Who was asked what, and when. */
export interface AskedPerson {
  readonly personId: string;
  readonly purpose: SelfCheckPurpose;
  readonly askedAt: Instant;
}

export type StaffLinkStore = ReturnType<typeof staffLinkStore>;

/** Links that let a person in without a log-in of Shopify: one for each person and purpose. */
export function staffLinkStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = staffLinkModel(connection);
  const sessionMs = SESSION_MINUTES * MINUTE_MS;
  const secrets = linkSecrets({ model, clock, linkOf, sessionMs, keptMs: REMEMBERED_MS });

  return {
    ...secrets,

    create: (shop: string, { personId, purpose }: { personId: string; purpose: SelfCheckPurpose }, userId: string) =>
      secrets.create({ shop, personId, purpose }, userId),

    /** Ends all links of a person, and forgets that there were any. */
    async withdraw(shop: string, personId: string): Promise<void> {
      await model.deleteMany({ shop, personId });
    },

    async asked(shop: string): Promise<AskedPerson[]> {
      const records = await model.find({ shop }).sort({ createdAt: 1 }).limit(MOST_LINKS).lean();
      return records.map(({ personId, purpose, createdAt }) => ({
        personId,
        purpose,
        askedAt: createdAt.toISOString(),
      }));
    },
  };
}

function linkOf({ shop, personId, purpose, attempt, finishedAt }: StaffLinkRecord): StaffLink {
  return { shop, personId, purpose, attempt, isFinished: finishedAt != null };
}
