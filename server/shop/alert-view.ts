import type { Connection } from 'mongoose';
import { alertModel } from '../models/alert.ts';
import { trusted } from '../store/connect.ts';
import { alertMark } from './alert-mark.ts';
import { AlertSet, type ViewedAlert } from './alert-set.ts';
import { alertSummary, type StoredAlert } from './alert-shapes.ts';

/** More alerts than this of one shop are neither listed, searched nor exported: the oldest resolved ones are left out. */
const MAX_ALERTS = 20_000;
/** Alerts of all shops that one process holds; those asked for longest ago go first. */
const MAX_HELD = 60_000;

interface Held {
  readonly mark: string | null;
  readonly alerts: Promise<AlertSet>;
  size: number;
}

/**
 * The alerts of a shop in memory, for lists, groups, searches and counts. Each question first reads the shop's mark: a
 * change by any process is seen by the next question. Kept by shop, never mixed.
 */
export function alertView({ connection }: { connection: Connection }) {
  const model = alertModel(connection);
  const held = new Map<string, Held>();

  async function read(shop: string): Promise<AlertSet> {
    const without = { history: 0, comments: 0 };
    const live = await model
      .find({ shop, status: trusted({ $in: ['open', 'acknowledged', 'suppressed'] }) }, without)
      .limit(MAX_ALERTS)
      .lean<Omit<StoredAlert, 'history'>[]>();
    const resolved = await model
      .find({ shop, status: 'resolved' }, without)
      .sort({ firstObservedAt: -1 })
      .limit(Math.max(1, MAX_ALERTS - live.length))
      .lean<Omit<StoredAlert, 'history'>[]>();
    return new AlertSet([...live, ...resolved].map(viewed));
  }

  function makeRoom(): void {
    let total = [...held.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [shop, { size }] of held) {
      if (total <= MAX_HELD || held.size === 1) return;
      held.delete(shop);
      total -= size;
    }
  }

  return {
    async of(shop: string): Promise<AlertSet> {
      const mark = await alertMark(connection, shop);
      const known = held.get(shop);
      const isFresh = known !== undefined && mark !== null && known.mark === mark;
      const entry: Held = isFresh ? known : { mark, alerts: read(shop), size: 0 };
      held.delete(shop); // and to the end: the longest unasked stand first
      held.set(shop, entry);
      try {
        const alerts = await entry.alerts;
        if (!isFresh) {
          entry.size = alerts.alerts.length;
          makeRoom();
        }
        return alerts;
      } catch (error) {
        if (held.get(shop) === entry) held.delete(shop);
        throw error;
      }
    },
  };
}

const viewed = (record: Omit<StoredAlert, 'history'>): ViewedAlert => ({
  summary: alertSummary(record),
  newsAt: record.newsAt?.toISOString() ?? null,
});
