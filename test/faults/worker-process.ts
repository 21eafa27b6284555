import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestProduct } from '../product.ts';
import { until } from '../until.ts';

/** test/faults/slow-worker.ts, running. */
export interface WorkerProcess {
  /** SIGKILL, SIGSTOP, SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  /** Killed as by a power cut; comes back when it is gone. */
  kill(): Promise<void>;
  /** All that it wrote so far. */
  words(): string;
}

const started = new Set<() => void>();

/** Ends every worker that a drill has left, however the drill ended. */
export function killAllWorkers(): void {
  for (const kill of started) kill();
  started.clear();
}

/** Starts a worker on the product's store and queue, and waits until it works. */
export async function startWorkerProcess(
  { store, redis, keyRing }: Pick<TestProduct, 'store' | 'redis' | 'keyRing'>,
  thinkMs: Readonly<Record<string, number>>,
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'slow-worker.ts')], {
    env: {
      PATH: process.env['PATH'],
      STORE_URI: store.uri,
      REDIS_URL: redis.url,
      KEY_RING: keyRing,
      THINK_MS: JSON.stringify(thinkMs),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  started.add(() => child.kill('SIGKILL'));
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  await until('the worker works', async () => words.includes('working\n'));
  return {
    signal: (signal) => void child.kill(signal),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    words: () => words,
  };
}
