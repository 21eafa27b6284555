import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { StepError } from './step.mjs';

const LAST_LINES = 15;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

/** A process of ours with a log, the last lines of it, and an end that somebody listens for. */
export class Child {
  #process;
  #lastLines = [];
  #watchers = new Set();
  #isStopping = false;
  #ended;

  /**
   * @param {{ name: string, command: string, args: readonly string[], env?: Record<string, string | undefined>,
   *   logFolder: string, echo?: boolean }} plan
   */
  constructor({ name, command, args, env = {}, logFolder, echo = false }) {
    this.name = name;
    const log = openLog(logFolder, name);
    // A group of its own: Ctrl-C in a terminal reaches the starter alone, which then stops everything in order.
    this.#process = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.pipe(log, { end: false });
      eachLine(stream, (line) => {
        this.#lastLines = [...this.#lastLines, line].slice(-LAST_LINES);
        if (echo) console.log(`${name.padEnd(8)}│ ${line}`);
        for (const watcher of this.#watchers) watcher(line);
      });
    }
    this.#ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(error.message));
      this.#process.once('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `exit ${code}`));
    });
    this.#ended.then(() => log.end());
  }

  get pid() {
    return this.#process.pid;
  }

  /** Settles when the process has ended by itself, with how; never when we stopped it. */
  get diedAlone() {
    return this.#ended.then((outcome) => (this.#isStopping ? new Promise(() => {}) : outcome));
  }

  get lastLines() {
    return this.#lastLines;
  }

  /** The first line that is JSON with `"ready":true`. */
  readyLine() {
    return this.#within(
      new Promise((resolve) => {
        const watcher = (line) => {
          const said = parseReady(line);
          if (!said) return;
          this.#watchers.delete(watcher);
          resolve(said);
        };
        this.#watchers.add(watcher);
      }),
    );
  }

  /** A 200 from an address on this machine. */
  readyAt(url) {
    let isOver = false;
    const asking = (async () => {
      while (!isOver && !(await answers200(url))) await new Promise((resolve) => setTimeout(resolve, 40));
    })();
    return this.#within(asking).finally(() => {
      isOver = true;
    });
  }

  async #within(ready) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(this.#failure(`was not ready within ${READY_WITHIN_MS / 1000} s`)),
        READY_WITHIN_MS,
      );
    });
    const dead = this.#ended.then((outcome) =>
      Promise.reject(this.#failure(`ended with ${outcome} before it was ready`)),
    );
    dead.catch(() => {});
    try {
      return await Promise.race([ready, late, dead]);
    } finally {
      clearTimeout(timer);
    }
  }

  #failure(what) {
    return new StepError(`${this.name} ${what}.`, { details: this.#lastLines.join('\n') });
  }

  /** Asks it to end, and ends it when it will not. Answers false when it had to be killed. */
  async stop() {
    if (this.#process.pid === undefined || this.#hasEnded) return true;
    this.#isStopping = true;
    this.#signal('SIGTERM');
    const late = setTimeout(() => this.#signal('SIGKILL'), STOP_WITHIN_MS);
    const outcome = await this.#ended;
    clearTimeout(late);
    return outcome !== 'signal SIGKILL';
  }

  kill() {
    this.#isStopping = true;
    this.#signal('SIGKILL');
  }

  get #hasEnded() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** SIGTERM to the process alone: it knows its own children. SIGKILL to the whole group: nothing may stay behind. */
  #signal(signal) {
    if (this.#hasEnded) return;
    try {
      if (signal === 'SIGKILL') process.kill(-this.#process.pid, signal);
      else this.#process.kill(signal);
    } catch {
      // It has ended in this very moment.
    }
  }
}

/** `NAME.log` of the run before becomes `NAME.1.log`: the last words of a crash survive one restart. */
function openLog(folder, name) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.log`);
  if (existsSync(file)) renameSync(file, join(folder, `${name}.1.log`));
  return createWriteStream(file, { mode: 0o600 });
}

function eachLine(stream, tell) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(tell);
  });
  stream.on('end', () => rest && tell(rest));
}

/** What a child says when it is ready, or null for any other line. */
export function parseReady(line) {
  if (!line.startsWith('{')) return null;
  try {
    const said = JSON.parse(line);
    return said.ready === true ? said : null;
  } catch {
    return null;
  }
}

function answers200(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}
