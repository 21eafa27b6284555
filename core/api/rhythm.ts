import type { Instant } from '../time.ts';
import type { ScanState } from './home.ts';

/** What runs by itself. */
export const RHYTHMS = ['check', 'themes', 'scripts', 'registrations', 'people', 'report'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** GET /api/rhythm: what ran, what runs, what is due, what failed. */
export interface RhythmBoard {
  /** `frozen`: Shopify closed the shop to apps, until its bill is paid; looked at once a day. */
  readonly state: 'running' | 'needs-visit' | 'frozen';
  readonly rows: readonly RhythmRow[];
  /** Jobs that were given up, newest first; gone once they succeed or after thirty days. */
  readonly failed: readonly FailedJob[];
  /** Checks that a person may still ask for in this hour, and when the next one is free. */
  readonly checksLeft: number;
  readonly nextCheckFreeAt: Instant | null;
}

export interface RhythmRow {
  readonly rhythm: Rhythm;
  readonly every: 'day' | 'week';
  readonly nextAt: Instant | null;
  readonly lastAt: Instant | null;
  /** What goes on or waits in the queue now. */
  readonly now: ScanState | null;
}

/** POST /api/rhythm/failed/:id/retry (manager). */
export interface FailedJob {
  readonly id: string;
  readonly job: string;
  readonly failedAt: Instant;
  readonly attempts: number;
  /** "timed-out", "throttled" …: the page says each in words. */
  readonly code: string;
  readonly isRetried: boolean;
}
