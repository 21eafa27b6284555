import type { Invitation, SelfCheckPurpose } from '../../../core/api/self-check.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import type { LinkPeople } from '../../links/self-check-desk.ts';
import type { StaffLinkStore } from '../../links/staff-links.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type InvitationService = ReturnType<typeof invitationService>;

/** Links by which people of the shop check something in their own browsers. */
export function invitationService({
  links,
  people,
  appUrl,
}: {
  links: StaffLinkStore;
  people: LinkPeople;
  /** Our own origin, of the configuration and never of a request. */
  appUrl: string;
}) {
  /** @throws {NotFoundError} */
  async function personOf(shop: string, id: string) {
    const person = await people.find(shop, id);
    if (!person) throw new NotFoundError();
    return person;
  }

  return {
    /** @throws {ConflictError} the person has left */
    async invite(merchant: Merchant, personId: string, purpose: SelfCheckPurpose): Promise<Invitation> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { leftAt } = await personOf(shop, personId);
      if (leftAt !== null) throw new ConflictError('This person has left. Nobody who left can be asked.');
      const { secret, expiresAt } = await links.create(shop, { personId, purpose }, userId);
      return { url: `${appUrl}/self-check#${secret}`, expiresAt };
    },

    /** Ends every link of the person. */
    async withdraw(merchant: Merchant, personId: string): Promise<void> {
      requireRole(merchant, 'manager');
      await personOf(merchant.shop, personId);
      await links.withdraw(merchant.shop, personId);
    },
  };
}
