import { describe, expect, it } from '@jest/globals';
import { blankLiquid } from './blank-liquid.ts';
import { themeResources } from './theme-resources.ts';

const inLiquid = (source: string) =>
  themeResources('layout/theme.liquid', source).map(
    ({ element, scheme, host, path }) => `${element} ${scheme}://${host}${path}`,
  );

describe('what a theme file loads', () => {
  it.each([
    ['<script src="https://tracker.example/a.js?v=1#x" async></script>', ['script https://tracker.example/a.js']],
    ['<SCRIPT SRC=HTTP://TRACKER.example/a.js></SCRIPT>', ['script http://tracker.example/a.js']],
    ['<script src="//cdn.example/a.js"></script>', ['script https://cdn.example/a.js']],
    ['<script src="https&#58;//cdn.example/a.js"></script>', ['script https://cdn.example/a.js']],
    ['<link rel="stylesheet" href="https://fonts.example/css">', ['stylesheet https://fonts.example/css']],
    ['<link rel="preload" as="script" href="https://cdn.example/p.js">', ['script https://cdn.example/p.js']],
    ['<link rel="canonical" href="https://shop.example/">', []],
    ['<iframe src="https://video.example/embed/1"></iframe>', ['iframe https://video.example/embed/1']],
    ['<form action="http://forms.example/post">', ['form http://forms.example/post']],
    [
      '<img src="https://a.example/1.png" srcset="https://b.example/2.png 2x, https://c.example/3.png 3x">',
      ['image https://a.example/1.png', 'image https://b.example/2.png', 'image https://c.example/3.png'],
    ],
    ['<script src="/assets/a.js"></script><script>var a = "<script src=\'https://x.example\'>"</script>', []],
    ['<!-- <script src="https://old.example/a.js"></script> -->', []],
    ['<script src="https://"></script><script src="https://a b/"></script>', ['script https://a/']],
  ])('%s', (source, expected) => {
    expect(inLiquid(source)).toEqual(expected);
  });

  it.each([
    ['<script src="{{ \'theme.js\' | asset_url }}"></script>', []],
    ['<script src="https://{{ settings.host }}/a.js"></script>', []],
    ['<script src="https://a.{{ zone }}.example/a.js"></script>', []],
    ['<script src="https://cdn.example/{{ file }}/a.js"></script>', ['script https://cdn.example/']],
    ['<script src="https://cdn.example/v1/{{ file }}"></script>', ['script https://cdn.example/v1/']],
    ['<script {% if on %}src="https://cdn.example/a.js"{% endif %}></script>', ['script https://cdn.example/a.js']],
    [
      '<script src="{% if a %}https://a.example/1.js{% else %}//b.example/2.js{% endif %}"></script>',
      ['script https://a.example/1.js', 'script https://b.example/2.js'],
    ],
    ["{{ 'https://w.example/widget.js' | script_tag }}", ['script https://w.example/widget.js']],
    ["{{- '//w.example/w.css' | stylesheet_tag -}}", ['stylesheet https://w.example/w.css']],
    ["{{ 'theme.css' | asset_url | stylesheet_tag }}", []],
    ['{% comment %}<script src="https://old.example/a.js"></script>{% endcomment %}', []],
    [
      '{%- comment -%}<script src="https://old.example/a.js"></script>{%- endcomment -%}<img src="//i.example/1">',
      ['image https://i.example/1'],
    ],
    ['{% schema %}{"info": "<script src=https://doc.example/a.js></script>"}{% endschema %}', []],
    ['{% comment %}<script src="https://old.example/a.js"></script>', []],
    [
      '<img src="//i.example/1">{{ never closed <script src="https://x.example/a.js"></script>',
      ['image https://i.example/1'],
    ],
  ])('Liquid: %s', (source, expected) => {
    expect(inLiquid(source)).toEqual(expected);
  });

  it('names the line, whatever Liquid stands before', () => {
    const source =
      '<html>\n{% comment %}\n\n{% endcomment %}\n{{ a\n}}\n<script src="https://t.example/a.js"></script>';
    expect(themeResources('layout/theme.liquid', source)).toMatchObject([{ line: 7 }]);
  });

  it('reads custom Liquid out of the settings of a JSON template', () => {
    const source = JSON.stringify(
      { sections: { a: { settings: { custom_liquid: '<script src="https://j.example/a.js"></script>' } } } },
      null,
      2,
    );
    expect(themeResources('templates/index.json', `/* made by the editor */\n${source}`)).toEqual([
      { element: 'script', scheme: 'https', host: 'j.example', path: '/a.js', line: 6 },
    ]);
  });

  it.each(['{ broken', '', '[1, 2', '/* only a comment'])('a JSON file that is none, %j: nothing', (source) => {
    expect(themeResources('templates/index.json', source)).toEqual([]);
  });

  it('is not slowed by a JSON file full of small pieces of HTML', () => {
    const blocks = Array.from({ length: 40_000 }, (_, at) => ({ text: `<p>${at}</p>`, at }));
    const last = { text: '<script src="https://last.example/a.js"></script>' };
    expect(themeResources('templates/index.json', JSON.stringify([...blocks, last]))).toMatchObject([
      { host: 'last.example' },
    ]);
  });

  it('keeps every line break, so lines stay what they are', () => {
    const source = 'a\n{{ b\n}}\n{% schema %}\n{}\n{% endschema %}\n{% if c %}\nd';
    expect(blankLiquid(source).split('\n')).toHaveLength(source.split('\n').length);
  });

  it('is not slowed by a file that only opens', () => {
    for (const opening of ['{{', '{%', '<', '{% comment %}', '<script src="', '{']) {
      expect(themeResources('a.liquid', opening.repeat(40_000))).toEqual([]);
    }
  });
});
