import { describe, expect, it } from '@jest/globals';
import { pace } from './pace.ts';

function paceAt(start = Date.parse('2026-11-22T06:30:00.000Z'), random = () => 1) {
  let now = start;
  return {
    pass: (ms: number) => void (now += ms),
    pace: pace({ clock: { now: () => new Date(now) }, random }),
    now: () => now,
  };
}

describe('turns of a shop at a service', () => {
  it('are five at once, then one a second', () => {
    const { pace, pass } = paceAt();
    const waits = Array.from({ length: 6 }, () => pace.waitMs('a', 'setu'));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1_000]);
    pass(999);
    expect(pace.waitMs('a', 'setu')).toBeGreaterThan(0);
    pass(1);
    expect(pace.waitMs('a', 'setu')).toBe(0);
  });

  it('are nobody else’s', () => {
    const { pace } = paceAt();
    for (let turn = 0; turn < 5; turn += 1) pace.waitMs('a', 'setu');
    expect(pace.waitMs('b', 'setu')).toBe(0);
    expect(pace.waitMs('a', 'cashfree')).toBe(0);
  });

  it('never pile up, however long nobody asked', () => {
    const { pace, pass } = paceAt();
    pace.waitMs('a', 'setu');
    pass(60 * 60 * 1000);
    expect(Array.from({ length: 6 }, () => pace.waitMs('a', 'setu')).filter((ms) => ms > 0)).toHaveLength(1);
  });
});

describe('a service', () => {
  it.each(['unreachable', 'source-down'] as const)('that is %s is left alone by all for a minute', (reason) => {
    const { pace, pass } = paceAt();
    pace.pauseMs('setu', reason, null, 0);
    pass(59_999);
    expect(pace.closedUntil('setu')).not.toBeNull();
    expect(pace.closedUntil('cashfree')).toBeNull();
    pass(1);
    expect(pace.closedUntil('setu')).toBeNull();
  });

  it.each(['limited', 'key-refused', 'payment-needed', 'unexpected-shape', 'not-supported'] as const)(
    'that answers %s to one shop goes on for the others',
    (reason) => {
      const { pace } = paceAt();
      pace.pauseMs('setu', reason, null, 0);
      expect(pace.closedUntil('setu')).toBeNull();
    },
  );

  it('is left alone longer and longer by the shop, an hour at most, and as long as it wishes', () => {
    const { pace } = paceAt();
    const waits = [0, 1, 2, 3, 7, 50].map((failures) => pace.pauseMs('setu', 'limited', null, failures));
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 3_600_000, 3_600_000]);
    expect(pace.pauseMs('setu', 'limited', 90_000, 0)).toBe(90_000);
    expect(pace.pauseMs('setu', 'source-down', null, 0)).toBe(60_000);
  });

  it('is not left alone for a reason that waiting does not mend', () => {
    const { pace } = paceAt();
    expect(pace.pauseMs('setu', 'key-refused', 90_000, 3)).toBe(0);
  });

  it('meets its shops again at different moments', () => {
    const soon = paceAt(undefined, () => 0).pace.pauseMs('setu', 'limited', null, 3);
    const late = paceAt(undefined, () => 1).pace.pauseMs('setu', 'limited', null, 3);
    expect([soon, late]).toEqual([120_000, 240_000]);
  });
});
