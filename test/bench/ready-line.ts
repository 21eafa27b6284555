import type { ProcessName, System } from '../system.ts';

/** What a process of the system said when it was ready: the store its address, the sandbox its port and authority. */
export function readyLine(system: System, name: ProcessName): Readonly<Record<string, unknown>> {
  const line = system
    .logOf(name)
    .split('\n')
    .findLast((one) => one.startsWith('{"ready":true'));
  if (line === undefined) throw new Error(`${name} did not say that it is ready.`);
  return JSON.parse(line) as Record<string, unknown>;
}
