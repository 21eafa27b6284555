import type {
  AlertDetail,
  AlertGroup,
  AlertGroups,
  AlertPage,
  AlertStatus,
  AlertSummary,
  AssignAlerts,
  ChangedAlerts,
  NewComment,
  SuppressAlerts,
} from '../../core/api/alerts.ts';
import { checkById } from '../../core/checks/index.ts';
import { NOW } from './factories.ts';

export interface HeldAlerts {
  alerts: AlertDetail[];
  pageSize: number;
  /** How often somebody was told of the news. */
  seen: number;
}

/** What our server answers below /alerts; undefined: nothing is there. */
export function alertsRoute(
  held: HeldAlerts,
  { method, path, query, body }: { method: string; path: string; query: URLSearchParams; body: unknown },
): unknown {
  const [, folder, id, comments, commentId] = path.split('/');
  if (folder === 'alerts.csv')
    return `Alert\r\n${listed(held, query)
      .alerts.map((each) => each.id)
      .join('\r\n')}\r\n`;
  switch (`${method} ${id === undefined ? '' : comments === undefined ? '/:id' : '/comments'}`) {
    case 'GET ':
      return listed(held, query);
    case 'GET /:id':
      return id === 'groups' ? gathered(held, query) : held.alerts.find((alert) => alert.id === id);
    case 'POST /:id':
      if (id !== 'seen') return changed(held, id ?? '', body as SuppressAlerts & AssignAlerts);
      held.seen += 1;
      return null;
    case 'POST /comments':
      return written(held, id ?? '', body as NewComment);
    case 'DELETE /comments':
      return takenBack(held, id ?? '', commentId ?? '');
    default:
      return undefined;
  }
}

function fitting({ alerts }: HeldAlerts, query: URLSearchParams): AlertDetail[] {
  const words = (name: string) => query.get(name)?.split(',') ?? null;
  return alerts.filter(
    (alert) =>
      (words('status')?.includes(alert.status) ?? true) &&
      (words('severity')?.includes(alert.severity) ?? true) &&
      (words('area')?.includes(alert.area) ?? true) &&
      (words('check')?.includes(alert.checkId) ?? true) &&
      (query.get('subject') ?? alert.subject) === alert.subject &&
      (!query.get('q') || `${alert.checkId} ${alert.subject}`.includes(query.get('q') ?? '')),
  );
}

function listed(held: HeldAlerts, query: URLSearchParams): AlertPage {
  const found = fitting(held, query);
  const [page, { pageSize }] = [Number(query.get('page') ?? '1'), held];
  return { alerts: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize };
}

function gathered(held: HeldAlerts, query: URLSearchParams): AlertGroups {
  const keyOf = ({ checkId, subject }: AlertSummary) =>
    query.get('by') === 'subject' ? subject : (checkById(checkId)?.control ?? checkId);
  const groups = [...Map.groupBy(fitting(held, query), keyOf)].flatMap(([key, members]): AlertGroup[] => {
    const [first] = members;
    if (!first) return [];
    return [
      {
        ...{ key, count: members.length, overdue: 0, severity: first.severity, atStakePaise: first.atStakePaise },
        ...{ earliestDueOn: first.dueOn, checkIds: [...new Set(members.map(({ checkId }) => checkId))], first },
        ids: members.slice(0, 100).map(({ id }) => id),
      },
    ];
  });
  return { groups, total: groups.length, page: 1, pageSize: held.pageSize };
}

const STATUS_AFTER: Readonly<Record<string, AlertStatus>> = {
  acknowledge: 'acknowledged',
  reopen: 'open',
  suppress: 'suppressed',
};

function changed(held: HeldAlerts, act: string, body: SuppressAlerts & AssignAlerts): ChangedAlerts | undefined {
  const status = STATUS_AFTER[act];
  if (!status && act !== 'assign') return undefined;
  const isMeant = ({ id }: AlertDetail) => body.ids.includes(id);
  const was = held.alerts
    .filter(isMeant)
    .map(({ id, status: before, assigneeId }) => ({ id, status: before, assigneeId }));
  const silence = {
    suppressReason: 'reason' in body ? body.reason : null,
    suppressedUntil: 'until' in body ? `${body.until}T18:29:59.999Z` : null,
    suppression: 'kind' in body ? (body.kind ?? 'can-wait') : null,
  };
  held.alerts = held.alerts.map((alert) => {
    if (!isMeant(alert)) return alert;
    return status ? { ...alert, status, ...silence } : { ...alert, assigneeId: body.personId };
  });
  return { alerts: held.alerts.filter(isMeant), was };
}

function written(held: HeldAlerts, id: string, { text }: NewComment): AlertDetail | undefined {
  const event = { kind: 'commented', at: new Date().toISOString(), by: '1001', commentId: `of ${NOW}`, text } as const;
  held.alerts = held.alerts.map((alert) =>
    alert.id === id ? { ...alert, history: [...alert.history, event] } : alert,
  );
  return held.alerts.find((alert) => alert.id === id);
}

function takenBack(held: HeldAlerts, id: string, commentId: string): AlertDetail | undefined {
  const gone = decodeURIComponent(commentId);
  held.alerts = held.alerts.map((alert) =>
    alert.id === id ? { ...alert, history: alert.history.filter((event) => event.commentId !== gone) } : alert,
  );
  return held.alerts.find((alert) => alert.id === id);
}
