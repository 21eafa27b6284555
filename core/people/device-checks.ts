import type { DeviceSelfCheck, SelfChecks } from '../evidence/attestations.ts';
import type { PeopleBook } from '../evidence/people.ts';
import type { Instant } from '../time.ts';
import { activePeople, type ActivePerson } from './active-people.ts';
import { daysSince } from '../days-since.ts';

/** What people's devices told: the newest answer of each person who works here. */
export interface DevicesSeen {
  readonly live: readonly DeviceSelfCheck[];
  /** People who never answered, or whose answer is too old. */
  readonly silent: readonly ActivePerson[];
  /** Nobody's answer counts: nobody ever answered, or all answers are too old. Null: somebody's does. */
  readonly gap: 'not-stated' | 'expired' | null;
}

export function devicesOf(
  people: PeopleBook | undefined,
  selfChecks: SelfChecks,
  asOf: Instant,
  maxAgeDays: number,
): DevicesSeen {
  const active = activePeople(people, selfChecks, asOf);
  const ids = new Set(active.map(({ id }) => id));
  const told = selfChecks.devices.filter(({ personId, checkedAt }) => ids.has(personId) && checkedAt <= asOf);
  const live = told.filter(({ checkedAt }) => daysSince(checkedAt, asOf) <= maxAgeDays);
  const answered = new Set(live.map(({ personId }) => personId));
  const gap = live.length > 0 ? null : told.length > 0 ? 'expired' : 'not-stated';
  return { live, silent: active.filter(({ id }) => !answered.has(id)), gap };
}
