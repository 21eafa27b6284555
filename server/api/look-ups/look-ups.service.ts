import type { ConnectLookUps, LookUpState } from '../../../core/api/gst.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, TooManyRequestsError } from '../../errors.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { nextBudgetDay } from '../../verify/look-up-times.ts';
import type { LookUpStore } from '../../verify/look-up-store.ts';
import { requireRole } from '../access.ts';

/** Between two wishes of people to ask again. */
const AGAIN_AFTER_MS = 10 * 60 * 1000;

export type LookUpService = ReturnType<typeof lookUpService>;

/** The shop's look-up service: who may connect it, and when it may be asked again. */
export function lookUpService({
  lookUpStore,
  queue,
  clock,
}: {
  lookUpStore: LookUpStore;
  queue: { verify(shop: string): Promise<void> };
  clock: Clock;
}) {
  const read = ({ shop, role }: Merchant): Promise<LookUpState> =>
    lookUpStore.state(shop, { withKeyEnding: role === 'owner' });

  return {
    read,

    /** Instead of the service before; its registrations are asked for at once. Rotating a key is connecting again. */
    async connect(merchant: Merchant, wish: ConnectLookUps): Promise<LookUpState> {
      requireRole(merchant, 'owner');
      await lookUpStore.connect(merchant.shop, wish, merchant.userId);
      await queue.verify(merchant.shop);
      return read(merchant);
    },

    async disconnect(merchant: Merchant): Promise<void> {
      requireRole(merchant, 'owner');
      await lookUpStore.disconnect(merchant.shop);
    },

    /**
     * @throws {ConflictError} no service is connected
     * @throws {TooManyRequestsError} the day's budget is spent, the service is left alone, or people asked just now
     */
    async askNow(merchant: Merchant): Promise<LookUpState> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const open = await lookUpStore.open(shop);
      if (!open) throw new ConflictError('No look-up service is connected. The owner can connect one in Settings.');
      const now = clock.now();
      const { callsToday, budgetPerDay } = await read(merchant);
      refuseUntil(callsToday >= budgetPerDay ? nextBudgetDay(shop, now) : null, now, SPENT);
      refuseUntil(open.pausedUntil, now, PAUSED);
      refuseUntil(new Date(open.askAgainFrom.getTime() + AGAIN_AFTER_MS), now, JUST_ASKED);
      await lookUpStore.due(shop, { again: true });
      await queue.verify(shop);
      return read(merchant);
    },
  };
}

const SPENT = 'The calls of today are spent. Prahari asks again tomorrow.';
const PAUSED = 'The service does not answer now. Prahari leaves it alone for a while and asks again by itself.';
const JUST_ASKED = 'The service was asked a moment ago. Try again in a few minutes.';

function refuseUntil(moment: Date | null, now: Date, words: string): void {
  if (moment && moment > now) throw new TooManyRequestsError(words, (moment.getTime() - now.getTime()) / 1000);
}
