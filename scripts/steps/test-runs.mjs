import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * The runs of jest that one `npm test` is made of. Pages and server share two workers; the browser tests start whole
 * systems and time them, so they run alone and after the others.
 *
 * @param {{ jest: readonly string[], isProjectChosen: boolean }} args
 * @returns {{ name: string, args: readonly string[] }[]}
 */
export function planRuns({ jest, isProjectChosen }) {
  if (isProjectChosen) return [{ name: 'chosen', args: jest }];
  // `--selectProjects` takes every bare word after it, so an option stands between its list and names of files.
  // Names of files narrow both runs; one of the two may then have nothing to do.
  const narrowed = jest.length > 0 ? ['--passWithNoTests'] : [];
  return [
    { name: 'fast', args: ['--selectProjects', 'server', 'web', '--maxWorkers=2', ...narrowed, ...jest] },
    { name: 'browser', args: ['--selectProjects', 'browser', '--runInBand', ...narrowed, ...jest] },
  ];
}

/**
 * What one run left in its file of counts. A run that ended without one has proved nothing: one failure.
 *
 * @param {string} file
 * @param {number} exitCode
 */
export function countsOf(file, exitCode) {
  const counts = readCounts(file);
  rmSync(file, { force: true });
  // Jest can also fail without a failed test: a bad option, or a threshold that was not reached.
  if (counts === null) return { passed: 0, failed: 1 };
  return { passed: counts.passed, failed: Math.max(counts.failed, exitCode === 0 ? 0 : 1) };
}

function readCounts(file) {
  if (!existsSync(file)) return null;
  const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
  return Number.isInteger(passed) && Number.isInteger(failed) ? { passed, failed } : null;
}

/** @param {readonly { passed: number, failed: number }[]} counts */
export function closingLine(counts) {
  const sum = (of) => counts.reduce((total, count) => total + count[of], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
