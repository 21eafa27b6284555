import type { Day } from '../time.ts';

/**
 * A major version and the day it was released. Source: release dates of caniuse-lite 1.0.30001826, as of 2026-11-22 (see
 * NOTICE.md). Versions beyond the last row are newer ones. Majors are no row of numbers: Safari 26 follows 18.
 */
export interface BrowserRelease {
  readonly majorVersion: number;
  readonly releasedOn: Day;
}

/** Oldest first within each browser. */
export const BROWSER_RELEASES = {
  chrome: [
    { majorVersion: 150, releasedOn: '2026-06-30' },
    { majorVersion: 151, releasedOn: '2026-07-28' },
    { majorVersion: 152, releasedOn: '2026-08-25' },
    { majorVersion: 153, releasedOn: '2026-09-08' },
    { majorVersion: 154, releasedOn: '2026-09-22' },
    { majorVersion: 155, releasedOn: '2026-10-06' },
    { majorVersion: 156, releasedOn: '2026-10-20' },
    { majorVersion: 157, releasedOn: '2026-11-03' },
  ],
  edge: [
    { majorVersion: 150, releasedOn: '2026-07-02' },
    { majorVersion: 151, releasedOn: '2026-07-30' },
    { majorVersion: 152, releasedOn: '2026-08-27' },
    { majorVersion: 153, releasedOn: '2026-09-10' },
    { majorVersion: 154, releasedOn: '2026-09-24' },
    { majorVersion: 155, releasedOn: '2026-10-08' },
    { majorVersion: 156, releasedOn: '2026-10-22' },
  ],
  firefox: [
    { majorVersion: 153, releasedOn: '2026-07-21' },
    { majorVersion: 154, releasedOn: '2026-08-18' },
    { majorVersion: 155, releasedOn: '2026-09-01' },
    { majorVersion: 156, releasedOn: '2026-09-15' },
    { majorVersion: 157, releasedOn: '2026-09-29' },
    { majorVersion: 158, releasedOn: '2026-10-13' },
    { majorVersion: 159, releasedOn: '2026-10-27' },
    { majorVersion: 160, releasedOn: '2026-11-10' },
  ],
  safari: [
    { majorVersion: 17, releasedOn: '2023-09-26' },
    { majorVersion: 18, releasedOn: '2024-09-16' },
    { majorVersion: 26, releasedOn: '2025-09-15' },
    { majorVersion: 27, releasedOn: '2026-09-14' },
  ],
  samsung: [
    { majorVersion: 28, releasedOn: '2025-05-01' },
    { majorVersion: 29, releasedOn: '2025-10-24' },
    { majorVersion: 30, releasedOn: '2026-05-20' },
    { majorVersion: 31, releasedOn: '2026-09-23' },
  ],
  opera: [
    { majorVersion: 133, releasedOn: '2026-06-29' },
    { majorVersion: 134, releasedOn: '2026-08-06' },
    { majorVersion: 135, releasedOn: '2026-08-20' },
    { majorVersion: 136, releasedOn: '2026-09-17' },
    { majorVersion: 137, releasedOn: '2026-10-07' },
    { majorVersion: 138, releasedOn: '2026-10-20' },
    { majorVersion: 139, releasedOn: '2026-11-04' },
  ],
} as const satisfies Readonly<Record<string, readonly BrowserRelease[]>>;
