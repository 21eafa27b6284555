import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aTheme } from '../../../test/factories.ts';
import { themeSupported as check } from './theme-supported.ts';

describe('security/theme-supported', () => {
  it('fails a theme of the old generation', () => {
    const { outcome, findings } = assess(check, { theme: aTheme({ isVintage: true }) });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([{ messageId: 'vintage', severity: 'low', data: { theme: 'Invented theme' } }]);
  });

  it.each([[null], [{ name: 'Invented theme', version: null }]])('only informs of the release %j', (release) => {
    const { outcome, findings } = assess(check, { theme: aTheme({ release }) });
    expect(outcome).toBe('pass');
    expect(findings).toMatchObject([{ messageId: 'unnamed', severity: 'info' }]);
  });

  it('passes a theme that says what it is', () => {
    expect(assess(check)).toMatchObject({ outcome: 'pass', findings: [] });
  });
});
