import type { Role } from '../../../core/api/home.ts';
import type { Member } from '../../../core/api/settings.ts';
import { NotFoundError } from '../../errors.ts';
import type { MemberStore, StoredMember } from '../../shop/members.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type MemberService = ReturnType<typeof memberService>;

/** Who may do what in this shop: the owner's business. */
export function memberService({ members }: { members: MemberStore }) {
  const seenBy = ({ userId }: Merchant) => {
    return (member: StoredMember): Member => ({ ...member, isMe: member.userId === userId });
  };

  return {
    async list(merchant: Merchant): Promise<Member[]> {
      requireRole(merchant, 'owner');
      return (await members.list(merchant.shop)).map(seenBy(merchant));
    },

    /**
     * @throws {NotFoundError} nobody of that number has opened the app in this shop
     * @throws {ConflictError} the shop would have no owner
     */
    async setRole(merchant: Merchant, userId: string, role: Role): Promise<Member> {
      requireRole(merchant, 'owner');
      const member = await members.setRole(merchant.shop, userId, role);
      if (!member) throw new NotFoundError();
      return seenBy(merchant)(member);
    },
  };
}
