import type { Connection } from 'mongoose';
import type { QuietHours } from '../../core/notices/rules.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ReaderStore } from '../notices/readers.ts';
import type { Lane } from '../outbox/hand-out.ts';
import type { Listeners } from '../outbox/listeners.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { SnapshotStore } from '../shop/snapshots.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { combinedReaders } from './combined-readers.ts';
import { reportLetters } from './report-letters.ts';
import { reportMaker } from './report-maker.ts';
import { reportSchedule } from './report-schedule.ts';
import { reportSender, type ReportSenderDeps } from './report-sender.ts';
import { reportStore } from './report-store.ts';
import { reportWeeks } from './report-weeks.ts';

export interface ReportSideDeps {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly ring: Pick<KeyRing, 'activeId' | 'derive'>;
  readonly snapshots: Pick<SnapshotStore, 'find'>;
  readonly shops: Pick<ShopStore, 'find'>;
  readonly readers: Pick<ReaderStore, 'confirmed' | 'find'>;
  readonly mayHear: Listeners['mayHear'];
  readonly isInstalled: (shop: string) => Promise<boolean>;
  readonly adminLink: AdminLink;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly webhooks: ReportSenderDeps['webhooks'];
  readonly quietHoursOf: (shop: string) => Promise<QuietHours | null>;
  readonly hurry: (lane: Lane) => Promise<void>;
  /** Hears of each report that was made for a week that is over. */
  readonly onMade?: ReportSenderDeps['onMade'];
  readonly clock: Clock;
  readonly log: Log;
}

export type ReportSide = ReturnType<typeof reportSide>;

/** Weeks of shops: made, kept, sent and listed. */
export function reportSide(deps: ReportSideDeps) {
  const { connection, cipher, ring, shops, clock } = deps;
  const store = reportStore({ connection, cipher });
  const maker = reportMaker({ ...deps, store });
  const schedule = reportSchedule({ connection, clock });
  const combined = combinedReaders({ connection, ring });
  const sender = reportSender({ ...deps, maker, schedule, combined });
  const letters = reportLetters({ ...deps, maker, combined });
  return {
    ...{ maker, schedule, combined, letters },
    sendAgain: (shop: string, monday: Day) => sender.sendAgain(shop, monday),
    auditMarks: (shop: string) => store.auditMarks(shop),
    weeks: reportWeeks({ connection, shops, clock }),
    due: (limit: number) => schedule.due(limit),
    later: (shop: string) => schedule.later(shop),
    run: (shop: string) => sender.run(shop),

    /** For the board of what runs by itself. */
    async times(shop: string): Promise<{ readonly lastAt: Date | null; readonly nextAt: Date | null }> {
      return { lastAt: await store.newestEnd(shop), nextAt: await schedule.nextAt(shop) };
    },
  };
}
