import { nextDailyCheck, nextThemeLook, weeklyOffsetMs } from '../../server/shop/schedule.ts';
import type { BenchLine } from './table.ts';

const HOUR_MS = 3_600_000;
const HOURS_A_WEEK = 7 * 24;
const GOAL = 1.2;

/**
 * How evenly the hash spreads weekly checks: the busiest hour against the mean hour. The peer is chance itself, which no
 * hash can beat. No clock and no store: the same on every machine.
 */
export async function benchWeeklyLoad(): Promise<BenchLine[]> {
  return [...[100_000, 1_000_000].map(wholeChecks), aWeekOfWork(100_000)];
}

function wholeChecks(shops: number): BenchLine {
  const ours = busiestHour(shops, (shop) => weeklyOffsetMs(`invented-${shop}.myshopify.com`));
  const peer = busiestHour(shops, () => Math.random() * HOURS_A_WEEK * HOUR_MS);
  return {
    what: `busiest hour of a week, ${shops.toLocaleString('en-IN')} shops`,
    ours: `${ours.toFixed(3)} of the mean`,
    peer: `drawn by chance ${peer.toFixed(3)}`,
    ratio: `${(ours / peer).toFixed(2)}×`,
    goal: `< ${GOAL}`,
    isMet: ours < GOAL,
  };
}

/**
 * All that a week brings by itself: each shop's whole check, its seven looks at the theme, and in every third shop seven
 * looks at scripts near payment. The peer draws each of those moments by chance.
 */
function aWeekOfWork(shops: number): BenchLine {
  const nameOf = (shop: number) => `invented-${shop}.myshopify.com`;
  const begin = new Date(0);
  const hourOfDay = (at: Date) => Math.floor((at.getTime() % (24 * HOUR_MS)) / HOUR_MS);
  const hours = new Uint32Array(HOURS_A_WEEK);
  const drawn = new Uint32Array(HOURS_A_WEEK);
  const add = (counts: Uint32Array, hour: number) => (counts[hour] = (counts[hour] ?? 0) + 1);
  const chance = () => Math.floor(Math.random() * HOURS_A_WEEK);
  for (let shop = 0; shop < shops; shop += 1) {
    const name = nameOf(shop);
    const daily = [hourOfDay(nextThemeLook(name, begin))];
    if (shop % 3 === 0) daily.push(hourOfDay(nextDailyCheck(name, begin)));
    add(hours, Math.floor(weeklyOffsetMs(name) / HOUR_MS));
    for (const hour of daily) for (let day = 0; day < 7; day += 1) add(hours, day * 24 + hour);
    for (let moment = 0; moment < 1 + daily.length * 7; moment += 1) add(drawn, chance());
  }
  const [ours, peer] = [hours, drawn].map((counts) => Math.max(...counts) / (sumOf(counts) / HOURS_A_WEEK));
  return {
    what: `busiest hour of a week with daily looks, ${shops.toLocaleString('en-IN')} shops, ${sumOf(hours).toLocaleString('en-IN')} jobs`,
    ours: `${(ours ?? 0).toFixed(3)} of the mean`,
    peer: `drawn by chance ${(peer ?? 0).toFixed(3)}`,
    ratio: `${((ours ?? 0) / (peer ?? 1)).toFixed(2)}×`,
    goal: `< ${GOAL}`,
    isMet: (ours ?? Infinity) < GOAL,
  };
}

const sumOf = (counts: Uint32Array): number => counts.reduce((sum, one) => sum + one, 0);

/** The fullest hour as a multiple of the mean hour. */
function busiestHour(shops: number, offsetMs: (shop: number) => number): number {
  const hours = new Uint32Array(HOURS_A_WEEK);
  for (let shop = 0; shop < shops; shop += 1) {
    const hour = Math.floor(offsetMs(shop) / HOUR_MS);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return Math.max(...hours) / (shops / HOURS_A_WEEK);
}
