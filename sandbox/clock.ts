/** The sandbox's time: the machine's, moved forward at will, so that a token can expire without anybody waiting. */
export interface SandboxClock {
  nowMs(): number;
  now(): Date;
  advance(byMs: number): void;
}

export function sandboxClock(): SandboxClock {
  let offsetMs = 0;
  const nowMs = () => Date.now() + offsetMs;
  return {
    nowMs,
    now: () => new Date(nowMs()),
    advance: (byMs) => {
      offsetMs += byMs;
    },
  };
}
