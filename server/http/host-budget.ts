import type { Clock } from '../clock.ts';

const WINDOW_MS = 60_000;
const CALLS_PER_WINDOW = 240;
const HOSTS_REMEMBERED = 10_000;
const SHORTEST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** How often one host is visited by this process, over all shops: nobody can aim our probes at a third. */
export interface HostBudget {
  /** False: this host is to be left alone for now. */
  take(host: string): boolean;
  /** The host asked for a pause (429, 503); `retryAfter` is its header. */
  pause(host: string, retryAfter: string | null): void;
}

interface Standing {
  windowEndsAt: number;
  calls: number;
  pausedUntil: number;
}

/** Kept in memory: each worker process has its own, so many workers may each spend it. */
export function hostBudget({
  clock,
  callsPerMinute = CALLS_PER_WINDOW,
}: {
  clock: Clock;
  callsPerMinute?: number;
}): HostBudget {
  const standings = new Map<string, Standing>();

  function standingOf(host: string): Standing {
    const now = clock.now().getTime();
    const known = standings.get(host);
    if (known && known.windowEndsAt > now) return known;
    const standing = { windowEndsAt: now + WINDOW_MS, calls: 0, pausedUntil: known?.pausedUntil ?? 0 };
    // The oldest entry goes first; a host that is visited again is entered anew.
    standings.delete(host);
    if (standings.size >= HOSTS_REMEMBERED) standings.delete(standings.keys().next().value ?? '');
    standings.set(host, standing);
    return standing;
  }

  return {
    take(host) {
      const standing = standingOf(host);
      if (standing.pausedUntil > clock.now().getTime() || standing.calls >= callsPerMinute) return false;
      standing.calls += 1;
      return true;
    },
    pause(host, retryAfter) {
      const now = clock.now().getTime();
      standingOf(host).pausedUntil = now + pauseMs(retryAfter, now);
    },
  };
}

/** Seconds or a date; nonsense counts as the shortest pause, a year as the longest. */
function pauseMs(retryAfter: string | null, nowMs: number): number {
  const text = retryAfter?.trim() ?? '';
  const isDate = /^[A-Z][a-z]{2}, \d/.test(text);
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : isDate ? Date.parse(text) - nowMs : NaN;
  return Math.min(Math.max(Number.isNaN(wanted) ? 0 : wanted, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}
