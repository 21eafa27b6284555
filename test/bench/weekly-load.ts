import { weeklyOffsetMs } from '../../server/shop/schedule.ts';
import type { BenchLine } from './table.ts';

const HOUR_MS = 3_600_000;
const HOURS_A_WEEK = 7 * 24;
const GOAL = 1.2;

/**
 * How evenly the hash spreads weekly checks: the busiest hour against the mean hour. The peer is chance itself, which no
 * hash can beat. No clock and no store: the same on every machine.
 */
export async function benchWeeklyLoad(): Promise<BenchLine[]> {
  return [100_000, 1_000_000].map((shops) => {
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
  });
}

/** The fullest hour as a multiple of the mean hour. */
function busiestHour(shops: number, offsetMs: (shop: number) => number): number {
  const hours = new Uint32Array(HOURS_A_WEEK);
  for (let shop = 0; shop < shops; shop += 1) {
    const hour = Math.floor(offsetMs(shop) / HOUR_MS);
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return Math.max(...hours) / (shops / HOURS_A_WEEK);
}
