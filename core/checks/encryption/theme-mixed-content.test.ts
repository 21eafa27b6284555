import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aResource, aTheme, aThemeFile } from '../../../test/factories.ts';
import { themeMixedContent } from './theme-mixed-content.ts';

const themeOf = (...resources: ReturnType<typeof aResource>[]) => aTheme({ files: [aThemeFile({ resources })] });
const http = { scheme: 'http', host: 'old.example' } as const;

describe('security/theme-mixed-content', () => {
  it.each([
    ['https', themeOf(aResource({ host: 'old.example' })), []],
    ['a script', themeOf(aResource(http)), ['code high']],
    ['a style sheet', themeOf(aResource({ ...http, element: 'stylesheet' })), ['code high']],
    ['a frame', themeOf(aResource({ ...http, element: 'iframe' })), ['code high']],
    ['a form', themeOf(aResource({ ...http, element: 'form' })), ['form high']],
    ['an image', themeOf(aResource({ ...http, element: 'image' })), ['image low']],
    ['no files', aTheme({ files: [] }), []],
  ])('%s', (_, theme, found) => {
    const { findings } = assess(themeMixedContent, { theme });
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(found);
  });

  it('makes one finding of a host, at its gravest place', () => {
    const theme = themeOf(
      aResource({ ...http, element: 'image', line: 3 }),
      aResource({ ...http, element: 'form', line: 7 }),
      aResource({ ...http, line: 9 }),
    );
    expect(assess(themeMixedContent, { theme }).findings).toMatchObject([
      { subject: 'old.example', messageId: 'form', data: { line: 7, count: 3, file: 'layout/theme.liquid' } },
    ]);
  });
});
