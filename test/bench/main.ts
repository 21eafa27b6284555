/**
 * `npm run bench`: each figure beside a named peer measured in the same run on the same machine, so that a slow machine
 * makes no slow program. A missed goal is said, and is no failure; a section that breaks is. `--only NAME` runs one.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAlertsApi } from './alerts-api.ts';
import { benchGstin } from './gstin.ts';
import { benchHeaders } from './headers.ts';
import { benchIntake } from './intake.ts';
import { benchJudging } from './judging.ts';
import { benchPasswordWorker } from './password-worker.ts';
import { benchPdf } from './pdf.ts';
import { benchPrahari } from './prahari.ts';
import { benchProxy } from './proxy.ts';
import { benchRecheck } from './recheck.ts';
import { benchReconcile } from './reconcile.ts';
import { benchRegisterApi } from './register-api.ts';
import { benchRegister } from './register.ts';
import { benchScripts } from './scripts.ts';
import { benchSweep } from './sweep.ts';
import { printTable, type BenchLine } from './table.ts';
import { benchTaxAudit } from './tax-audit.ts';
import { benchThemeScan } from './theme-scan.ts';
import { crowding } from './timing.ts';
import { benchTraces } from './traces.ts';
import { benchWeeklyLoad } from './weekly-load.ts';

const SECTIONS: Readonly<Record<string, () => Promise<BenchLine[]>>> = {
  judging: benchJudging,
  gstin: benchGstin,
  prahari: benchPrahari,
  headers: benchHeaders,
  'password-worker': benchPasswordWorker,
  'tax-audit': benchTaxAudit,
  'theme-scan': benchThemeScan,
  traces: benchTraces,
  scripts: benchScripts,
  register: benchRegister,
  pdf: benchPdf,
  'register-api': benchRegisterApi,
  reconcile: benchReconcile,
  'alerts-api': benchAlertsApi,
  recheck: benchRecheck,
  intake: benchIntake,
  proxy: benchProxy,
  sweep: benchSweep,
  'weekly-load': benchWeeklyLoad,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = values.only === undefined ? Object.keys(SECTIONS) : [values.only];

const all: BenchLine[] = [];
const broken: string[] = [];
for (const name of names) {
  const section = SECTIONS[name];
  if (!section) {
    console.error(`No section is called "${name}". There are: ${Object.keys(SECTIONS).join(', ')}.`);
    process.exit(2);
  }
  const startedAt = performance.now();
  console.log(`\n${name} (${machine()})`);
  try {
    const lines = await section();
    printTable(lines);
    all.push(...lines);
  } catch (error) {
    console.error(error);
    broken.push(name);
  }
  console.log(`${name} took ${((performance.now() - startedAt) / 1_000).toFixed(1)} s (${neighbours()} at its end)`);
}

if (names.length > 1) {
  console.log(`\nAll sections (${machine()})`);
  printTable(all);
}
const missed = all.filter(({ isMet }) => !isMet);
for (const { what, ours, goal } of missed) console.log(`MISSED: ${what}: ${ours}; the goal is ${goal}.`);
for (const name of broken) console.log(`BROKEN: ${name} measured nothing; its error stands above.`);
process.exitCode = broken.length > 0 ? 1 : 0;

/** What a reader must know to judge a figure in ms. */
function machine(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores, ${neighbours()}`;
}

function neighbours(): string {
  const others = crowding();
  return others < 1.2 ? 'machine to itself' : `crowded: all work takes ${others.toFixed(1)} times as long as alone`;
}
