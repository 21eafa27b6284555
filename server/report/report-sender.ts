import { afterQuietHours } from '../../core/notices/quiet-hours.ts';
import type { QuietHours } from '../../core/notices/rules.ts';
import { endedWeek, weekStartingOn } from '../../core/report/week.ts';
import type { WeeklyReport } from '../../core/report/weekly-report.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ReaderStore } from '../notices/readers.ts';
import type { Lane } from '../outbox/hand-out.ts';
import type { NewDelivery, Outbox } from '../outbox/outbox.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { CombinedReaders } from './combined-readers.ts';
import type { ReportMaker } from './report-maker.ts';
import type { ReportSchedule } from './report-schedule.ts';

/** A report that is later than this is sent when quiet hours are over; one that is on time goes at its hour. */
const LATE_MS = 60 * 60_000;
/** So long we say that nobody looked; then the reports rest until somebody does. */
const SAID_MS = 35 * 24 * 60 * 60_000;

export interface ReportSenderDeps {
  readonly maker: ReportMaker;
  readonly schedule: ReportSchedule;
  readonly shops: Pick<ShopStore, 'find'>;
  readonly readers: Pick<ReaderStore, 'confirmed' | 'find'>;
  readonly combined: CombinedReaders;
  /** Ids of the webhooks that are on and want reports. */
  readonly webhooks: (shop: string) => Promise<readonly string[]>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly quietHoursOf: (shop: string) => Promise<QuietHours | null>;
  readonly hurry: (lane: Lane) => Promise<void>;
  /** Hears of each report that was made for a week that is over. */
  readonly onMade?: ((shop: string, monday: Day) => Promise<void>) | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Records each week when it ends, and puts its report into the outbox: once for each who gets it. */
export function reportSender(deps: ReportSenderDeps) {
  const { maker, schedule, shops, readers, combined, webhooks, outbox, quietHoursOf, hurry, clock, log } = deps;

  /** `again` tells the times apart that people asked for it by hand. */
  async function put(shop: string, monday: Day, { dueAt, again }: { dueAt: Date; again?: string }): Promise<number> {
    const identityOf = (channel: string, to: string) =>
      [
        again === undefined ? 'weekly' : 'weekly-again',
        monday,
        ...(again === undefined ? [] : [again]),
        channel,
        to,
      ].join(':');
    let count = 0;
    for (const reader of await readers.confirmed(shop)) {
      if (!reader.getsWeekly) continue;
      if (reader.isCombined && again === undefined) {
        await putCombined({ shop, readerId: reader.id }, monday, dueAt);
        continue;
      }
      const identity = identityOf('mail', reader.id);
      const delivery = { shop, identity, channel: 'mail', kind: 'weekly', to: reader.id, dueAt, monday } as const;
      count += Number(await outbox.add(delivery));
    }
    for (const to of await webhooks(shop)) {
      const identity = identityOf('webhook', to);
      count += Number(await outbox.add({ shop, identity, channel: 'webhook', kind: 'weekly', to, dueAt, monday }));
    }
    await hurry({ shop, channel: 'mail' });
    await hurry({ shop, channel: 'webhook' });
    return count;
  }

  /** One for all shops of a reader, due when the last of their weeks is over; one shop of them sends it. */
  async function putCombined(
    { shop, readerId }: { shop: string; readerId: string },
    monday: Day,
    dueAt: Date,
  ): Promise<void> {
    const reader = await readers.find(shop, readerId);
    if (!reader) return;
    const key = await combined.keyNow({ shop, readerId }, reader.address);
    const identity = `combined:${monday}:${key}`;
    const all = await combined.shopsOf(key);
    const ends = await Promise.all(all.map((one) => endOf(one.shop, monday)));
    const last = new Date(Math.max(dueAt.getTime(), ...ends.map((end) => end?.getTime() ?? 0)));
    const sender = await combined.senderOf(identity, { shop, readerId }, clock.now());
    const delivery: NewDelivery = {
      ...{ shop: sender.shop, identity, channel: 'mail', kind: 'weekly', to: sender.readerId, dueAt: last, monday },
    };
    await outbox.add(delivery);
    await hurry({ shop: sender.shop, channel: 'mail' });
  }

  async function endOf(shop: string, monday: Day): Promise<Date | null> {
    const week = weekStartingOn(monday, (await shops.find(shop))?.timeZone ?? null);
    return week && new Date(week.endsAt);
  }

  async function whenDue(shop: string, endsAt: string): Promise<Date> {
    const now = clock.now();
    if (now.getTime() - Date.parse(endsAt) <= LATE_MS) return now;
    return new Date(afterQuietHours(await quietHoursOf(shop), now.toISOString()));
  }

  return {
    /**
     * The newest week that is over: recorded and sent, once. Mondays that were missed before it are not made up for; their
     * reports can be read all the same. Safe to repeat.
     */
    async run(shop: string): Promise<void> {
      const known = await shops.find(shop);
      if (!known || known.status === 'uninstalled') return;
      const { monday, endsAt } = endedWeek(clock.now().toISOString(), known.timeZone);
      // A week that was over before the shop came has no report.
      const made = known.installedAt.toISOString() < endsAt ? await maker.make(shop, monday) : null;
      if (made && isWorthSending(made.report)) {
        const count = await put(shop, monday, { dueAt: await whenDue(shop, endsAt) });
        await deps.onMade?.(shop, monday);
        log.info({ shop, monday, deliveries: count }, 'weekly report made');
      }
      await schedule.plan(shop, known.timeZone);
    },

    /** Once more, because somebody asked: of that week, as it is now if it goes on. Answers to how many. */
    async sendAgain(shop: string, monday: Day): Promise<number> {
      const now = clock.now();
      return put(shop, monday, { dueAt: now, again: now.toISOString().slice(0, 19).replaceAll(/\D/g, '') });
    },
  };
}

function isWorthSending({ snapshot, week }: WeeklyReport): boolean {
  return Date.parse(week.endsAt) - Date.parse(snapshot.takenAt) <= SAID_MS;
}
