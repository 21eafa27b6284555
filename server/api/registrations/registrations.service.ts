import type { RegistrationRow } from '../../../core/api/settings.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { AppError, NotFoundError } from '../../errors.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { RegistrationStore } from '../../shop/registrations.ts';
import type { LookUpStore } from '../../verify/look-up-store.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** The text is no GSTIN, or none that sells. `fields.gstin` says why; the text itself is not repeated. */
export class RefusedGstinError extends AppError {
  constructor(reason: string) {
    super({
      type: 'refused-gstin',
      title: 'This is not a GSTIN that a shop can sell with.',
      status: 422,
      fields: { gstin: reason },
    });
  }
}

export type RegistrationService = ReturnType<typeof registrationService>;

/**
 * The merchant's own GSTINs. Each change is followed by a check of the shop: at once, or after the one that runs; a new
 * one is looked up as well.
 */
export function registrationService({
  registrations,
  lookUpStore,
  queue,
  ...deps
}: CheckSoonDeps & {
  readonly registrations: RegistrationStore;
  readonly lookUpStore: Pick<LookUpStore, 'due' | 'isConnected'>;
  readonly queue: { verify(shop: string): Promise<void> };
}) {
  const soon = (shop: string, change: string) => checkSoon(deps, shop, { topic: 'registrations', change });

  return {
    /**
     * @throws {RefusedGstinError} with the reason code
     * @throws {ConflictError} it is on the list already
     */
    async add(merchant: Merchant, text: string): Promise<RegistrationRow> {
      requireRole(merchant, 'manager');
      const verdict = judgeGstin(text);
      if (!verdict.ok) throw new RefusedGstinError(verdict.reason);
      if (!verdict.canSellWith) throw new RefusedGstinError('not_for_selling');
      const row = await registrations.add(merchant.shop, verdict.gstin, merchant.userId);
      await soon(merchant.shop, `added:${row.id}`);
      if (await lookUpStore.isConnected(merchant.shop)) {
        await lookUpStore.due(merchant.shop);
        await queue.verify(merchant.shop);
      }
      return row;
    },

    /** @throws {NotFoundError} no such registration in this shop */
    async remove(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      if (!(await registrations.remove(merchant.shop, id))) throw new NotFoundError();
      await soon(merchant.shop, `removed:${id}`);
    },
  };
}
