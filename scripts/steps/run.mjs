import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { StepError } from './step.mjs';

const KEPT_CHARS = 20_000;

/**
 * Runs a command to its end without showing its words; they come out only when it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, failure: string }} options `failure`: what to say when it does not end well
 */
export async function runQuietly(command, args, { env = {}, failure }) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const keep = (chunk) => {
    words = (words + chunk).slice(-KEPT_CHARS);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const outcome = await ending(child);
  if (outcome !== 'exit 0') throw new StepError(`${failure} (${command} ended with ${outcome}).`, { details: words });
  return words;
}

/** Runs a command that talks to the person directly. Answers its exit code. */
export async function runAloud(command, args, { env = {} } = {}) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' });
  const outcome = await ending(child);
  return outcome.startsWith('exit ') ? Number(outcome.slice(5)) : 1;
}

function ending(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `exit ${code}`));
  });
}
