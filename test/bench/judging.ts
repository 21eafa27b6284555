import { judge } from '../../core/judge.ts';
import type { Snapshot } from '../../core/evidence/snapshot.ts';
import { aLocation, aSnapshot, aTheme, aThemeFile, aResource } from '../factories.ts';
import { ms, times, type BenchLine } from './table.ts';
import { medianMs } from './timing.ts';

const FILES = 300;
const RESOURCES_IN_A_FILE = 10;
const LOCATIONS = 1_000;
const GOAL_MS = 200;

/**
 * Judging one big snapshot: 300 theme files with 3,000 resources and 1,000 locations. The peer is the least that any
 * program must do with it: read it from JSON and write it back. Orders join the snapshot when a check reads them.
 */
export async function benchJudging(): Promise<BenchLine[]> {
  const one = bigSnapshot(1);
  const four = bigSnapshot(4);
  const ours = await medianMs(30, () => judge(one));
  const oursTimesFour = await medianMs(30, () => judge(four));
  const peer = await medianMs(30, () => JSON.stringify(JSON.parse(JSON.stringify(one))));
  const growth = oursTimesFour / ours;
  return [
    {
      what: `judge ${FILES} theme files, ${LOCATIONS} locations`,
      ours: ms(ours),
      peer: `JSON round trip of the snapshot ${ms(peer)}`,
      ratio: times(ours / peer),
      goal: `< ${GOAL_MS} ms`,
      isMet: ours < GOAL_MS,
    },
    {
      what: 'judge a snapshot four times as big',
      ours: ms(oursTimesFour),
      peer: `the snapshot above ${ms(ours)}`,
      ratio: times(growth),
      goal: 'linear: < 6×',
      isMet: growth < 6,
    },
  ];
}

function bigSnapshot(size: number): Snapshot {
  const files = Array.from({ length: size * FILES }, (_, file) =>
    aThemeFile({
      filename: `sections/section-${file}.liquid`,
      resources: Array.from({ length: RESOURCES_IN_A_FILE }, (_unused, line) =>
        aResource({
          host: `cdn-${(file * 7 + line) % (40 * size)}.example`,
          path: `/v${line}/widget.js`,
          line: line + 1,
        }),
      ),
    }),
  );
  const locations = Array.from({ length: size * LOCATIONS }, (_, place) =>
    aLocation({ id: `gid://shopify/Location/${place}`, name: `Godown ${place}` }),
  );
  return aSnapshot({ theme: aTheme({ files }), locations });
}
