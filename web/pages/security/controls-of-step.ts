import type { ControlStanding, SecurityBoard, StepStanding } from '../../../core/api/security.ts';
import { CONTROLS, type Control, type Step } from '../../../core/data/controls.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { EARLY_BELOW } from '../../../core/score.ts';

/** The groups of a step's page, in its order. */
export const CONTROL_GROUPS = ['fail', 'notAssessed', 'pass', 'notApplicable'] as const;
export type ControlGroup = (typeof CONTROL_GROUPS)[number];

/** One demand with what came out of it. */
export interface ControlRow {
  readonly control: Control;
  readonly standing: ControlStanding;
}

/** A control that the server does not name was not looked at, which is not good. */
export function controlRows(board: Pick<SecurityBoard, 'controls'>, step: Step): readonly ControlRow[] {
  const byId = new Map(board.controls.map((standing) => [standing.controlId, standing]));
  return CONTROLS.filter((control) => control.step === step).map((control) => ({
    control,
    standing: byId.get(control.id) ?? { controlId: control.id, outcome: 'none', rung: null, checkIds: [] },
  }));
}

/** The controls of a step by outcome; in each group core ones first, the gravest first. */
export function groupsOfStep(board: Pick<SecurityBoard, 'controls'>, step: Step) {
  const groups: Record<ControlGroup, ControlRow[]> = { fail: [], notAssessed: [], pass: [], notApplicable: [] };
  for (const row of controlRows(board, step)) groups[groupOf(row)].push(row);
  for (const group of CONTROL_GROUPS) groups[group].sort((a, b) => rankOf(a) - rankOf(b));
  return groups as Readonly<Record<ControlGroup, readonly ControlRow[]>>;
}

/** What to mend first in a step: the gravest failing control that the merchant can change; null when none fails. */
export function mendFirst(board: Pick<SecurityBoard, 'controls'>, step: Step): Control | null {
  const failing = groupsOfStep(board, step).fail.map(({ control }) => control);
  return failing.find(({ fixableBy }) => fixableBy !== 'platform') ?? failing[0] ?? null;
}

/** Whether so little was assessed that the score says little. Nothing applicable is nothing known. */
export function isEarly({ assessed, applicable }: Pick<StepStanding, 'assessed' | 'applicable'>): boolean {
  return applicable === 0 || assessed / applicable < EARLY_BELOW;
}

/** Assessed of applicable, 0 to 1; never rounded up to all. */
export function coverageOf({ assessed, applicable }: Pick<StepStanding, 'assessed' | 'applicable'>): number {
  if (applicable === 0) return 0;
  return assessed === applicable ? 1 : Math.min(assessed / applicable, 0.99);
}

export function groupOf({ standing: { outcome } }: ControlRow): ControlGroup {
  return outcome === 'none' ? 'notAssessed' : outcome;
}

function rankOf({ control: { tier, severity } }: ControlRow): number {
  return SEVERITIES.indexOf(severity) + (tier === 'core' ? 0 : SEVERITIES.length);
}
