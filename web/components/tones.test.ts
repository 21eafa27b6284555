import { describe, expect, it } from '@jest/globals';
import { OUTCOME_LOOKS, SEVERITY_LOOKS, STATUS_LOOKS } from './tones.ts';

describe('colours', () => {
  it.each([
    ['critical', 'critical'],
    ['high', 'warning'],
    ['medium', 'attention'],
    ['low', 'info'],
    ['info', undefined],
  ] as const)('severity %s: %s', (severity, tone) => {
    expect(SEVERITY_LOOKS[severity].tone).toBe(tone);
  });

  it('keeps red for the gravest alone', () => {
    const looks = [...Object.values(SEVERITY_LOOKS), ...Object.values(STATUS_LOOKS), ...Object.values(OUTCOME_LOOKS)];
    expect(looks.filter(({ tone }) => tone === 'critical')).toHaveLength(1);
  });

  it('shows what was not assessed as neither good nor bad', () => {
    expect(OUTCOME_LOOKS.notAssessed).toEqual({ progress: 'incomplete' });
    expect(STATUS_LOOKS.suppressed).toEqual({});
  });
});
