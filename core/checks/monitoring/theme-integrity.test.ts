import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aTheme, aThemeFile } from '../../../test/factories.ts';
import { aThemeBaseline } from '../../../test/security-factories.ts';
import { themeIntegrity as check } from './theme-integrity.ts';

const file = (filename: string, checksumMd5: string | null = 'a') => aThemeFile({ filename, checksumMd5 });
const accepted = (...names: string[]) =>
  aThemeBaseline({ files: names.map((filename) => ({ filename, checksumMd5: 'a' })) });

describe('security/theme-integrity', () => {
  it.each([
    ['changed', [file('a.liquid', 'b')], ['a.liquid'], 'changed'],
    ['new', [file('a.liquid'), file('b.liquid')], ['a.liquid'], 'added'],
    ['gone', [file('a.liquid')], ['a.liquid', 'b.liquid'], 'removed'],
  ])('fails a file that is %s', (_what, files, names, messageId) => {
    const { outcome, findings } = assess(check, { theme: aTheme({ files }), themeBaseline: accepted(...names) });
    expect(outcome).toBe('fail');
    expect(findings).toMatchObject([{ messageId, data: { day: '2026-11-21' } }]);
  });

  it('passes files as they were accepted, in any order', () => {
    const theme = aTheme({ files: [file('b.liquid'), file('a.liquid')] });
    expect(assess(check, { theme, themeBaseline: accepted('a.liquid', 'b.liquid') }).findings).toEqual([]);
    expect(assess(check).outcome).toBe('pass');
  });

  it('does not call a file changed of which no checksum is told', () => {
    const theme = aTheme({ files: [file('a.liquid', null)] });
    expect(assess(check, { theme, themeBaseline: accepted('a.liquid') }).findings).toEqual([]);
  });

  it('tells many changes as one', () => {
    const files = Array.from({ length: 26 }, (_, index) => file(`sections/${index}.liquid`, 'b'));
    const names = files.map(({ filename }) => filename);
    const all = assess(check, { theme: aTheme({ files }), themeBaseline: accepted(...names) });
    expect(all.findings).toMatchObject([{ subject: 'many files', data: { count: 26, file: 'sections/0.liquid' } }]);
    const few = assess(check, { theme: aTheme({ files: files.slice(1) }), themeBaseline: accepted(...names.slice(1)) });
    expect(few.findings).toHaveLength(25);
  });

  it('tells another theme as one change', () => {
    const theme = aTheme({ id: 'gid://shopify/OnlineStoreTheme/2', name: 'Another', files: [file('x.liquid')] });
    expect(assess(check, { theme }).findings).toMatchObject([{ messageId: 'another', data: { theme: 'Another' } }]);
  });

  it('is not assessed before a person accepted a theme, nor where files are beyond the list', () => {
    expect(assessWithout('themeBaseline', check).outcome).toBe('notAssessed');
    const theme = aTheme({ moreFiles: 1, files: [file('a.liquid')] });
    const result = assess(check, { theme, themeBaseline: accepted('a.liquid', 'maybe-beyond.liquid') });
    expect(result).toMatchObject({ outcome: 'notAssessed', findings: [] });
  });
});
