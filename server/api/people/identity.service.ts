import type { IdentityProvider, ProviderState } from '../../../core/api/people.ts';
import type { Clock } from '../../clock.ts';
import { NotFoundError, TooManyRequestsError } from '../../errors.ts';
import type { PeopleSide } from '../../people/people-side.ts';
import type { Merchant, ShopLifecycle } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** Between two wishes of people to read again. */
const AGAIN_AFTER_MS = 10 * 60 * 1000;
const JUST_READ = 'The provider was read a moment ago. Try again in a few minutes.';
const PAUSED = 'The provider does not answer now. Prahari leaves it alone for a while and reads it again by itself.';

export type IdentityService = ReturnType<typeof identityService>;

/** The shop's identity providers: who may connect one, and when it may be read again. */
export function identityService({
  people: { connections, readings },
  queue,
  lifecycle,
  clock,
}: {
  people: PeopleSide;
  queue: { readPeople(shop: string): Promise<void> };
  lifecycle: Pick<ShopLifecycle, 'changed'>;
  clock: Clock;
}) {
  async function stateOf({ shop, role }: Merchant, provider: IdentityProvider): Promise<ProviderState> {
    const states = await connections.states(shop, { withKeyEnding: role === 'owner' });
    const state = states.find((one) => one.provider === provider);
    if (!state) throw new NotFoundError();
    return state;
  }

  return {
    /** Instead of the key before; it is read at once. */
    async connect(
      merchant: Merchant,
      provider: IdentityProvider,
      credentials: Readonly<Record<string, string>>,
    ): Promise<ProviderState> {
      requireRole(merchant, 'owner');
      await connections.connect(merchant.shop, provider, credentials, merchant.userId);
      await queue.readPeople(merchant.shop);
      return stateOf(merchant, provider);
    },

    /** With the key goes all that the provider said. */
    async disconnect(merchant: Merchant, provider: IdentityProvider): Promise<void> {
      requireRole(merchant, 'owner');
      const { shop } = merchant;
      if (!(await connections.disconnect(shop, provider))) throw new NotFoundError();
      await readings.forget(shop, provider);
      await lifecycle.changed(shop, 'people');
    },

    /** @throws {TooManyRequestsError} the provider is left alone, or people asked just now */
    async readNow(merchant: Merchant, provider: IdentityProvider): Promise<ProviderState> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const open = await connections.open(shop, provider);
      if (!open) throw new NotFoundError();
      const now = clock.now();
      refuseUntil(open.pausedUntil, now, PAUSED);
      refuseUntil(new Date(open.askedAt.getTime() + AGAIN_AFTER_MS), now, JUST_READ);
      await connections.wish(shop, provider);
      await queue.readPeople(shop);
      return stateOf(merchant, provider);
    },
  };
}

function refuseUntil(moment: Date | null, now: Date, words: string): void {
  if (moment && moment > now) throw new TooManyRequestsError(words, (moment.getTime() - now.getTime()) / 1000);
}
