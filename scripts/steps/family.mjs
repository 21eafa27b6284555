import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { StepError } from './step.mjs';

const STOP_ORDER = ['pages', 'worker', 'web', 'sandbox', 'redis', 'store'];

/**
 * The children of one starter. A file in the data folder
 * names them while they run, so that a starter that was killed leaves nothing behind for ever.
 */
export class Family {
  #children = [];
  #file;

  /** @param {string} dataFolder */
  constructor(dataFolder) {
    this.#file = join(dataFolder, 'running.json');
  }

  /**
   * Refuses to start beside a living starter; ends what a dead one left.
   *
   * @returns {Promise<number>} how many left-over processes were ended
   */
  async takeOver() {
    const before = readRunning(this.#file);
    if (before === null) return 0;
    if (before.starter !== process.pid && commandOf(before.starter).includes('start.mjs')) {
      throw new StepError(
        `Prahari already runs from this folder (process ${before.starter}). Stop it with Ctrl-C there.`,
        {
          exitCode: 2,
        },
      );
    }
    const left = before.children.filter(({ pid, mark }) => commandOf(pid).includes(mark));
    for (const { pid } of left) process.kill(pid, 'SIGTERM');
    for (const { pid, mark } of left) await gone(pid, mark);
    rmSync(this.#file, { force: true });
    return left.length;
  }

  /**
   * @param {import('./child.mjs').Child} child
   * @param {string} mark words of its command line that no stranger has
   */
  add(child, mark) {
    this.#children.push({ child, mark });
    this.#write();
  }

  /** The first child that ends without being asked to. */
  firstDeath() {
    return Promise.race(this.#children.map(({ child }) => child.diedAlone.then((outcome) => ({ child, outcome }))));
  }

  /** Who stands on another is stopped before it: jobs first, the store last. */
  async stop(tell = () => {}) {
    const rank = ({ child }) => STOP_ORDER.indexOf(child.name);
    for (const { child } of [...this.#children].sort((a, b) => rank(a) - rank(b))) {
      const wasGentle = await child.stop();
      tell(wasGentle ? `${child.name} stopped` : `${child.name} did not stop in time and was killed`);
    }
    rmSync(this.#file, { force: true });
  }

  kill() {
    for (const { child } of this.#children) child.kill();
    rmSync(this.#file, { force: true });
  }

  #write() {
    const children = this.#children.map(({ child, mark }) => ({ pid: child.pid, mark }));
    writeFileSync(this.#file, JSON.stringify({ starter: process.pid, children }), { mode: 0o600 });
  }
}

function readRunning(file) {
  try {
    const { starter, children } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(starter) && Array.isArray(children) ? { starter, children } : null;
  } catch {
    return null; // None, or half of one: then nothing of it can be trusted.
  }
}

/** A process's command line, empty when it does not live: a number alone may long belong to somebody else. */
function commandOf(pid) {
  if (!Number.isInteger(pid) || pid < 2) return '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

async function gone(pid, mark) {
  for (let waitedMs = 0; commandOf(pid).includes(mark); waitedMs += 50) {
    if (waitedMs === 10_000) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
