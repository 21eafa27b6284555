import type { ControlStanding, StepStanding } from './api/security.ts';
import type { Check } from './checks/check.ts';
import { CONTROLS, STEPS, type Control } from './data/controls.ts';
import { RUNGS, type Rung } from './evidence/rungs.ts';
import type { CheckResult } from './judgement.ts';
import { scoreOf } from './score.ts';

/** The ten steps of one judged snapshot. */
export interface Posture {
  /** 0 to 100 over the checks of all ten steps; null when nothing was assessed. */
  readonly score: number | null;
  /** Controls. A core control that nothing looks at yet is applicable and not assessed. */
  readonly assessed: number;
  readonly applicable: number;
  readonly steps: readonly StepStanding[];
  readonly controls: readonly ControlStanding[];
}

/**
 * What results mean for the controls and for each step. Scores weigh checks as core/score.ts does; coverage counts
 * controls, so that a shop of which little is known does not look safe.
 */
export function scoreBySteps(checks: readonly Check[], results: readonly CheckResult[]): Posture {
  const resultOf = new Map(results.map((result) => [result.checkId, result]));
  const checksOf = Map.groupBy(
    checks.filter(({ control }) => control !== undefined),
    ({ control }) => control ?? '',
  );
  const controls = CONTROLS.map((control) => standingOf(control, checksOf.get(control.id) ?? [], resultOf));
  const scoreFor = (some: readonly Control[]): number | null => {
    const theirs = some.flatMap(({ id }) => checksOf.get(id) ?? []);
    return scoreOf(theirs, known(theirs, resultOf)).score;
  };
  const steps = STEPS.map((step) => {
    const ids = CONTROLS.filter((control) => control.step === step);
    return { step, score: scoreFor(ids), ...coverageOf(ids, controls) };
  });
  const { assessed, applicable } = coverageOf(CONTROLS, controls);
  return { score: scoreFor(CONTROLS), assessed, applicable, steps, controls };
}

/** One check that fails fails its control; one that could not look leaves it open, whatever the others passed. */
function standingOf(
  { id }: Control,
  checks: readonly Check[],
  resultOf: ReadonlyMap<string, CheckResult>,
): ControlStanding {
  const results = known(checks, resultOf);
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  const order = ['fail', 'notAssessed', 'pass', 'notApplicable'] as const;
  const outcome = order.find((one) => outcomes.has(one)) ?? (checks.length > 0 ? 'notAssessed' : 'none');
  return { controlId: id, outcome, rung: weakestOf(results), checkIds: checks.map((check) => check.id) };
}

function known(checks: readonly Check[], resultOf: ReadonlyMap<string, CheckResult>): CheckResult[] {
  return checks.flatMap(({ id }) => resultOf.get(id) ?? []);
}

function weakestOf(results: readonly CheckResult[]): Rung | null {
  const weakest = Math.max(-1, ...results.map(({ rung }) => (rung ? RUNGS.indexOf(rung) : -1)));
  return RUNGS[weakest] ?? null;
}

function coverageOf(some: readonly Control[], standings: readonly ControlStanding[]) {
  const tiers = new Map(some.map(({ id, tier }) => [id, tier]));
  const theirs = standings.filter(({ controlId }) => tiers.has(controlId));
  const applicable = theirs.filter(
    ({ controlId, outcome }) => outcome !== 'notApplicable' && (outcome !== 'none' || tiers.get(controlId) === 'core'),
  );
  return {
    assessed: applicable.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail').length,
    applicable: applicable.length,
    failing: applicable.filter(({ outcome }) => outcome === 'fail').length,
  };
}
