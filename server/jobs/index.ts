import { collectEvidence } from './collect-evidence.ts';
import { known, type KnownJob } from './define-job.ts';
import { evaluateSnapshot } from './evaluate-snapshot.ts';
import { flowActions } from './flow-actions.ts';
import { lookAtTheme } from './look-at-theme.ts';
import { notify } from './notify.ts';
import { probeFrozen } from './probe-frozen.ts';
import { readPeople } from './read-people.ts';
import { sweepSoon } from './sweep.ts';
import { verifyRegistrations } from './verify-registrations.ts';
import { weeklyReportJob } from './weekly-report.ts';

/** Every kind of job. */
export const JOBS: readonly KnownJob[] = [
  known(sweepSoon),
  known(collectEvidence),
  known(evaluateSnapshot),
  known(notify),
  known(verifyRegistrations),
  known(readPeople),
  known(lookAtTheme),
  known(probeFrozen),
  known(weeklyReportJob),
  known(flowActions),
];
