import { describe, expect, it } from '@jest/globals';
import { scriptTexts } from './script-texts.ts';

describe('inline scripts', () => {
  it('come with the lines before them', () => {
    const html = '<p>\n<script>\none();\n</script>\n<SCRIPT type="module">two()</SCRIPT >';
    expect(scriptTexts(html, 'html')).toEqual([
      { code: '\none();\n', linesBefore: 1 },
      { code: 'two()', linesBefore: 4 },
    ]);
  });

  it.each([
    ['<script src="/a.js"></script>'],
    ['<script type="application/ld+json">{"a":1}</script>'],
    ['<script type="text/template"><b></b></script>'],
    ['<p>script</p>'],
    [''],
  ])('%s holds none', (html) => {
    expect(scriptTexts(html, 'liquid')).toEqual([]);
  });

  it('stand in the texts of JSON', () => {
    const json = JSON.stringify({ a: '<p>x</p>', custom_liquid: '<script>\nvar a = "b";\n</script>' }, null, 2);
    expect(scriptTexts(json, 'json')).toEqual([{ code: ' var a = "b"; ', linesBefore: 2 }]);
  });

  it('end with the file where nothing closes them', () => {
    expect(scriptTexts('<script>a()', 'html')).toEqual([{ code: 'a()', linesBefore: 0 }]);
    expect(scriptTexts('<script>'.repeat(20_000), 'html')).toHaveLength(1);
  });
});
