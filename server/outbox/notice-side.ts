import type { Connection } from 'mongoose';
import type { QuietHours } from '../../core/notices/rules.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CapAnswer } from '../notices/mail-caps.ts';
import type { Channel, Delivery } from './channel.ts';
import { createDeliver } from './deliver.ts';
import { dueLanes } from './due-lanes.ts';
import { createHandOut } from './hand-out.ts';
import type { Listeners } from './listeners.ts';
import { noticeQueue, startNoticeWorker, type NoticeWork } from './notice-queue.ts';
import type { Outbox } from './outbox.ts';

/** One sweep takes so much of each; the rest waits a minute more. */
const BATCH = 500;

export interface NoticeSideDeps {
  readonly connection: Connection;
  readonly redisUrl: string;
  readonly outbox: Outbox;
  /** Those that this installation has. */
  readonly channels: readonly Channel[];
  readonly listeners: readonly Listeners[];
  readonly quietHoursOf: (shop: string) => Promise<QuietHours | null>;
  readonly isInstalled: (shop: string) => Promise<boolean>;
  readonly roomFor: (delivery: Delivery) => Promise<CapAnswer>;
  /** Ids of readers who can do something about lost access. */
  readonly accessReaders: (shop: string) => Promise<readonly string[]>;
  readonly clock: Clock;
  readonly log: Log;
}

export type NoticeSide = ReturnType<typeof noticeSide>;

/** From what scans found new to what people get: hands news out, and sends what is due. */
export function noticeSide(deps: NoticeSideDeps) {
  const { outbox, channels, accessReaders, redisUrl, clock, log } = deps;
  const handOut = createHandOut(deps);
  const deliver = createDeliver(deps);
  const lanes = dueLanes(deps);
  const queue = noticeQueue({ redisUrl, log });
  const names = channels.map(({ name }) => name);

  const work: NoticeWork = {
    async handOut(news) {
      for (const channel of await handOut.run(news)) await queue.deliver({ shop: news.shop, channel });
    },
    deliver: (lane) => deliver.run(lane),
  };

  return {
    work,

    /** Somebody put something into the outbox that is due now. */
    hurry: queue.deliver,

    /** A scan changed alerts: its news are handed out now, and not a minute later. */
    scanned: (shop: string, scanId: string) => queue.handOut({ shop, newsId: scanId }),

    /** What the queue should be doing, from Mongo alone. */
    async sweep(): Promise<void> {
      for (const news of await handOut.waiting(BATCH)) await queue.handOut(news);
      for (const lane of await lanes.list(names, BATCH)) await queue.deliver(lane);
      await lanes.forgetTexts();
    },

    /** Nothing runs until a person opens the app: owners and managers are told, once a day at most. */
    async visitNeeded(shop: string, install: number): Promise<void> {
      const now = clock.now();
      const day = dayInIndia(now.toISOString());
      for (const to of await accessReaders(shop)) {
        const identity = `visit:${install}:${day}:mail:${to}`;
        await outbox.add({ shop, identity, channel: 'mail', kind: 'visit', to, dueAt: now });
      }
      await queue.deliver({ shop, channel: 'mail' });
    },

    startWorker: ({ stalledMs }: { stalledMs: number }) => startNoticeWorker(work, { redisUrl, stalledMs, log }),
    forget: (shop: string) => queue.forget(shop),
    close: queue.close,
  };
}
