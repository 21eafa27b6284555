import { createRequire } from 'node:module';
import { judgeByStdnum } from './stdnum-judge.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import { exampleGstins, mixedGstins } from './gstin-inputs.ts';
import { times, type BenchLine } from './table.ts';

type Judge = (text: string) => boolean;

/** Each judge has its turn in each round, and its best round counts: neighbours on the machine disturb some, not all. */
const ROUNDS = 60;
/** So many times the list, so that one turn is long enough to be measured. */
const REPEATS = 50;
const VALIDATORS_GOAL = 2;
const STDNUM_GOAL = 20;

const validators = createRequire(import.meta.url)('@ashwinbande/validators') as { gstin: Judge };

const OURS: Judge = (text) => judgeGstin(text).ok;
const PEERS: readonly { readonly name: string; readonly judge: Judge; readonly goal: number }[] = [
  { name: '@ashwinbande/validators 1.0.7', judge: (text) => validators.gstin(text), goal: VALIDATORS_GOAL },
  { name: 'stdnum 1.12.0', judge: (text) => judgeByStdnum(text).isValid, goal: STDNUM_GOAL },
];

/** One verdict on mixed input, and who is wrong about the example file. Ours tells layout, State, PAN and reason too. */
export function benchGstin(): Promise<BenchLine[]> {
  const inputs = mixedGstins();
  const [ours = 0, ...peers] = perSecond([OURS, ...PEERS.map(({ judge }) => judge)], inputs);
  const speeds = PEERS.map(({ name, goal }, index): BenchLine => {
    const peer = peers[index] ?? NaN;
    return {
      what: `one GSTIN verdict, ${inputs.length} mixed inputs`,
      ours: millions(ours),
      peer: `${name}: ${millions(peer)}`,
      ratio: times(ours / peer),
      goal: `at least ${goal}×`,
      isMet: ours / peer >= goal,
    };
  });
  const wrong = wrongAnswers(OURS);
  const mistakes: BenchLine = {
    what: `wrong verdicts on the ${exampleGstins().length} examples`,
    ours: String(wrong),
    peer: PEERS.map(({ name, judge }) => `${name}: ${wrongAnswers(judge)}`).join(', '),
    ratio: '',
    goal: 'none',
    isMet: wrong === 0,
  };
  return Promise.resolve([...speeds, mistakes]);
}

function wrongAnswers(judge: Judge): number {
  return exampleGstins().filter(({ gstin, isValid }) => judge(gstin) !== isValid).length;
}

/** Verdicts a second of each judge. */
function perSecond(judges: readonly Judge[], inputs: readonly string[]): number[] {
  const bestMs = judges.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    judges.forEach((judge, index) => {
      const startedAt = performance.now();
      let good = 0;
      for (let n = 0; n < REPEATS; n += 1) for (const text of inputs) if (judge(text)) good += 1;
      if (good === 0) throw new Error('Nothing was judged.');
      bestMs[index] = Math.min(bestMs[index] ?? Infinity, performance.now() - startedAt);
    });
  }
  return bestMs.map((ms) => (REPEATS * inputs.length * 1_000) / ms);
}

function millions(perSecondNow: number): string {
  return `${(perSecondNow / 1_000_000).toFixed(2)} million a second`;
}
