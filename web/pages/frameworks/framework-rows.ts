import { groupOf } from '../security/controls-of-step.ts';
import type { ControlStanding } from '../../../core/api/security.ts';
import { CONTROLS, type Control, type FrameworkId } from '../../../core/data/controls.ts';
import type { Outcome } from '../../../core/judgement.ts';

/** One number of a framework with the controls that speak for it. */
export interface FrameworkRow {
  readonly item: string;
  /** False for a number that was not confirmed at its source. */
  readonly isVerified: boolean;
  readonly controls: readonly { readonly control: Control; readonly outcome: Outcome }[];
}

/** The mappings mark a number that nobody confirmed with an asterisk. */
const UNVERIFIED = '*';

/** The numbers of a framework that some control speaks for, in their own order: "A.5.9" before "A.5.16". */
export function frameworkRows(framework: FrameworkId, standings: readonly ControlStanding[]): readonly FrameworkRow[] {
  const byId = new Map(standings.map((standing) => [standing.controlId, standing]));
  const items = new Map<string, FrameworkRow['controls'][number][]>();
  for (const control of CONTROLS) {
    const standing = byId.get(control.id) ?? { controlId: control.id, outcome: 'none', rung: null, checkIds: [] };
    for (const number of control.mappings[framework] ?? []) {
      const held = items.get(number) ?? [];
      held.push({ control, outcome: groupOf({ control, standing }) });
      items.set(number, held);
    }
  }
  return [...items]
    .map(([number, controls]) => ({
      item: number.replace(UNVERIFIED, ''),
      isVerified: !number.endsWith(UNVERIFIED),
      controls,
    }))
    .sort((a, b) => a.item.localeCompare(b.item, 'en', { numeric: true }));
}

/** Numbers for which at least one control passes: there is evidence to show. */
export function knownOf(rows: readonly FrameworkRow[]): number {
  return rows.filter(({ controls }) => controls.some(({ outcome }) => outcome === 'pass')).length;
}
