import type { BuyerParts } from './buyer-parts.ts';
import type { BuyerRegistry } from './buyer-registry.ts';
import { buyerCompanyDesk, type BuyerCompanyDesk } from './buyer-company-desk.ts';
import { buyerOrderDesk, type BuyerOrderDesk } from './buyer-order-desk.ts';
import type { GuestLimits } from './guest-limits.ts';
import { proxyDesk, type ProxyDesk } from '../proxy/proxy-desk.ts';
import type { RegistryStore } from '../verify/registry-store.ts';

/** What answers in buyers' pages. */
export interface BuyerSide {
  readonly limits: GuestLimits;
  /** What is known of a number that a visitor typed. */
  readonly proxy: ProxyDesk;
  readonly orders: BuyerOrderDesk;
  readonly companies: BuyerCompanyDesk;
}

export function buyerSide({
  limits,
  buyers,
  registry,
  isInstalled,
  ...parts
}: BuyerParts & {
  readonly limits: GuestLimits;
  readonly buyers: Pick<BuyerRegistry, 'known'>;
  readonly registry: Pick<RegistryStore, 'entryOf'>;
  readonly isInstalled: (shop: string) => Promise<boolean>;
}): BuyerSide {
  return {
    limits,
    proxy: proxyDesk({ isInstalled, buyers, registry }),
    orders: buyerOrderDesk(parts),
    companies: buyerCompanyDesk(parts),
  };
}
