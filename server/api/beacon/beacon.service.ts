import type { BeaconState } from '../../../core/api/scripts.ts';
import { newRound, type BeaconStore } from '../../beacon/beacon-store.ts';
import type { BeaconIntake } from '../../beacon/beacon-intake.ts';
import type { BeaconPublisher } from '../../beacon/beacon-publisher.ts';
import type { BeaconTokens } from '../../beacon/beacon-token.ts';
import type { Clock } from '../../clock.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** Handle of the app block: the name of its file in extensions/storefront/blocks. */
const BLOCK = 'script-beacon';

export type BeaconService = ReturnType<typeof beaconService>;

/** Whether real browsers of the shop's visitors report scripts. Off until the owner says so. */
export function beaconService({
  store,
  intake,
  publisher,
  tokens,
  appUrl,
  clientId,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly store: Pick<BeaconStore, 'state' | 'switchOn' | 'switchOff'>;
  readonly intake: Pick<BeaconIntake, 'forget'>;
  readonly publisher: BeaconPublisher;
  readonly tokens: Pick<BeaconTokens, 'sign'>;
  /** Our own origin, where reports go. */
  readonly appUrl: string;
  readonly clientId: string;
  readonly clock: Clock;
}) {
  async function read({ shop }: Merchant): Promise<BeaconState> {
    const { isOn, changedAt, lastReportAt } = await store.state(shop);
    const block = encodeURIComponent(`${clientId}/${BLOCK}`).replace('%2F', '/');
    return {
      isOn,
      changedAt: changedAt?.toISOString() ?? null,
      lastReportAt: isOn ? (lastReportAt?.toISOString() ?? null) : null,
      editorUrl: `https://${shop}/admin/themes/current/editor?context=apps&activateAppId=${block}`,
    };
  }

  return {
    read,

    /**
     * On again gives the pages a new token. Off counts at once, even where Shopify does not answer.
     * @throws {NotPublishedError} Shopify did not take the setting over
     */
    async change(merchant: Merchant, isOn: boolean): Promise<BeaconState> {
      requireRole(merchant, 'owner');
      const { shop, userId } = merchant;
      if (isOn) {
        const round = newRound();
        await publisher.publish(shop, { url: new URL('/beacon', appUrl).href, token: tokens.sign({ shop, round }) });
        await store.switchOn(shop, round, userId);
      } else {
        await store.switchOff(shop, userId);
        intake.forget(shop);
        await publisher.clear(shop);
      }
      intake.forget(shop);
      await checkSoon(deps, shop, { topic: 'beacon', change: clock.now().toISOString() });
      return read(merchant);
    },
  };
}
