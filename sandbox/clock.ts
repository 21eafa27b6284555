import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The sandbox's time: the machine's, moved forward at will, so that a token can expire without anybody waiting. */
export interface SandboxClock {
  nowMs(): number;
  now(): Date;
  advance(byMs: number): void;
}

/** With a file the offset is written there for the app to follow, `{"offsetMs":0}`, and outlives a restart. */
export function sandboxClock(file: string | null = null): SandboxClock {
  let offsetMs = file === null ? 0 : offsetIn(file);
  const nowMs = () => Date.now() + offsetMs;
  return {
    nowMs,
    now: () => new Date(nowMs()),
    advance: (byMs) => {
      offsetMs += byMs;
      if (file === null) return;
      writeFileSync(`${file}.new`, JSON.stringify({ offsetMs }));
      renameSync(`${file}.new`, file);
    },
  };
}

function offsetIn(file: string): number {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: number }).offsetMs : 0;
}
