import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A program of ours in a process of its own, as in service. */
export interface BenchChild {
  /** The line of JSON in which it said that it is ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts a program and waits for its line `{"ready":true, …}`. */
export async function startChild(command: readonly string[]): Promise<BenchChild> {
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) return { ready: JSON.parse(line) as Record<string, unknown>, stop };
  }
  throw new Error(`${command[0] ?? ''} ended before it was ready.`);
}

/** An empty embedded store in a process and a folder of its own; both are gone after `stop`. */
export async function startStore(): Promise<{ uri: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'prahari-bench-'));
  const child = await startChild([
    'embedded/main.ts',
    ...['--folder', path.join(folder, 'store'), '--socket', path.join(folder, 'store.sock')],
  ]);
  return {
    uri: String(child.ready['uri']),
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
