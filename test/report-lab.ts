import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { pino } from 'pino';
import type { Snapshot } from '../core/evidence/snapshot.ts';
import { judge } from '../core/judge.ts';
import type { Clock } from '../server/clock.ts';
import { shopModel } from '../server/models/shop.ts';
import { standingModel } from '../server/models/standing.ts';
import { readerListeners } from '../server/notices/reader-listeners.ts';
import { readerStore } from '../server/notices/readers.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { reportSide } from '../server/report/report-side.ts';
import { shopStore } from '../server/shop/shops.ts';
import { snapshotStore } from '../server/shop/snapshots.ts';
import { adminLinks } from '../server/shopify/admin-link.ts';
import { ensureIndexes } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import { KeyRing } from '../server/store/key-ring.ts';
import { openTestStore } from './store.ts';

const RULE = { areas: ['gst', 'security'], leastSeverity: 'high', pace: 'at-once', tellsResolved: false } as const;

export type ReportLab = Awaited<ReturnType<typeof reportLab>>;

/** Weeks of shops on a real store, with a clock that stands still until it is set, and without a queue. */
export async function reportLab(start: string) {
  const store = await openTestStore();
  const { connection } = store;
  let now = new Date(start);
  const clock: Clock = { now: () => now };
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  const shops = shopStore({ connection, clock });
  const snapshots = snapshotStore({ connection, cipher });
  const readers = readerStore({ connection, cipher, ring, clock });
  const outbox = createOutbox({ connection, cipher, clock });
  const webhooks = new Map<string, string[]>();
  const reports = reportSide({
    ...{ connection, cipher, ring, snapshots, shops, readers, outbox, clock, log: pino({ level: 'silent' }) },
    mayHear: (delivery) => readerListeners(readers).mayHear(delivery),
    isInstalled: async (shop) => ((await shops.find(shop))?.status ?? 'uninstalled') !== 'uninstalled',
    adminLink: adminLinks(),
    webhooks: async (shop) => webhooks.get(shop) ?? [],
    quietHoursOf: async () => ({ from: '21:00', to: '08:00' }),
    hurry: async () => undefined,
  });
  await ensureIndexes(connection);

  return {
    ...{ connection, cipher, shops, snapshots, readers, outbox, reports, webhooks },
    close: () => store.close(),

    at(instant: string): void {
      now = new Date(instant);
    },

    /** A shop that came at this moment of the clock. */
    async install(shop: string, timeZone: string | null = 'Asia/Kolkata'): Promise<void> {
      await shops.install(shop, []);
      if (timeZone !== null) await shopModel(connection).updateOne({ shop }, { $set: { timeZone } });
    },

    /** A check of the shop: its snapshot, kept and judged. */
    async check(shop: string, { takenAt, evidence }: Pick<Snapshot, 'takenAt' | 'evidence'>): Promise<string> {
      const _id = new Types.ObjectId();
      const snapshot = await snapshots.keep(_id.toString(), { shop, takenAt, evidence });
      const { results, score } = judge(snapshot);
      const { assessed, applicable } = score;
      await standingModel(connection).create({
        ...{ _id, shop, takenAt: new Date(takenAt), assessed, applicable },
        ...(score.score !== null && { score: score.score }),
        ...{ resultsJson: JSON.stringify(results), partsJson: '[]' },
      });
      return _id.toString();
    },

    /** A reader of the weekly report who confirmed. */
    async reader(shop: string, address: string, isCombined = false): Promise<string> {
      const wishes = { role: 'viewer', language: 'en', getsAlerts: false, getsWeekly: true, rule: RULE } as const;
      const { id } = await readers.add(shop, { address, ...wishes }, '1');
      await readers.confirm(shop, id);
      if (isCombined) await reports.combined.choose({ shop, readerId: id }, address, true);
      return id;
    },

    /** What waits in the outbox of a shop, by identity. */
    async waiting(shop: string): Promise<string[]> {
      return (await outbox.newest(shop)).map(({ identity }) => identity).sort();
    },
  };
}
