import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { inventedGstin, mixedGstins } from './gstin-inputs.ts';
import { times, type BenchLine } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PRAHARI = path.join(ROOT, 'scripts/prahari.mjs');
const SAY_USAGE = pathToFileURL(path.join(import.meta.dirname, 'say-usage.mjs')).href;

const LINES = 1_000_000;
/** Odd: the run in the middle counts. */
const ROUNDS = 5;
const RATIO_GOAL = 10;
const MEMORY_GOAL_MB = 150;
/** Twice the lines may need that much more memory and is still flat. */
const FLAT = 1.15;

/** What a program used, its children included. */
interface Run {
  /** On a crowded machine the clock tells of the neighbours too. */
  readonly processorMs: number;
  readonly clockMs: number;
  readonly peakMb: number;
}

/** A million lines through `prahari gstin --json`, started as a person starts it, beside a loop over npm stdnum. */
export async function benchPrahari(): Promise<BenchLine[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prahari-bench-'));
  try {
    const [million, twoMillion, few] = await Promise.all([
      linesFile(folder, LINES),
      linesFile(folder, 2 * LINES),
      linesFile(folder, 1),
    ]);
    const prahari = (file: string) => run([PRAHARI, 'gstin', file, '--json'], folder);
    await prahari(few); // The first run of a fresh clone makes Node's cache of the sources.
    const loop = () => run([path.join(import.meta.dirname, 'stdnum-lines.ts'), million], folder);
    const oursRuns: Run[] = [];
    const peerRuns: Run[] = [];
    // In turn, so that neighbours on the machine disturb both alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      oursRuns.push(await prahari(million));
      peerRuns.push(await loop());
    }
    const ours = median(oursRuns);
    const peer = median(peerRuns);
    const twice = await prahari(twoMillion);
    const ratio = peer.clockMs / ours.clockMs;
    return [
      {
        what: 'a million GSTINs, one a line, to JSON',
        ours: `${seconds(ours.clockMs)} (processor ${seconds(ours.processorMs)})`,
        peer: `loop over stdnum 1.12.0: ${seconds(peer.clockMs)} (processor ${seconds(peer.processorMs)})`,
        ratio: times(ratio),
        goal: `at least ${RATIO_GOAL}×`,
        isMet: ratio >= RATIO_GOAL,
      },
      {
        what: 'its peak memory',
        ours: `${ours.peakMb.toFixed(0)} MB`,
        peer: `two million lines: ${twice.peakMb.toFixed(0)} MB`,
        ratio: times(twice.peakMb / ours.peakMb),
        goal: `< ${MEMORY_GOAL_MB} MB, and flat`,
        isMet: Math.max(ours.peakMb, twice.peakMb) < MEMORY_GOAL_MB && twice.peakMb / ours.peakMb < FLAT,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Mixed inputs and invented numbers in turn, so that the lines are not all alike. */
async function linesFile(folder: string, count: number): Promise<string> {
  const file = path.join(folder, `${count}.txt`);
  const mixed = mixedGstins();
  const lines = Array.from({ length: count }, (_, n) =>
    n % 2 === 0 ? inventedGstin(n) : (mixed[n % mixed.length] ?? ''),
  );
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

/** Runs a program of ours to its end, its words into a file. @throws it said nothing of its memory */
async function run(command: readonly string[], folder: string): Promise<Run> {
  const out = openSync(path.join(folder, 'out.jsonl'), 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: `--import=${SAY_USAGE}` },
    stdio: ['ignore', out, 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (!child.stderr) throw new Error('A child of ours has no words.');
  const said = await text(child.stderr);
  await ended;
  closeSync(out);
  const clockMs = performance.now() - startedAt;
  const usage = [...said.matchAll(/^used (.*)$/gm)].map(([, json = '']) => JSON.parse(json) as Usage);
  if (usage.length === 0) throw new Error(`${command[0] ?? ''} did not end well: ${said.slice(0, 500)}`);
  return {
    processorMs: usage.reduce((sum, { cpu }) => sum + cpu, 0) / 1_000,
    clockMs,
    peakMb: Math.max(...usage.map(({ maxRSS }) => maxRSS)) / 1_024,
  };
}

/** The run in the middle, by the clock. */
function median(runs: readonly Run[]): Run {
  const middle = runs.toSorted((a, b) => a.clockMs - b.clockMs)[Math.floor(runs.length / 2)];
  if (!middle) throw new Error('Nothing was run.');
  return middle;
}

/** As say-usage.mjs writes it. */
interface Usage {
  readonly maxRSS: number;
  readonly cpu: number;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
