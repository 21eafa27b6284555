import type { LinkPeople } from '../server/links/self-check-desk.ts';
import type { ActivePeople } from '../server/links/self-check-evidence.ts';

interface FakePerson {
  name: string;
  email: string | null;
  leftAt: string | null;
}

/** People of some shops, held in memory: "shop id" → person. A test may let them leave. */
export function fakePeople(people: Record<string, FakePerson>): LinkPeople & ActivePeople {
  return {
    find: async (shop, id) => people[`${shop} ${id}`] ?? null,
    active: async (shop) =>
      Object.entries(people)
        .filter(([key, { leftAt }]) => key.startsWith(`${shop} `) && leftAt === null)
        .map(([key, { name }]) => ({ id: key.split(' ')[1] ?? '', name })),
  };
}
