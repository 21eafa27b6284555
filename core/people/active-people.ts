import type { PeopleBook } from '../evidence/people.ts';
import type { SelfChecks } from '../evidence/attestations.ts';
import type { Instant } from '../time.ts';
import { liveAccounts } from './facts.ts';

export interface ActivePerson {
  readonly id: string;
  readonly label: string;
}

/**
 * People from whom a self-check is due: who works here and holds an account that can be used, or was asked. Without a
 * register only those who were asked are known.
 */
export function activePeople(
  people: PeopleBook | undefined,
  { asked, passwords, devices }: SelfChecks,
  asOf: Instant,
): ActivePerson[] {
  const gone = new Set(people?.people.filter(({ leftAt }) => leftAt !== null && leftAt <= asOf).map(({ id }) => id));
  const active = new Map<string, ActivePerson>();
  if (people) {
    const holders = new Set(liveAccounts(people, null, asOf).map(({ personId }) => personId));
    for (const { id, label } of people.people) if (holders.has(id)) active.set(id, { id, label });
  }
  for (const { personId: id, label } of [...asked, ...passwords, ...devices]) {
    if (!active.has(id)) active.set(id, { id, label });
  }
  return [...active.values()].filter(({ id }) => !gone.has(id));
}
