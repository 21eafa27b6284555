import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { exampleGstins, mixedGstins } from './gstin-inputs.ts';
import { JUDGES, type JudgeName } from './gstin-judges.ts';
import { times, type BenchLine } from './table.ts';

const SPEED = path.join(import.meta.dirname, 'gstin-speed.ts');
const ROUNDS = 3;
const GOALS: readonly { readonly name: JudgeName; readonly goal: number }[] = [
  { name: '@ashwinbande/validators 1.0.7', goal: 2 },
  { name: 'stdnum 1.12.0', goal: 20 },
];

/** One verdict on mixed input, and who is wrong about the example file. */
export async function benchGstin(): Promise<BenchLine[]> {
  const best = new Map<JudgeName, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(JUDGES) as JudgeName[]) {
      best.set(name, Math.max(best.get(name) ?? 0, await perSecond(name)));
    }
  }
  const ours = best.get('prahari') ?? NaN;
  const speeds = GOALS.map(({ name, goal }): BenchLine => {
    const peer = best.get(name) ?? NaN;
    return {
      what: `one GSTIN verdict, ${mixedGstins().length} mixed inputs`,
      ours: millions(ours),
      peer: `${name}: ${millions(peer)}`,
      ratio: times(ours / peer),
      goal: `at least ${goal}×`,
      isMet: ours / peer >= goal,
    };
  });
  const wrong = wrongAnswers('prahari');
  const mistakes: BenchLine = {
    what: `wrong verdicts on the ${exampleGstins().length} examples`,
    ours: String(wrong),
    peer: GOALS.map(({ name }) => `${name}: ${wrongAnswers(name)}`).join(', '),
    ratio: '',
    goal: 'none',
    isMet: wrong === 0,
  };
  return [...speeds, mistakes];
}

function wrongAnswers(name: JudgeName): number {
  return exampleGstins().filter(({ gstin, isValid }) => JUDGES[name](gstin) !== isValid).length;
}

async function perSecond(name: JudgeName): Promise<number> {
  return Number((await promisify(execFile)(process.execPath, [SPEED, name])).stdout);
}

function millions(perSecondNow: number): string {
  return `${(perSecondNow / 1_000_000).toFixed(2)} million a second`;
}
