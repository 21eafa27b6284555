import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The only source of "now". Tests hand in their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const Moved = z.object({ offsetMs: z.number().min(0) });
/** The file is looked at no more often. */
const LOOK_EACH_MS = 50;

/**
 * The machine's time moved forward by what a file says, `{"offsetMs": 604800000}`, looked at again and again: so that
 * weeks pass in minutes on a developer's machine. Without the file, or with half of one, the last offset counts.
 */
export function movedClock(file: string): Clock {
  let offsetMs = 0;
  let lookedAt = -Infinity;
  return {
    now() {
      if (performance.now() - lookedAt > LOOK_EACH_MS) {
        lookedAt = performance.now();
        offsetMs = offsetIn(file) ?? offsetMs;
      }
      return new Date(Date.now() + offsetMs);
    },
  };
}

function offsetIn(file: string): number | null {
  try {
    return Moved.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMs;
  } catch {
    return null;
  }
}
