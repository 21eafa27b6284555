import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { until } from '../test/until.ts';
import { movedClock } from './clock.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

describe('a moved clock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells the machine’s time while there is no file', () => {
    const before = Date.now();
    const told = movedClock(join(folder, 'none.json')).now().getTime();
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });

  it('moves when the file says so, while it runs', async () => {
    const file = join(folder, 'clock.json');
    const clock = movedClock(file);
    expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now());
    writeFileSync(file, JSON.stringify({ offsetMs: WEEK_MS }));
    await until('it is a week later', async () => clock.now().getTime() >= Date.now() + WEEK_MS - 1_000);
  });

  it.each(['', '{', '{"offsetMs":"tomorrow"}', '{"offsetMs":-5}', 'null'])(
    'keeps its offset when the file holds %p',
    (text) => {
      const file = join(folder, 'half.json');
      writeFileSync(file, text);
      expect(movedClock(file).now().getTime()).toBeLessThanOrEqual(Date.now());
    },
  );
});
