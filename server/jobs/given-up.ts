import type { Job } from 'bullmq';
import { z } from 'zod';
import type { Pipeline } from './pipeline.ts';

const CODE = /^[a-z][a-z0-9-]{0,59}$/;
const Refs = z.looseObject({ shop: z.string() });

/** What a job that went well proves to be mended. A scan's last step proves all its steps. */
const MENDS: Readonly<Record<string, readonly string[]>> = {
  'collect-evidence': [],
  'evaluate-snapshot': [],
  notify: ['collect-evidence', 'evaluate-snapshot', 'notify'],
  'verify-registrations': ['verify-registrations'],
  'read-people': ['read-people'],
  'look-at-theme': ['look-at-theme'],
  'probe-frozen': ['probe-frozen'],
  'weekly-report': ['weekly-report'],
  'flow-actions': ['flow-actions'],
};

/** Writes a job of a shop down that its last attempt did not help, so that the merchant sees it after Redis forgot it. */
export function rememberGivenUp(job: Job, error: Error, { failedJobs, log }: Pipeline): void {
  const refs = Refs.safeParse(job.data).data;
  const code = codeOf(error.message);
  // A scan whose judging was given up is told by that; the step after it failed with it.
  if (!refs || code === null) return;
  const { shop } = refs;
  failedJobs
    .keep({ shop, key: keyOf(job), job: job.name, refs, code, attempts: job.attemptsMade })
    .catch((cause: unknown) => log.error({ err: cause, job: job.name }, 'a failed job could not be written down'));
}

/** What failed before and went well now is gone from the board. */
export function forgetGivenUp(job: Job, { failedJobs, log }: Pipeline): void {
  const refs = Refs.safeParse(job.data).data;
  if (!refs) return;
  const jobs = MENDS[job.name];
  if (jobs?.length === 0) return;
  const gone = jobs ? failedJobs.succeeded(refs.shop, jobs) : failedJobs.keySucceeded(refs.shop, keyOf(job));
  gone.catch((cause: unknown) => log.warn({ err: cause, job: job.name }, 'a mended job stays on the board'));
}

/** The same for the job and for each of its repeats. */
const keyOf = ({ id, name }: Job): string => (id ?? name).replace(/-again-\d+$/, '');

/** Null: another job's failure. Everything that is no code of ours was the queue's word. */
function codeOf(message: string): string | null {
  if (CODE.test(message)) return message;
  if (message.startsWith('child ')) return null;
  return message.includes('stalled') ? 'stalled' : 'internal';
}
