import type { AlertSummary } from '../../../core/api/alerts.ts';
import type { Clock } from '../../clock.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import type { AlertAct, AlertStore } from '../../shop/alerts.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_SUPPRESS_DAYS = 365;

export type AlertService = ReturnType<typeof alertService>;

/** What people do to alerts, and who may. */
export function alertService({ alerts, clock }: { alerts: AlertStore; clock: Clock }) {
  async function act(merchant: Merchant, ids: readonly string[], act: AlertAct): Promise<AlertSummary[]> {
    requireRole(merchant, 'manager');
    const changed = await alerts.act(merchant.shop, ids, act, merchant.userId);
    if (!changed) throw new NotFoundError();
    return changed;
  }

  return {
    acknowledge: (merchant: Merchant, ids: readonly string[]) => act(merchant, ids, { kind: 'acknowledged' }),
    reopen: (merchant: Merchant, ids: readonly string[]) => act(merchant, ids, { kind: 'reopened' }),

    /** @throws {BadRequestError} the day is over, or more than 365 days ahead */
    async suppress(merchant: Merchant, ids: readonly string[], { reason, until }: { reason: string; until: string }) {
      requireRole(merchant, 'manager');
      return act(merchant, ids, { kind: 'suppressed', reason, until: endOfIndianDay(until, clock.now()) });
    },
  };
}

/** The last moment of a day in India, which has one time zone and no summer time. */
export function endOfIndianDay(day: string, now: Date): Date {
  const end = new Date(`${day}T23:59:59.999+05:30`);
  if (end <= now) throw new BadRequestError('Choose a day that is not over.', { until: 'past' });
  if (end.getTime() - now.getTime() > (MAX_SUPPRESS_DAYS + 1) * DAY_MS) {
    throw new BadRequestError('Choose a day within a year from now.', { until: 'too_far' });
  }
  return end;
}
