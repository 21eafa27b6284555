import type { Connection } from 'mongoose';
import { foldNews } from '../../core/notices/fold-news.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import { alertModel } from '../models/alert.ts';
import { alertSummary, type StoredAlert } from '../shop/alert-shapes.ts';
import { trusted } from '../store/connect.ts';

/** News with its alert as it stands now. */
export interface CurrentNews extends AlertNews {
  readonly alertId: string;
  readonly isOpen: boolean;
}

export type ReadCurrentNews = (shop: string, news: readonly AlertNews[]) => Promise<CurrentNews[]>;

/**
 * What there still is to tell: one piece for each alert, with its newest figures. What was resolved or silenced since is
 * gone, and so is a resolved one that came back.
 */
export function currentNews({ connection }: { connection: Connection }): ReadCurrentNews {
  const model = alertModel(connection);
  return async (shop, news) => {
    const folded = foldNews(news);
    const fingerprints = folded.map(({ fingerprint }) => fingerprint);
    const records = await model
      .find({ shop, fingerprint: trusted({ $in: fingerprints }) }, { history: 0, comments: 0 })
      .lean<Omit<StoredAlert, 'history'>[]>();
    const alerts = new Map(records.map((record) => [record.fingerprint, alertSummary(record)]));
    return folded.flatMap((one) => {
      const alert = alerts.get(one.fingerprint);
      if (!alert || !isStillTrue(one, alert.status)) return [];
      const { id: alertId, messageId, data, severity, atStakePaise, dueOn, status } = alert;
      return [{ ...one, alertId, isOpen: status === 'open', messageId, data, severity, atStakePaise, dueOn }];
    });
  };
}

function isStillTrue({ kind }: AlertNews, status: StoredAlert['status']): boolean {
  return kind === 'resolved' ? status === 'resolved' : status === 'open' || status === 'acknowledged';
}
