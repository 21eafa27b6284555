import type { Connection } from 'mongoose';
import type { AlertDetail, AlertGroup, AlertGrouping, AlertSummary, ChangedAlerts } from '../../core/api/alerts.ts';
import type { Home } from '../../core/api/home.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import { SEVERITIES, type Severity } from '../../core/severity.ts';
import type { Clock } from '../clock.ts';
import { alertModel } from '../models/alert.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { actOnAlerts, handOnAlerts, type AlertAct } from './alert-acts.ts';
import { alertComments } from './alert-comments.ts';
import { isOverdue, type AlertFilter } from './alert-lists.ts';
import { alertDetail } from './alert-shapes.ts';
import { alertView } from './alert-view.ts';

export type { AlertAct } from './alert-acts.ts';
export type { AlertFilter } from './alert-lists.ts';

export const ALERT_PAGE_SIZE = 25;
const DO_NEXT = 5;
const GRAVEST: AlertFilter = {
  status: ['open'],
  severity: ['critical', 'high', 'medium', 'low'],
  area: null,
  check: [],
  q: '',
  sort: 'severity',
};

/** What Home tells of alerts. */
export type AlertFigures = Pick<
  Home,
  'openBySeverity' | 'suppressedCount' | 'atStakePaise' | 'overdueCount' | 'newestCriticalAt' | 'doNext'
> & {
  /** Whether this shop ever mended something. */
  readonly isAnyResolved: boolean;
  /** How many open alerts became news after an instant. */
  readonly newsSince: (since: Date) => number;
};

export type AlertStore = ReturnType<typeof alertStore>;

/** The shop's alerts, as people read and handle them. Scans write them through fold-alerts.ts. */
export function alertStore(deps: { connection: Connection; cipher: FieldCipher; clock: Clock }) {
  const { connection, cipher, clock } = deps;
  const model = alertModel(connection);
  const view = alertView({ connection });
  const comments = alertComments(deps);

  /** All that fit, in order, without their history. */
  const all = async (shop: string, filter: AlertFilter): Promise<readonly AlertSummary[]> =>
    (await view.of(shop)).list(filter);
  const today = () => dayInIndia(clock.now().toISOString());
  const pageOf = <T>(rows: readonly T[], page: number) =>
    rows.slice((page - 1) * ALERT_PAGE_SIZE, page * ALERT_PAGE_SIZE);

  return {
    all,

    async page(shop: string, filter: AlertFilter, page: number): Promise<{ alerts: AlertSummary[]; total: number }> {
      const found = await all(shop, filter);
      return { alerts: pageOf(found, page), total: found.length };
    },

    async groups(
      shop: string,
      filter: AlertFilter,
      { by, page }: { readonly by: AlertGrouping; readonly page: number },
    ): Promise<{ groups: AlertGroup[]; total: number }> {
      const groups = (await view.of(shop)).groups(filter, by, today());
      return { groups: pageOf(groups, page), total: groups.length };
    },

    /** Texts of comments only where the reader may read them. */
    async find(shop: string, id: string, { mayReadComments = true } = {}): Promise<AlertDetail | null> {
      const record = await model.findOne({ shop, _id: id }).lean();
      return record && alertDetail(record, { cipher, mayReadComments });
    },

    /** See actOnAlerts. */
    act: (shop: string, ids: readonly string[], act: AlertAct, by: string): Promise<ChangedAlerts | null> =>
      actOnAlerts(deps, shop, ids, act, by),

    comments,

    /** What one person was to mend is another's, or nobody's. */
    handOn: (shop: string, from: string, into: string | null) => handOnAlerts(deps, shop, from, into),

    async figures(shop: string): Promise<AlertFigures> {
      const set = await view.of(shop);
      const summaries = set.alerts.map(({ summary }) => summary);
      const open = summaries.filter(({ status }) => status === 'open');
      const staked = open.flatMap(({ atStakePaise }) => atStakePaise ?? []);
      const newsOf = set.alerts.flatMap(({ summary, newsAt }) =>
        summary.status === 'open' && newsAt !== null ? [{ newsAt, severity: summary.severity }] : [],
      );
      const critical = newsOf.filter(({ severity }) => severity === 'critical').map(({ newsAt }) => newsAt);
      const day = today();
      return {
        openBySeverity: Object.fromEntries(
          SEVERITIES.map((word) => [word, open.filter(({ severity }) => severity === word).length]),
        ) as Record<Severity, number>,
        suppressedCount: summaries.filter(({ status }) => status === 'suppressed').length,
        atStakePaise: staked.length === 0 ? null : staked.reduce((sum, paise) => sum + paise, 0),
        overdueCount: summaries.filter((alert) => isOverdue(alert, day)).length,
        newestCriticalAt: critical.sort().at(-1) ?? null,
        doNext: set.list(GRAVEST).slice(0, DO_NEXT),
        isAnyResolved: summaries.some(({ status }) => status === 'resolved'),
        newsSince: (since) =>
          newsOf.filter(({ newsAt, severity }) => severity !== 'info' && newsAt > since.toISOString()).length,
      };
    },
  };
}
