import { groupOf } from '../security/controls-of-step.ts';
import type { ControlStanding } from '../../../core/api/security.ts';
import type { Control, FrameworkId } from '../../../core/data/controls.ts';
import { CERTIN15_ITEMS, controlsByFrameworkItem } from '../../../core/data/frameworks.ts';
import type { Outcome } from '../../../core/judgement.ts';
import type { Text } from '../../../core/text.ts';

/** One number of a framework with the controls that speak for it; none may. */
export interface FrameworkRow {
  readonly item: string;
  /** Our own short name, where the number says nothing by itself. */
  readonly name: Text | null;
  /** False for a number that was not confirmed at its source. */
  readonly isVerified: boolean;
  readonly controls: readonly { readonly control: Control; readonly outcome: Outcome }[];
}

const NAMES: ReadonlyMap<string, Text> = new Map(CERTIN15_ITEMS.map(({ code, name }) => [code, name]));

/** The numbers of a framework in its order, each control with how it stands. */
export function frameworkRows(framework: FrameworkId, standings: readonly ControlStanding[]): readonly FrameworkRow[] {
  const byId = new Map(standings.map((standing) => [standing.controlId, standing]));
  const outcomeOf = (control: Control): Outcome =>
    groupOf({
      control,
      standing: byId.get(control.id) ?? { controlId: control.id, outcome: 'none', rung: null, checkIds: [] },
    });
  return [...controlsByFrameworkItem(framework)].map(([item, { status, controls }]) => ({
    item,
    name: framework === 'CERTIN15' ? (NAMES.get(item) ?? null) : null,
    isVerified: status === 'verified',
    controls: controls.map((control) => ({ control, outcome: outcomeOf(control) })),
  }));
}

/** Numbers for which at least one control passes: there is evidence to show. */
export function knownOf(rows: readonly FrameworkRow[]): number {
  return rows.filter(({ controls }) => controls.some(({ outcome }) => outcome === 'pass')).length;
}
