/**
 * One judge in a process of its own, so that none is slowed by what another leaves behind:
 * `node test/bench/gstin-speed.ts NAME` prints its verdicts a second on mixed input, in its best turn.
 */
import { mixedGstins } from './gstin-inputs.ts';
import { JUDGES, type JudgeName } from './gstin-judges.ts';

/** The best turn counts: neighbours on the machine disturb some, not all. */
const TURNS = 40;
const TURN_MS = 25;

const judge = JUDGES[process.argv[2] as JudgeName];
const inputs = mixedGstins();
let best = 0;
let good = 0;
for (let turn = 0; turn < TURNS; turn += 1) {
  const startedAt = performance.now();
  let judged = 0;
  let elapsedMs = 0;
  while (elapsedMs < TURN_MS) {
    for (const text of inputs) if (judge(text)) good += 1;
    judged += inputs.length;
    elapsedMs = performance.now() - startedAt;
  }
  best = Math.max(best, judged / elapsedMs);
}
if (good === 0) throw new Error('Nothing was judged.');
console.log(best * 1_000);
