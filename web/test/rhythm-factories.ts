import { RHYTHMS, type FailedJob, type RhythmBoard, type RhythmRow } from '../../core/api/rhythm.ts';

/** A shop where all is as it should be; a test takes what it is about. */
export function aRhythmBoard(parts: Partial<RhythmBoard> = {}): RhythmBoard {
  const rows = RHYTHMS.map((rhythm): RhythmRow => ({
    rhythm,
    every: rhythm === 'check' || rhythm === 'report' ? 'week' : 'day',
    lastAt: '2026-11-22T13:10:00.000Z',
    nextAt: '2026-11-24T13:10:00.000Z',
    now: null,
  }));
  return { state: 'running', rows, failed: [], checksLeft: 9, nextCheckFreeAt: null, ...parts };
}

export function aFailedJob(parts: Partial<FailedJob> = {}): FailedJob {
  const failedAt = '2026-11-22T13:10:00.000Z';
  return {
    id: 'a'.repeat(24),
    job: 'look-at-theme',
    failedAt,
    attempts: 3,
    code: 'shopify-unreachable',
    isRetried: false,
    ...parts,
  };
}
