import type { SelfChecks } from '../../core/evidence/attestations.ts';
import { maskName } from '../../core/people/mask.ts';
import type { SelfCheckStore } from './self-check-store.ts';
import type { StaffLinkStore } from './staff-links.ts';

/** Those who work here, by name. */
export interface ActivePeople {
  active(shop: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** What people who work here told, as evidence: names are masked, and whoever left is not in it. */
export async function selfCheckEvidence(
  { links, results, people }: { links: StaffLinkStore; results: SelfCheckStore; people: ActivePeople },
  shop: string,
): Promise<SelfChecks> {
  const [asked, kept, active] = await Promise.all([links.asked(shop), results.newest(shop), people.active(shop)]);
  const labels = new Map(active.map(({ id, name }) => [id, maskName(name)]));
  const labelled = <T extends { readonly personId: string }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const label = labels.get(row.personId);
      return label === undefined ? [] : [{ ...row, label }];
    });
  // Asked for two things is asked once, at the later moment.
  const newestAsked = new Map(asked.map((row) => [row.personId, row]));
  return {
    asked: labelled([...newestAsked.values()]).map(({ personId, label, askedAt }) => ({ personId, label, askedAt })),
    passwords: labelled(kept).flatMap((row) => {
      if (row.purpose !== 'password') return [];
      const { personId, label, checkedAt, score, lengthClass, isBreached, engineVersion } = row;
      return [{ personId, label, checkedAt, score, lengthClass, isBreached, engineVersion }];
    }),
    devices: labelled(kept).flatMap((row) => {
      if (row.purpose !== 'device') return [];
      const { personId, label, checkedAt, browser, operatingSystem, answers } = row;
      return [{ personId, label, checkedAt, browser, operatingSystem, answers }];
    }),
  };
}
