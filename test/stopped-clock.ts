import type { TestClock } from './product.ts';

/** A clock that stands still until it is moved: for what is counted by the minute, however slow the machine is. */
export function stoppedClock(at = new Date().toISOString()): TestClock {
  let ms = Date.parse(at);
  return {
    now: () => new Date(ms),
    pass(more) {
      ms += more;
    },
  };
}
