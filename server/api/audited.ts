import { ROLES } from '../../core/api/home.ts';
import { IDENTITY_PROVIDERS } from '../../core/api/people.ts';
import type { AuditEntry } from '../../core/audit/audit-entry.ts';
import { questionById } from '../../core/data/questions.ts';
import type { Audit, NewAuditEntry } from '../audit/audit.ts';
import { AppError } from '../errors.ts';
import type { AppContext, Middleware } from '../http/state.ts';
import type { Log } from '../log.ts';
import { storeAway } from '../store/store-away.ts';
import { API_ROUTES, type ApiRoute } from './routes.ts';
import { ROUTE_ACTIONS } from './route-actions.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];
const OUR_ID = /^[0-9a-f]{24}$/;
const USER_ID = /^[0-9]{1,20}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface AuditedDeps {
  readonly audit: Audit;
  readonly log: Log;
}

/** The route of /api that answers a request, as routes.ts names it; "METHOD /path". */
interface RouteTaken {
  readonly name: string;
  readonly row: ApiRoute | undefined;
}

/**
 * Writes a line before each change, so that none is without one: when the line cannot be written, nothing is done. A second
 * line follows where the change was refused or failed. Of what is only read, refusals alone are written.
 */
export function audited({ audit, log }: AuditedDeps): Middleware {
  return async (ctx, next) => {
    const { shop, userId } = ctx.state.merchant;
    const route = routeTaken(ctx);
    const action = ROUTE_ACTIONS[route.name];
    const isTold = action !== undefined || !READS.includes(ctx.method);
    const subjects = subjectsOf(ctx, route.row);
    const line = { actor: { kind: 'person', id: userId }, subjects } as const;
    const deed = action ?? (isTold ? 'other.change' : 'read');
    const details = action ? {} : { route: route.name };
    const asked = isTold
      ? await audit.append(shop, {
          ...{ ...line, action: deed, outcome: 'asked' },
          details: { ...details, ...given(ctx.request.body, route.row) },
        })
      : null;

    /** What went wrong already has its answer: a line that cannot be added costs the person nothing. */
    async function tell(status: number): Promise<void> {
      const isDenied = status === 403 || (status === 404 && route.row?.takes != null);
      if (asked === null && !isDenied) return;
      const outcome: NewAuditEntry['outcome'] = status >= 500 ? 'failed' : 'refused';
      const why = { ...details, status, ...(asked !== null && { of: asked }) };
      await audit
        .append(shop, { ...line, action: deed, outcome, details: why })
        .catch((error: unknown) => log.error({ err: error, shop }, 'the audit log lacks a refusal'));
    }

    try {
      await next();
    } catch (error) {
      await tell(statusOf(error));
      throw error;
    }
    if (ctx.status >= 400) await tell(ctx.status);
  };
}

/** The first route that matches is the one that answers, as the router does it. */
function routeTaken(ctx: AppContext): RouteTaken {
  const { matched = [] } = ctx as { matched?: readonly { path: unknown; methods: readonly string[] }[] };
  const layer = matched.find(({ methods }) => methods.includes(ctx.method));
  const path = typeof layer?.path === 'string' ? layer.path.replace(/^\/api(?=\/)/, '') : '';
  const method = ctx.method === 'HEAD' ? 'GET' : ctx.method;
  return {
    name: `${method} ${path}`,
    row: API_ROUTES.find((route) => route.path === path && route.method === method),
  };
}

/** Ids of ours. Anything else in a path or a body is a text of somebody's. */
function subjectsOf(ctx: AppContext, row: ApiRoute | undefined): string[] {
  const there = ctx.path.split('/').slice(ctx.path.startsWith('/api/') ? 2 : 1);
  const inPath = (row?.path.split('/').slice(1) ?? [])
    .flatMap((part, n) => (part.startsWith(':') ? (there[n] ?? []) : []))
    .filter((value) => OUR_ID.test(value) || isKnown(value, row));
  const body = bodyOf(ctx.request.body);
  const inBody = (row?.body ?? []).flatMap((field) => body[field]);
  return [...inPath, ...inBody.filter((value): value is string => typeof value === 'string' && OUR_ID.test(value))];
}

/** Numbers of members, and what stands in our own lists. */
function isKnown(value: string, row: ApiRoute | undefined): boolean {
  if (row?.takes?.id === 'member') return USER_ID.test(value);
  return questionById(value) !== null || IDENTITY_PROVIDERS.some((provider) => provider === value);
}

/** Names of the route's own fields that were given, how many ids, switches, roles and days. No other value. */
function given(body: unknown, row: ApiRoute | undefined): AuditEntry['details'] {
  const values = bodyOf(body);
  const fields = (row?.body ?? []).filter((field) => values[field] !== undefined);
  const told = fields.flatMap((field): [string, string | number | boolean][] => {
    const value = values[field];
    if (typeof value === 'boolean') return [[field, value]];
    if (Array.isArray(value)) return [[`${field}.count`, value.length]];
    const isWord = typeof value === 'string' && (isRole(value) || DAY.test(value));
    return isWord ? [[field, value]] : [];
  });
  return { ...(fields.length > 0 && { fields: fields.join(',') }), ...Object.fromEntries(told) };
}

const isRole = (value: string): boolean => ROLES.some((role) => role === value);

function bodyOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
}

function statusOf(error: unknown): number {
  if (error instanceof AppError) return error.status;
  const { status } = (storeAway(error) ?? error ?? {}) as { status?: unknown };
  return typeof status === 'number' ? status : 500;
}
