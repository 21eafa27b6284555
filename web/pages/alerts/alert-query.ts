import { ALERT_SORTS, ALERT_STATUSES, type AlertSort, type AlertStatus } from '../../../core/api/alerts.ts';
import { checkById } from '../../../core/checks/index.ts';
import { AREAS, type Area } from '../../../core/checks/check.ts';
import { SEVERITIES, type Severity } from '../../../core/severity.ts';

/** What the list shows; the page's address holds it, so that a link and the back button bring it back. */
export interface AlertQuery {
  readonly status: readonly AlertStatus[];
  readonly severity: readonly Severity[];
  readonly area: Area | null;
  /** Ids of checks; a link to the list sets them, the list itself only takes them out. */
  readonly check: readonly string[];
  readonly q: string;
  readonly sort: AlertSort;
  readonly page: number;
}

/** The views above the list. "all" names no status. */
export const VIEWS = ['open', 'acknowledged', 'suppressed', 'resolved', 'all'] as const;
export type View = (typeof VIEWS)[number];

const MOST_SEARCH_CHARACTERS = 100;

/** The address without a word of it shows the open alerts, gravest first. A word that is not ours is left out. */
export function queryOf(params: URLSearchParams): AlertQuery {
  const page = Number(params.get('page') ?? '1');
  return {
    status: params.get('status') === 'all' ? [] : listed(params.get('status') ?? 'open', ALERT_STATUSES),
    severity: listed(params.get('severity'), SEVERITIES),
    area: listed(params.get('area'), AREAS)[0] ?? null,
    check: (params.get('check') ?? '').split(',').filter((id) => checkById(id) !== null),
    q: (params.get('q') ?? '').slice(0, MOST_SEARCH_CHARACTERS),
    sort: listed(params.get('sort'), ALERT_SORTS)[0] ?? 'severity',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The page's address for a query; what is usual is left out. */
export function addressOf(query: AlertQuery): URLSearchParams {
  const params = new URLSearchParams();
  const view = viewOf(query);
  if (view !== 'open') params.set('status', view);
  if (query.severity.length > 0) params.set('severity', query.severity.join(','));
  if (query.area) params.set('area', query.area);
  if (query.check.length > 0) params.set('check', query.check.join(','));
  if (query.q) params.set('q', query.q);
  if (query.sort !== 'severity') params.set('sort', query.sort);
  if (query.page > 1) params.set('page', String(query.page));
  return params;
}

/** The query as the server takes it: one page of the list. */
export function searchOf(query: AlertQuery): string {
  return `${filterOf(query)}&page=${query.page}`;
}

/** The query without its page, as the export takes it. */
export function filterOf(query: AlertQuery): string {
  const params = new URLSearchParams();
  if (query.status.length > 0) params.set('status', query.status.join(','));
  if (query.severity.length > 0) params.set('severity', query.severity.join(','));
  if (query.area) params.set('area', query.area);
  if (query.check.length > 0) params.set('check', query.check.join(','));
  if (query.q) params.set('q', query.q);
  params.set('sort', query.sort);
  return params.toString();
}

/** Which of the views a query is; the first of several statuses tells. */
export function viewOf(query: AlertQuery): View {
  return query.status[0] ?? 'all';
}

/** Whether the list is narrowed beyond its view. */
export function isNarrowed(query: AlertQuery): boolean {
  return query.severity.length > 0 || query.area !== null || query.check.length > 0 || query.q !== '';
}

function listed<W extends string>(words: string | null, known: readonly W[]): W[] {
  const asked = (words ?? '').split(',');
  return known.filter((word) => asked.includes(word));
}
