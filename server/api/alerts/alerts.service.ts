import type { AlertDetail, ChangedAlerts, SuppressionKind } from '../../../core/api/alerts.ts';
import type { Clock } from '../../clock.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import type { PersonStore } from '../../people/person-store.ts';
import type { AlertAct, AlertStore } from '../../shop/alerts.ts';
import type { MemberStore } from '../../shop/members.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_SUPPRESS_DAYS = 365;

export type AlertService = ReturnType<typeof alertService>;

export interface AlertServiceDeps {
  readonly alerts: AlertStore;
  readonly people: Pick<PersonStore, 'find'>;
  readonly members: Pick<MemberStore, 'sawAlerts'>;
  readonly clock: Clock;
}

/** What people do to alerts, and who may. */
export function alertService({ alerts, people, members, clock }: AlertServiceDeps) {
  async function act(merchant: Merchant, ids: readonly string[], act: AlertAct): Promise<ChangedAlerts> {
    requireRole(merchant, 'manager');
    const changed = await alerts.act(merchant.shop, ids, act, merchant.userId);
    if (!changed) throw new NotFoundError();
    return changed;
  }

  async function find({ shop, role }: Merchant, id: string): Promise<AlertDetail> {
    const alert = await alerts.find(shop, id, { mayReadComments: role !== 'viewer' });
    if (!alert) throw new NotFoundError();
    return alert;
  }

  return {
    /** Comments may name people, as the register does: their words are for managers and owners. */
    find,

    acknowledge: (merchant: Merchant, ids: readonly string[]) => act(merchant, ids, { kind: 'acknowledged' }),
    reopen: (merchant: Merchant, ids: readonly string[]) => act(merchant, ids, { kind: 'reopened' }),

    /** @throws {BadRequestError} the day is over, or more than 365 days ahead */
    async suppress(
      merchant: Merchant,
      ids: readonly string[],
      { kind, reason, until }: { kind: SuppressionKind; reason: string; until: string },
    ) {
      requireRole(merchant, 'manager');
      const end = endOfIndianDay(until, clock.now());
      return act(merchant, ids, { kind: 'suppressed', suppression: kind, reason, until: end });
    },

    /** @throws {BadRequestError} nobody of that id works in this shop */
    async assign(merchant: Merchant, ids: readonly string[], personId: string | null) {
      requireRole(merchant, 'manager');
      if (personId !== null) {
        const person = await people.find(merchant.shop, personId);
        if (person?.leftAt !== null) {
          throw new BadRequestError('Choose somebody of your list of people.', { personId: 'unknown' });
        }
      }
      return act(merchant, ids, { kind: 'assigned', personId });
    },

    async comment(merchant: Merchant, id: string, text: string): Promise<AlertDetail> {
      requireRole(merchant, 'manager');
      if (!(await alerts.comments.add(merchant.shop, id, text, merchant.userId))) throw new NotFoundError();
      return find(merchant, id);
    },

    async takeBackComment(merchant: Merchant, id: string, commentId: string): Promise<AlertDetail> {
      requireRole(merchant, 'manager');
      if (!(await alerts.comments.takeBack(merchant.shop, id, commentId, merchant.userId))) throw new NotFoundError();
      return find(merchant, id);
    },

    /** The person was told of what is new. */
    seen: ({ shop, userId }: Merchant): Promise<void> => members.sawAlerts(shop, userId),
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
