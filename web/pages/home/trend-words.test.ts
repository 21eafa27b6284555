import { describe, expect, it } from '@jest/globals';
import { coveragePercent, trendFinding } from './trend-words.ts';

const point = (score: number | null, assessed = 8, applicable = 10) => ({
  takenAt: '2026-11-22T13:10:00.000Z',
  score,
  assessed,
  applicable,
});

describe('what the trend shows', () => {
  it.each([
    [[], { kind: 'none' }],
    [[null, null], { kind: 'none' }],
    [[72], { kind: 'first', to: 72 }],
    [[61, 72], { kind: 'rose', from: 61, to: 72 }],
    [[72, null, 61], { kind: 'fell', from: 72, to: 61 }],
    [[70, 20, 70], { kind: 'same', from: 70, to: 70 }],
    [[null, 0, 0], { kind: 'same', from: 0, to: 0 }],
  ] as const)('%j', (scores, finding) => {
    expect(trendFinding(scores.map((score) => point(score)))).toEqual(finding);
  });

  it.each([
    [46, 57, 81],
    [0, 12, 0],
    [0, 0, 0],
  ])('%i of %i: %i%%', (assessed, applicable, percent) => {
    expect(coveragePercent(point(null, assessed, applicable))).toBe(percent);
  });
});
