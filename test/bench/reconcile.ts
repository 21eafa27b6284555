import { CHECKS } from '../../core/checks/index.ts';
import type { CheckResult } from '../../core/judgement.ts';
import { reconcile, type OpenAlert } from '../../core/reconcile.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { manyFindings, MANY } from './many-alerts.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const GOAL_MS = 100;
const RUNS = 20;
/** Of every ten alerts one is gone, and one of ten findings is new. */
const EACH = 10;
const AS_OF = '2026-11-22T13:10:00.000Z';

/**
 * 10,000 findings against 10,000 alerts, of which a tenth is gone and a tenth is new. The peer joins both lists by one
 * Map of fingerprints and does nothing else: the least that any reconciling does.
 */
export async function benchReconcile(): Promise<BenchLine[]> {
  const results = manyFindings();
  const alerts = alertsFor(results);
  const { open, observe, resolve } = reconcile(results, alerts, AS_OF);
  if (open.length !== MANY / EACH || observe.length !== MANY - MANY / EACH || resolve.length !== MANY / EACH) {
    throw new Error(`Opened ${open.length}, observed ${observe.length}, resolved ${resolve.length}.`);
  }
  const ours = await medianMs(RUNS, () => reconcile(results, alerts, AS_OF));
  const peer = await medianMs(RUNS, () => joined(results, alerts));
  return [
    {
      what: `reconcile ${MANY} findings of ${CHECKS.length} checks with ${MANY} alerts`,
      ours: ms(ours),
      peer: `one Map over both ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
  ];
}

function alertsFor(results: readonly CheckResult[]): OpenAlert[] {
  let at = 0;
  return results.flatMap(({ checkId, findings }) =>
    findings.map(({ subject, severity }) => {
      at += 1;
      const known = at % EACH === 0 ? `gone-${at}.example` : subject;
      return {
        fingerprint: fingerprint(checkId, known),
        checkId,
        status: 'open' as const,
        severity,
        suppressedUntil: null,
      };
    }),
  );
}

function joined(results: readonly CheckResult[], alerts: readonly OpenAlert[]): number {
  const known = new Map(alerts.map((alert) => [alert.fingerprint, alert]));
  let met = 0;
  for (const { checkId, findings } of results) {
    for (const { subject } of findings) if (known.has(fingerprint(checkId, subject))) met += 1;
  }
  return met;
}
