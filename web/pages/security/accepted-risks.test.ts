import { describe, expect, it } from '@jest/globals';
import { aDetail, NOW } from '../../test/factories.ts';
import { acceptedBy, isStale } from './accepted-risks.ts';

describe('an accepted risk', () => {
  it.each([
    [null, true], // without an end
    ['2026-11-22T13:09:59.999Z', true],
    [NOW, false], // its last moment
    ['2026-12-22T18:29:59.999Z', false],
  ])('until %s is stale: %s', (suppressedUntil, stale) => {
    expect(isStale({ suppressedUntil }, NOW)).toBe(stale);
  });

  it('names who put it aside last', () => {
    const detail = aDetail({
      history: [
        { kind: 'suppressed', at: '2026-10-01T06:30:00.000Z', by: '1001', reason: 'later' },
        { kind: 'reopened', at: '2026-10-02T06:30:00.000Z', by: '1001' },
        { kind: 'suppressed', at: '2026-11-01T06:30:00.000Z', by: '1002', reason: 'again' },
        { kind: 'observed', at: NOW, by: 'prahari' },
      ],
    });
    expect(acceptedBy(detail)?.by).toBe('1002');
    expect(acceptedBy({ history: [] })).toBeNull();
  });
});
