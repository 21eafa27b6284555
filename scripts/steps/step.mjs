/** What a person can do about a failed step, in one sentence. `exitCode` 2: this machine lacks something. */
export class StepError extends Error {
  constructor(message, { exitCode = 1, details = '' } = {}) {
    super(message);
    this.name = 'StepError';
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** "26.1 s", "140 ms" */
export function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const NAME_WIDTH = 20;

/** One step, one line: its name and its time, or the reason why nothing was to be done. */
export function stepLine(name, outcome) {
  return `✓ ${name.padEnd(NAME_WIDTH)} ${outcome}`;
}

/**
 * Runs one step of the set-up and prints its line.
 *
 * @template T
 * @param {string} name
 * @param {(alreadyThere: (why?: string) => void) => Promise<T> | T} work calls `alreadyThere` when it found nothing to do
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const startedAt = performance.now();
  let skipped = '';
  const result = await work((why = 'already there') => {
    skipped = why;
  });
  console.log(stepLine(name, skipped || duration(performance.now() - startedAt)));
  return result;
}

/** Runs a whole script: a StepError becomes one clear sentence and its exit code, anything else keeps its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    if (error.details) console.error(error.details);
    console.error(`✗ ${error.message}`);
    process.exitCode = error.exitCode;
  }
}
