#!/usr/bin/env node
/**
 * `npx prahari`: in a working copy it runs the sources on the Node that npm installs, in a build what was built. Needs
 * `npm ci` to have run, and nothing more: no server, no store, no network.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './steps/paths.mjs';

const SOURCE = join(ROOT, 'server/cli/prahari/main.ts');
const BUILT = join(ROOT, 'dist/server/cli/prahari/main.js');
/** Short-lived strings are forgotten early: a file of any length needs the same memory. */
const FLAGS = ['--max-semi-space-size=8'];
/** What Node makes of the sources is kept there, so that the second call starts faster. */
const CACHE = join(ROOT, 'node_modules/.cache/prahari');
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
const ASKED_WRONGLY = 2;

const isWorkingCopy = existsSync(SOURCE);
if (isWorkingCopy && !existsSync(NODE)) {
  console.error('prahari: The packages are not installed. Run: npm ci');
  process.exitCode = ASKED_WRONGLY;
} else {
  process.exitCode = await run(isWorkingCopy ? NODE : process.execPath, isWorkingCopy ? SOURCE : BUILT);
}

/** Ctrl-C reaches the child by itself; we wait for its end and end the same way. */
function run(node, file) {
  const child = spawn(node, [...FLAGS, file, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`prahari: ${node} does not start (${error.code}). Run: npm ci`);
      resolve(ASKED_WRONGLY);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (SIGNALS[signal] ?? 0)));
  });
}
