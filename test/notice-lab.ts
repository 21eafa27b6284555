import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { pino } from 'pino';
import { DEFAULT_RULE, type NoticeRule, type QuietHours } from '../core/notices/rules.ts';
import type { AlertNews } from '../core/notices/news.ts';
import { alertNewsModel } from '../server/models/alert-news.ts';
import { deliveryModel } from '../server/models/delivery.ts';
import type { CapAnswer } from '../server/notices/mail-caps.ts';
import type { Attempt, Channel, ChannelName, Delivery } from '../server/outbox/channel.ts';
import { createDeliver } from '../server/outbox/deliver.ts';
import { dueLanes } from '../server/outbox/due-lanes.ts';
import { createHandOut } from '../server/outbox/hand-out.ts';
import type { Listeners, MayHear } from '../server/outbox/listeners.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { ensureIndexes } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import { KeyRing } from '../server/store/key-ring.ts';
import { openTestStore } from './store.ts';

/** One message that left, as a receiver sees it. */
export interface Arrival {
  readonly shop: string;
  readonly identity: string;
  readonly to: string;
  readonly body: string;
}

export const someNews = (about: Partial<AlertNews> = {}): AlertNews => ({
  ...{ kind: 'opened', fingerprint: 'f1', checkId: 'security/two-factor', messageId: 'missing', data: {} },
  ...{ subject: 'subject', severity: 'high', atStakePaise: null, dueOn: null, at: '2026-11-23T06:30:00.000Z' },
  ...about,
});

/** A clock that stands still until a test moves it: Monday, 23 November 2026, noon in India. */
export function standingClock(start = '2026-11-23T12:00:00.000+05:30') {
  let at = new Date(start);
  return {
    now: () => at,
    pass(ms: number) {
      at = new Date(at.getTime() + ms);
    },
    set(text: string) {
      at = new Date(text);
    },
  };
}

/** The outbox on a real store, its ways out being fakes that remember what arrived. */
export async function noticeLab() {
  const store = await openTestStore();
  const { connection } = store;
  const clock = standingClock();
  const keyRing = `test:${randomBytes(32).toString('base64')}`;
  const ring = KeyRing.parse(keyRing);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  const outbox = createOutbox({ connection, cipher, clock });
  const arrivals: Arrival[] = [];
  const readers = new Map<string, NoticeRule>([['r1', DEFAULT_RULE]]);
  const state = {
    quietHours: null as QuietHours | null,
    isInstalled: true,
    /** What each way out answers; it may throw, hang or lie. */
    answer: async (_delivery: Delivery): Promise<Attempt> => ({ outcome: 'sent' }),
    mayHear: async (to: string): Promise<MayHear> => {
      const rule = readers.get(to);
      return rule ? { may: true, rule } : { may: false, code: 'gone' };
    },
    room: async (): Promise<CapAnswer> => ({ isFree: true, day: '2026-11-23' }),
    composed: 0,
  };

  const channel = (name: ChannelName): Channel => ({
    name,
    async compose(delivery) {
      state.composed += 1;
      return JSON.stringify({ news: delivery.news.map(({ fingerprint }) => fingerprint), by: state.composed });
    },
    async send(delivery, body) {
      const { shop, identity, to } = delivery;
      const attempt = await state.answer(delivery);
      if (attempt.outcome === 'sent') arrivals.push({ shop, identity, to, body });
      return attempt;
    },
  });
  const listeners: Listeners[] = [
    {
      channel: 'mail',
      list: async () => [...readers].map(([id, rule]) => ({ id, rule })),
      mayHear: ({ to }) => state.mayHear(to),
    },
    {
      channel: 'webhook',
      list: async () => [],
      mayHear: async () => ({ may: true, rule: DEFAULT_RULE }),
    },
  ];
  const deps = {
    ...{
      connection,
      outbox,
      listeners,
      clock,
      log: pino({ level: 'silent' }),
      channels: [channel('mail'), channel('webhook')],
    },
    ...{ quietHoursOf: async () => state.quietHours, isInstalled: async () => state.isInstalled },
    ...{ roomFor: () => state.room(), chance: () => 0.5, patienceMs: 200 },
  };
  deliveryModel(connection);
  alertNewsModel(connection);
  await ensureIndexes(connection);

  return {
    ...{ store, connection, clock, cipher, keyRing, outbox, arrivals, readers, state },
    deps,
    handOut: createHandOut(deps),
    deliver: createDeliver(deps),
    lanes: dueLanes(deps),

    /** What a scan leaves behind when it changed alerts. */
    async scanBrings(shop: string, news: readonly AlertNews[]): Promise<{ shop: string; newsId: string }> {
      const _id = new Types.ObjectId();
      const record = { _id, shop, at: clock.now(), newsJson: JSON.stringify(news), isHandedOut: false };
      await alertNewsModel(connection).create(record);
      return { shop, newsId: _id.toString() };
    },

    rows: (shop: string) => deliveryModel(connection).find({ shop }).sort({ identity: 1 }).lean(),

    close: () => store.close(),
  };
}

export type NoticeLab = Awaited<ReturnType<typeof noticeLab>>;
