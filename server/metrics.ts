import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Middleware } from './http/state.ts';
import type { BeaconReportOutcome } from './public-beacon/public-beacon.routes.ts';
import type { AdminCallOutcome } from './shopify/admin-client.ts';
import type { IntakeOutcome } from './shopify/webhooks.ts';

/** Labels come from closed sets: a route's pattern, an outcome. Never a shop, a person or an address. */
export interface Metrics {
  readonly registry: Registry;
  /** Stands first: times every request by its route's pattern. */
  readonly http: Middleware;
  adminCall(outcome: AdminCallOutcome): void;
  webhook(outcome: IntakeOutcome): void;
  beacon(outcome: BeaconReportOutcome): void;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function createMetrics({ withProcess = true }: { withProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'prahari_' });
  const registers = [registry];
  const requests = new Histogram({
    name: 'prahari_http_request_seconds',
    help: 'HTTP requests by route pattern, method and status.',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const adminCalls = new Counter({
    name: 'prahari_admin_api_calls_total',
    help: 'Queries to the Admin API by outcome, retries not counted.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const webhooks = new Counter({
    name: 'prahari_webhooks_total',
    help: 'Webhook deliveries by what became of them.',
    labelNames: ['outcome'] as const,
    registers,
  });

  const beacons = new Counter({
    name: 'prahari_beacon_reports_total',
    help: "Reports of browsers on shops' pages by what became of them.",
    labelNames: ['outcome'] as const,
    registers,
  });

  return {
    registry,
    http: async (ctx, next) => {
      const stop = requests.startTimer();
      try {
        await next();
      } finally {
        const { _matchedRoute: pattern } = ctx as { _matchedRoute?: unknown };
        const route = typeof pattern === 'string' ? pattern : routeOf(ctx.path);
        stop({ route, method: METHODS.has(ctx.method) ? ctx.method : 'other', status: String(ctx.status) });
      }
    },
    adminCall: (outcome) => adminCalls.inc({ outcome }),
    webhook: (outcome) => webhooks.inc({ outcome }),
    beacon: (outcome) => beacons.inc({ outcome }),
  };
}

function routeOf(path: string): string {
  if (path.startsWith('/assets/')) return '/assets/*';
  if (path === '/webhooks') return path;
  return path.startsWith('/api') ? '/api/*' : 'page';
}
