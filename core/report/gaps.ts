import type { CheckResult } from '../judgement.ts';
import type { ReportGap } from './weekly-report.ts';

/** What could not be assessed and why, each reason once with the checks that it stopped; those that stop most come first. */
export function reportGaps(results: Iterable<CheckResult>): ReportGap[] {
  const gaps = new Map<string, ReportGap>();
  for (const { checkId, outcome, notAssessed } of results) {
    if (outcome !== 'notAssessed') continue;
    for (const why of notAssessed) {
      const { reason } = why;
      const kind = 'kind' in why ? why.kind : null;
      const missingScopes = 'kind' in why ? [...why.missingScopes].sort() : [];
      const key = JSON.stringify([kind, reason, missingScopes]);
      const checkIds = gaps.get(key)?.checkIds ?? [];
      gaps.set(key, { kind, reason, missingScopes, checkIds: [...checkIds, checkId] });
    }
  }
  return [...gaps.values()].sort((a, b) => b.checkIds.length - a.checkIds.length);
}
