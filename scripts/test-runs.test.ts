import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closingLine, countsOf, planRuns } from './steps/test-runs.mjs';

describe('the runs of npm test', () => {
  it('tests the browser after all others, alone', () => {
    expect(planRuns({ jest: [], isProjectChosen: false }).map(({ args }) => args.join(' '))).toEqual([
      '--selectProjects server web --maxWorkers=2',
      '--selectProjects browser --runInBand',
    ]);
  });

  it('narrows both runs to the named files, keeping an option with its value', () => {
    const [fast] = planRuns({ jest: ['core/gst', '-t', 'gstin'], isProjectChosen: false });
    expect(fast?.args.join(' ')).toBe('--selectProjects server web --maxWorkers=2 --passWithNoTests core/gst -t gstin');
  });

  it('leaves a chosen project alone', () => {
    expect(planRuns({ jest: ['--selectProjects', 'web'], isProjectChosen: true })).toEqual([
      { name: 'chosen', args: ['--selectProjects', 'web'] },
    ]);
  });
});

describe('counts', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counts-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['{"passed":12,"failed":0}', 0, { passed: 12, failed: 0 }],
    ['{"passed":12,"failed":3}', 1, { passed: 12, failed: 3 }],
    ['{"passed":12,"failed":0}', 1, { passed: 12, failed: 1 }], // jest failed for another reason
    ['{"passed":"many"}', 0, { passed: 0, failed: 1 }],
    [null, 0, { passed: 0, failed: 1 }], // it never came to its end
  ])('%s with exit code %s', (text, exitCode, expected) => {
    const file = join(folder, 'counts.json');
    if (text !== null) writeFileSync(file, text);
    expect(countsOf(file, exitCode)).toEqual(expected);
    expect(existsSync(file)).toBe(false);
  });

  it('sums into the closing line', () => {
    expect(
      closingLine([
        { passed: 600, failed: 1 },
        { passed: 12, failed: 2 },
      ]),
    ).toBe('612 passed, 3 failed');
  });
});
