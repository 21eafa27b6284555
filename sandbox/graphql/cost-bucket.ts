import type { SandboxClock } from '../clock.ts';

const MAXIMUM_AVAILABLE = 2_000;
const RESTORE_PER_SECOND = 100;

interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** The query points of one shop: 2,000 at most, 100 come back each second (recorded on a development store). */
export interface CostBucket {
  /** Takes the points, or none when there are too few. */
  take(points: number): boolean;
  giveBack(points: number): void;
  status(): ThrottleStatus;
}

export function costBucket(clock: SandboxClock): CostBucket {
  let available = MAXIMUM_AVAILABLE;
  let filledAtMs = clock.nowMs();

  function fill(): void {
    const nowMs = clock.nowMs();
    const restored = Math.max(0, nowMs - filledAtMs) * (RESTORE_PER_SECOND / 1_000);
    available = Math.min(MAXIMUM_AVAILABLE, available + restored);
    filledAtMs = nowMs;
  }

  return {
    take(points) {
      fill();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(MAXIMUM_AVAILABLE, available + points);
    },
    status() {
      fill();
      return {
        maximumAvailable: MAXIMUM_AVAILABLE,
        currentlyAvailable: Math.floor(available),
        restoreRate: RESTORE_PER_SECOND,
      };
    },
  };
}
