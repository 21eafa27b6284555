import { collectedValue } from '../evidence/snapshot.ts';
import { fingerprint } from '../fingerprint.ts';
import { isGraver } from '../severity.ts';
import { tellsWhatIsGone, toldAll, type JudgedSnapshot } from './judged-week.ts';
import type { ReportFinding } from './weekly-report.ts';

/** What is different from the week before, each list gravest first. */
export interface WeekChanges {
  readonly fresh: readonly ReportFinding[];
  readonly mended: readonly ReportFinding[];
  readonly graver: readonly ReportFinding[];
}

const NOTHING: WeekChanges = { fresh: [], mended: [], graver: [] };

/**
 * Compares two snapshots by fingerprint. In the first week all is new. What is gone counts as mended only where its check
 * told so: missing evidence mends nothing. What a check could not see the week before is new only if no alert about it
 * was open by then. What is silenced is neither new nor graver: somebody knows it.
 */
export function weekChanges(
  now: JudgedSnapshot,
  before: JudgedSnapshot | null,
  silenced: ReadonlySet<string>,
): WeekChanges {
  const open = [...now.findings.values()].filter((finding) => !silenced.has(finding.fingerprint));
  if (before === null) return { ...NOTHING, fresh: open };
  if (before.id === now.id) return NOTHING;
  const known = knownBy(now, before.snapshot.takenAt);
  return {
    fresh: open.filter(
      (finding) =>
        !before.findings.has(finding.fingerprint) &&
        (toldAll(before.results.get(finding.checkId)) || !known.has(finding.fingerprint)),
    ),
    mended: [...before.findings.values()].filter(
      (finding) => !now.findings.has(finding.fingerprint) && tellsWhatIsGone(now.results.get(finding.checkId)),
    ),
    graver: open.filter((finding) => {
      const was = before.findings.get(finding.fingerprint);
      return was !== undefined && isGraver(finding.severity, was.severity);
    }),
  };
}

/** Alerts that stood open at that moment already, as the newer snapshot remembers them. */
function knownBy({ snapshot }: JudgedSnapshot, at: string): ReadonlySet<string> {
  const open = collectedValue(snapshot, 'records')?.openAlerts ?? [];
  return new Set(open.filter(({ since }) => since <= at).map(({ checkId, subject }) => fingerprint(checkId, subject)));
}
