import type { AlertGroup, AlertGrouping, AlertSort, AlertStatus, AlertSummary } from '../../core/api/alerts.ts';
import type { Area } from '../../core/checks/check.ts';
import { checkById } from '../../core/checks/index.ts';
import { nearerOf } from '../../core/due-day.ts';
import { SEVERITIES, isGraver, type Severity } from '../../core/severity.ts';
import type { Day } from '../../core/time.ts';

/** Which alerts; an empty list means every one. */
export interface AlertFilter {
  readonly status: readonly AlertStatus[];
  readonly severity: readonly Severity[];
  readonly area: Area | null;
  /** Ids of checks. */
  readonly check: readonly string[];
  readonly subject?: string | null;
  readonly q: string;
  readonly sort: AlertSort;
}

/** Ids that one act takes. */
export const MOST_IDS = 100;

/** Whether it is asked for, apart from words. */
export function fits(alert: AlertSummary, { status, severity, area, check, subject = null }: AlertFilter): boolean {
  return (
    (status.length === 0 || status.includes(alert.status)) &&
    (severity.length === 0 || severity.includes(alert.severity)) &&
    (area === null || alert.area === area) &&
    (check.length === 0 || check.includes(alert.checkId)) &&
    (subject === null || alert.subject === subject)
  );
}

/** The places of the alerts, in order. */
export function inOrder(alerts: readonly AlertSummary[], sort: AlertSort): number[] {
  const order = ORDERS[sort];
  return alerts
    .map((alert, at) => ({ alert, at }))
    .sort((a, b) => order(a.alert, b.alert))
    .map(({ at }) => at);
}

type Order = (a: AlertSummary, b: AlertSummary) => number;
const RANK = Object.fromEntries(SEVERITIES.map((severity, rank) => [severity, rank])) as Record<Severity, number>;
const NEVER = '9999-12-31';
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst: Order = (a, b) => byText(b.firstObservedAt, a.firstObservedAt);
const gravestFirst: Order = (a, b) => RANK[a.severity] - RANK[b.severity];
const dueFirst: Order = (a, b) => byText(a.dueOn ?? NEVER, b.dueOn ?? NEVER);
/** The id last, so that pages never show an alert twice. */
const byId: Order = (a, b) => byText(a.id, b.id);

const ORDERS: Readonly<Record<AlertSort, Order>> = {
  severity: (a, b) => gravestFirst(a, b) || newestFirst(a, b) || byId(a, b),
  due: (a, b) => dueFirst(a, b) || gravestFirst(a, b) || newestFirst(a, b) || byId(a, b),
  newest: (a, b) => newestFirst(a, b) || byId(a, b),
  oldest: (a, b) => -newestFirst(a, b) || byId(a, b),
};

/** Alerts that are in order, gathered; each group stands where its first alert stood. */
export function grouped(alerts: readonly AlertSummary[], by: AlertGrouping, today: Day): AlertGroup[] {
  const groups = new Map<string, AlertSummary[]>();
  for (const alert of alerts) {
    const key = by === 'subject' ? alert.subject : controlOf(alert.checkId);
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    return first ? [groupOf(key, members, first, today)] : [];
  });
}

function groupOf(key: string, members: readonly AlertSummary[], first: AlertSummary, today: Day): AlertGroup {
  const staked = members.flatMap(({ atStakePaise }) => atStakePaise ?? []);
  const live = members.filter(isLive);
  return {
    key,
    count: members.length,
    overdue: members.filter((alert) => isOverdue(alert, today)).length,
    severity: members.reduce((worst, { severity }) => (isGraver(severity, worst) ? severity : worst), first.severity),
    atStakePaise: staked.length === 0 ? null : staked.reduce((sum, paise) => sum + paise, 0),
    earliestDueOn: live.reduce<Day | null>((earliest, { dueOn }) => nearerOf(earliest, dueOn), null),
    checkIds: [...new Set(members.map(({ checkId }) => checkId))],
    ids: members.slice(0, MOST_IDS).map(({ id }) => id),
    first,
  };
}

/** A demand is named by its control; a check without one stands for itself. */
function controlOf(checkId: string): string {
  return checkById(checkId)?.control ?? checkId;
}

/** Still to be mended: neither put aside nor gone. */
export const isLive = ({ status }: Pick<AlertSummary, 'status'>): boolean =>
  status === 'open' || status === 'acknowledged';

/** Its day is over. */
export const isOverdue = (alert: Pick<AlertSummary, 'status' | 'dueOn'>, today: Day): boolean =>
  isLive(alert) && alert.dueOn !== null && alert.dueOn < today;
