import type { StatedRegistrationChange, TaxProfileChange } from '../../../core/api/gst.ts';
import type { TaxProfile } from '../../../core/evidence/tax-profile.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import type { Clock } from '../../clock.ts';
import { BadRequestError, NotFoundError } from '../../errors.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { TaxProfileStore } from '../../shop/tax-profiles.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type GstProfileService = ReturnType<typeof gstProfileService>;

/** What the merchant states of the business. Each change is followed by a check: at once, or after the one that runs. */
export function gstProfileService({
  taxProfiles,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly taxProfiles: TaxProfileStore;
  readonly clock: Clock;
}) {
  const soon = (shop: string, revision: number) =>
    checkSoon(deps, shop, { topic: 'tax-profile', change: `${revision}` });

  return {
    async changeBusiness(merchant: Merchant, change: TaxProfileChange): Promise<TaxProfile> {
      requireRole(merchant, 'manager');
      const revision = await taxProfiles.changeBusiness(merchant.shop, change);
      await soon(merchant.shop, revision);
      return taxProfiles.read(merchant.shop);
    },

    /**
     * @throws {BadRequestError} a registration that begins in the future
     * @throws {NotFoundError} no such registration in this shop
     */
    async changeRegistration(merchant: Merchant, id: string, change: StatedRegistrationChange): Promise<TaxProfile> {
      requireRole(merchant, 'manager');
      const today = dayInIndia(clock.now().toISOString());
      if (change.registeredOn && change.registeredOn > today) {
        throw new BadRequestError('Some fields are not as they must be.', { registeredOn: 'in_future' });
      }
      const revision = await taxProfiles.changeRegistration(merchant.shop, id, change);
      if (revision === null) throw new NotFoundError();
      await soon(merchant.shop, revision);
      return taxProfiles.read(merchant.shop);
    },
  };
}
