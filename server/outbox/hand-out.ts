import type { ClientSession, Connection } from 'mongoose';
import type { AlertNews } from '../../core/notices/news.ts';
import { FLAPPING_DAYS, isUrgent, whenToTell, type Telling } from '../../core/notices/plan.ts';
import type { QuietHours } from '../../core/notices/rules.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { alertNewsModel, type AlertNewsRecord } from '../models/alert-news.ts';
import { trusted } from '../store/connect.ts';
import type { ChannelName } from './channel.ts';
import type { Listener, Listeners } from './listeners.ts';
import type { NewDelivery, Outbox } from './outbox.ts';

const FLAPPING_MS = FLAPPING_DAYS * 24 * 60 * 60_000;

/** News that nobody handed out yet. */
export interface WaitingNews {
  readonly shop: string;
  /** Of the scan that brought them. */
  readonly newsId: string;
}

/** A part of one shop's outbox: one way out. */
export interface Lane {
  readonly shop: string;
  readonly channel: ChannelName;
}

export interface HandOutDeps {
  readonly connection: Connection;
  readonly outbox: Outbox;
  /** Every way out, with those who are told by it. */
  readonly listeners: readonly Listeners[];
  readonly quietHoursOf: (shop: string) => Promise<QuietHours | null>;
  readonly isInstalled: (shop: string) => Promise<boolean>;
  readonly clock: Clock;
}

/**
 * Makes deliveries of what scans found new: for each who listens, one for all that is told at once and one for each
 * digest, in one transaction with the mark that it was done. So a worker that dies leaves all of it or nothing.
 */
export function createHandOut({ connection, outbox, listeners, quietHoursOf, isInstalled, clock }: HandOutDeps) {
  const model = alertNewsModel(connection);
  const newsOf = ({ newsJson }: Pick<AlertNewsRecord, 'newsJson'>) => JSON.parse(newsJson) as AlertNews[];

  /** When each alert that came back was last mended, as far back as that matters. */
  async function mendedAt(shop: string, news: readonly AlertNews[], before: Date): Promise<Map<string, Instant>> {
    const back = new Set(news.filter(({ kind }) => kind === 'reopened').map(({ fingerprint }) => fingerprint));
    if (back.size === 0) return new Map();
    const since = new Date(before.getTime() - FLAPPING_MS);
    const records = await model
      .find({ shop, at: trusted({ $gte: since, $lt: before }) }, { newsJson: 1 })
      .sort({ at: 1 })
      .lean();
    const mended = records
      .flatMap(newsOf)
      .filter(({ kind, fingerprint }) => kind === 'resolved' && back.has(fingerprint));
    return new Map(mended.map(({ fingerprint, at }) => [fingerprint, at]));
  }

  /** Everything that the news are to become. Nobody is told of a shop that is gone. */
  async function plan(shop: string, newsId: string, record: AlertNewsRecord, now: Instant): Promise<NewsDelivery[]> {
    if (!(await isInstalled(shop))) return [];
    const news = newsOf(record);
    const quietHours = await quietHoursOf(shop);
    const mended = await mendedAt(shop, news, record.at);
    const tellingsFor = ({ rule }: Listener): [AlertNews, Telling | null][] =>
      news.map((one) => {
        const hearing = { rule, quietHours, now, mendedAt: mended.get(one.fingerprint) ?? null };
        return [one, whenToTell(one, hearing)];
      });
    const byWay = listeners.map(async (way) =>
      (await way.list(shop)).flatMap((listener) =>
        deliveriesFor(listener, { shop, channel: way.channel, newsId, tellings: tellingsFor(listener) }),
      ),
    );
    return (await Promise.all(byWay)).flat();
  }

  async function put(delivery: NewsDelivery, session: ClientSession): Promise<void> {
    const { part, kind, identity } = delivery;
    if (kind === 'digest' && (await outbox.addToDigest({ ...delivery, part }, session))) return;
    if ((await outbox.add(delivery, session)) || kind !== 'digest') return;
    // That day's digest was begun already: what comes late is one of its own, named after its scan.
    await outbox.add({ ...delivery, identity: `${identity}:${part.source}` }, session);
  }

  return {
    /** Answers which ways out have something to send now. Repeating it changes nothing. */
    async run({ shop, newsId }: WaitingNews): Promise<ChannelName[]> {
      const record = await model.findOne({ shop, _id: newsId, isHandedOut: false }).lean();
      if (!record) return [];
      const now = clock.now().toISOString();
      const deliveries = await plan(shop, newsId, record, now);
      const isDone = await connection.transaction(async (session) => {
        const mine = { shop, _id: newsId, isHandedOut: false };
        const { matchedCount } = await model.updateOne(mine, { $set: { isHandedOut: true } }, { session });
        if (matchedCount === 0) return false;
        for (const delivery of deliveries) await put(delivery, session);
        return true;
      });
      const due = deliveries.filter(({ dueAt }) => isDone && dueAt.toISOString() <= now);
      return [...new Set(due.map(({ channel }) => channel))];
    },

    /** Oldest first, of all shops. For the sweep alone. */
    async waiting(limit: number): Promise<WaitingNews[]> {
      const records = await model
        .find({ isHandedOut: false }, { shop: 1 })
        .setOptions({ acrossTenants: 'the sweep looks for news that nobody was told' })
        .sort({ at: 1 })
        .limit(limit)
        .lean();
      return records.map(({ shop, _id }) => ({ shop, newsId: _id.toString() }));
    },
  };
}

interface Planned {
  readonly shop: string;
  readonly channel: ChannelName;
  readonly newsId: string;
  readonly tellings: readonly (readonly [AlertNews, Telling | null])[];
}

type NewsDelivery = NewDelivery & Required<Pick<NewDelivery, 'part'>>;

/** What is told at once is one message, as early as the most urgent of it; the rest is one for each digest. */
function deliveriesFor({ id }: Listener, { shop, channel, newsId, tellings }: Planned): NewsDelivery[] {
  const groups = new Map<string, { telling: Telling; news: AlertNews[]; at: Instant }>();
  for (const [news, telling] of tellings) {
    if (!telling) continue;
    const key = telling.how === 'digest' ? `digest:${telling.slot}` : `alerts:${newsId}`;
    const group = groups.get(key) ?? { telling, news: [], at: telling.at };
    group.news.push(news);
    groups.set(key, { ...group, at: telling.at < group.at ? telling.at : group.at });
  }
  return [...groups].map(([key, { telling, news, at }]) => ({
    ...{ shop, channel, to: id, identity: `${key}:${channel}:${id}` },
    kind: telling.how === 'digest' ? 'digest' : 'alerts',
    dueAt: new Date(at),
    isUrgent: news.some(isUrgent),
    part: { source: newsId, news },
  }));
}
