import type { PersonRow } from '../../core/api/people.ts';
import type { SelfCheckStore } from './self-check-store.ts';
import type { StaffLinkStore } from './staff-links.ts';

export type PersonTraces = ReturnType<typeof personTraces>;

/** What links and self-checks hold of people: told with them, moved with them, and forgotten with them. */
export function personTraces({ links, results }: { links: StaffLinkStore; results: SelfCheckStore }) {
  return {
    /** Of everybody who was ever asked, by person. */
    async all(shop: string): Promise<ReadonlyMap<string, PersonRow['selfCheck']>> {
      const [asked, kept] = await Promise.all([links.asked(shop), results.newest(shop)]);
      const ids = new Set([...asked, ...kept].map(({ personId }) => personId));
      const newest = (id: string, purpose: 'password' | 'device') =>
        kept.find((row) => row.personId === id && row.purpose === purpose)?.checkedAt ?? null;
      return new Map(
        [...ids].map((id) => [
          id,
          {
            invitedAt: asked.findLast(({ personId }) => personId === id)?.askedAt ?? null,
            passwordCheckedAt: newest(id, 'password'),
            deviceCheckedAt: newest(id, 'device'),
          },
        ]),
      );
    },

    /** Two people turned out to be one. Links of the one who is no more end. */
    async move(shop: string, from: string, into: string): Promise<void> {
      await links.withdraw(shop, from);
      await results.move(shop, from, into);
    },

    async forget(shop: string, personId: string): Promise<void> {
      await links.withdraw(shop, personId);
      await results.forget(shop, personId);
    },
  };
}
