import {
  ALERT_GROUPINGS,
  ALERT_SORTS,
  ALERT_STATUSES,
  type AlertGroup,
  type AlertGrouping,
  type AlertSort,
  type AlertStatus,
} from '../../../core/api/alerts.ts';
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
  /** What the alerts are about, word for word; set and taken out in the same way. */
  readonly subject: string | null;
  readonly q: string;
  readonly sort: AlertSort;
  /** What they are gathered by; null: a list. */
  readonly group: AlertGrouping | null;
  readonly page: number;
}

/** The views above the list. "all" names no status. */
export const VIEWS = ['open', 'acknowledged', 'suppressed', 'resolved', 'all'] as const;
export type View = (typeof VIEWS)[number];

const MOST_SEARCH_CHARACTERS = 100;
const MOST_SUBJECT_CHARACTERS = 200;

/** The address without a word of it shows the open alerts, gravest first. A word that is not ours is left out. */
export function queryOf(params: URLSearchParams): AlertQuery {
  const page = Number(params.get('page') ?? '1');
  return {
    status: params.get('status') === 'all' ? [] : listed(params.get('status') ?? 'open', ALERT_STATUSES),
    severity: listed(params.get('severity'), SEVERITIES),
    area: listed(params.get('area'), AREAS)[0] ?? null,
    check: (params.get('check') ?? '').split(',').filter((id) => checkById(id) !== null),
    subject: params.get('subject')?.slice(0, MOST_SUBJECT_CHARACTERS) || null,
    q: (params.get('q') ?? '').slice(0, MOST_SEARCH_CHARACTERS),
    sort: listed(params.get('sort'), ALERT_SORTS)[0] ?? 'severity',
    group: listed(params.get('group'), ALERT_GROUPINGS)[0] ?? null,
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
  if (query.subject !== null) params.set('subject', query.subject);
  if (query.q) params.set('q', query.q);
  if (query.sort !== 'severity') params.set('sort', query.sort);
  if (query.group !== null) params.set('group', query.group);
  if (query.page > 1) params.set('page', String(query.page));
  return params;
}

/** What the address of the list asks for, for one group's alerts: those of its checks, or those about its subject. */
export function listOfGroup(query: AlertQuery, by: AlertGrouping, group: Pick<AlertGroup, 'key' | 'checkIds'>): string {
  const narrowed = by === 'subject' ? { subject: group.key } : { check: group.checkIds };
  return addressOf({ ...query, ...narrowed, group: null, page: 1 }).toString();
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
  if (query.subject !== null) params.set('subject', query.subject);
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
  return (
    query.severity.length > 0 ||
    query.area !== null ||
    query.check.length > 0 ||
    query.subject !== null ||
    query.q !== ''
  );
}

function listed<W extends string>(words: string | null, known: readonly W[]): W[] {
  const asked = (words ?? '').split(',');
  return known.filter((word) => asked.includes(word));
}
