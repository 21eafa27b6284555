import { Bench } from 'tinybench';

const SPIN_MS = 100;

/** How long one piece of work took, in ms. */
export async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Median time of one run in ms, after warming up. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const bench = new Bench({ iterations: runs, time: 0, warmupIterations: 3, warmupTime: 0, throws: true });
  bench.add('work', async () => void (await work()));
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error('The work was not measured to its end.');
  return task.result.latency.p50;
}

/** The value below which `share` of the numbers lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * How often longer a moment of work takes here than the processor needed for it: 1 on a machine of our own, 4 where others
 * leave us a quarter of a core. Every figure of ours and of the peers is that much worse, and goals in ms are missed by
 * the neighbours' doing.
 */
export function crowding(): number {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    const usedMs = (user + system) / 1_000;
    if (usedMs >= SPIN_MS) return Math.max(1, (performance.now() - startedAt) / usedMs);
  }
}
