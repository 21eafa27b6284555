import { describe, expect, it } from '@jest/globals';
import { appBlocksOf } from './app-blocks.ts';

const SETTINGS = 'config/settings_data.json';
const TEMPLATE = 'templates/product.json';
const UUID = '019a0000-0000-7000-8000-000000000001';
const type = (app: string, block = 'stars') => `shopify://apps/${app}/blocks/${block}/${UUID}`;
const settings = (current: unknown, more: object = {}) => JSON.stringify({ current, ...more });
const embedding = (blocks: object) => settings({ blocks });
const sections = (value: object) => JSON.stringify({ sections: value, order: Object.keys(value) });

/** "reviews/stars", "+" for an embed, "-" for a disabled one. */
const read = (filename: string, source: string) =>
  appBlocksOf(filename, source)?.map(
    ({ appHandle, blockHandle, isEmbed, isDisabled }) =>
      `${isEmbed ? '+' : ''}${appHandle}/${blockHandle}${isDisabled ? '-' : ''}`,
  );

describe('embeds in the settings of a theme', () => {
  it.each([
    ['one', embedding({ 1: { type: type('reviews'), disabled: false } }), ['+reviews/stars']],
    ['one without the word disabled', embedding({ 1: { type: type('reviews') } }), ['+reviews/stars']],
    ['one switched off', embedding({ 1: { type: type('reviews'), disabled: true } }), ['+reviews/stars-']],
    [
      'on and off',
      embedding({ 1: { type: type('a') }, 2: { type: type('a'), disabled: true } }),
      ['+a/stars', '+a/stars-'],
    ],
    ['twice the same', embedding({ 1: { type: type('a') }, 2: { type: type('a') } }), ['+a/stars']],
    ['capitals', embedding({ 1: { type: type('Reviews') } }), ['+reviews/stars']],
    [
      'after a comment',
      `/*\n * Written by the "editor" {\n */\n${embedding({ 1: { type: type('a') } })}`,
      ['+a/stars'],
    ],
    [
      'the preset in force',
      settings('Diwali', { presets: { Diwali: { blocks: { 1: { type: type('a') } } } } }),
      ['+a/stars'],
    ],
    ['another preset', settings('Diwali', { presets: { Holi: { blocks: { 1: { type: type('a') } } } } }), []],
    ['a preset called constructor', settings('constructor', { presets: {} }), []],
    ['a preset called __proto__', settings('__proto__', { presets: {} }), []],
    ['sections of an old theme', settings({ sections: { s: { blocks: { b: { type: type('a') } } } } }), ['a/stars']],
    ['none', embedding({}), []],
    ['no current', '{}', []],
    ['a list', '[]', []],
    ['null', 'null', []],
    ['blocks as a list', settings({ blocks: [{ type: type('a') }] }), []],
    ['a block that is text', embedding({ 1: type('a') }), []],
    ['a block within a setting', settings({ text: { blocks: { 1: { type: type('a') } } } }), []],
  ])('%s', (_what, source, expected) => {
    expect(read(SETTINGS, source)).toEqual(expected);
  });
});

describe('blocks in templates and section groups', () => {
  it.each([
    ['in a section', sections({ main: { type: 'main', blocks: { 1: { type: type('a') } } } }), ['a/stars']],
    [
      'in the section made for apps',
      sections({ x: { type: 'apps', blocks: { 1: { type: type('a') } } } }),
      ['a/stars'],
    ],
    ['deeper', sections({ m: { blocks: { 1: { type: 'group', blocks: { 2: { type: type('a') } } } } } }), ['a/stars']],
    ['switched off', sections({ m: { blocks: { 1: { type: type('a'), disabled: true } } } }), ['a/stars-']],
    [
      'in a section switched off',
      sections({ m: { disabled: true, blocks: { 1: { type: type('a') } } } }),
      ['a/stars-'],
    ],
    ['a section that is one', sections({ m: { type: type('a') } }), ['a/stars']],
    ['beside sections', JSON.stringify({ blocks: { 1: { type: type('a') } } }), []],
    ['no sections', '{}', []],
  ])('%s', (_what, source, expected) => {
    expect(read(TEMPLATE, source)).toEqual(expected);
    expect(read('sections/footer-group.json', source)).toEqual(expected);
  });

  it.each([
    'locales/en.json',
    'config/settings_schema.json',
    'sections/main.liquid',
    'templates/product.liquid',
    'x.json',
  ])('none in %s, whatever it says', (filename) => {
    expect(appBlocksOf(filename, embedding({ 1: { type: type('a') } }))).toEqual([]);
  });
});

describe('what only looks like a part of an app', () => {
  it.each([
    'apps',
    '@app',
    'shopify://apps/reviews',
    'shopify://apps/reviews/blocks/stars',
    `shopify://apps/reviews/blocks/stars/${UUID}/more`,
    `shopify://apps//blocks/stars/${UUID}`,
    `xshopify://apps/reviews/blocks/stars/${UUID}`,
    ` ${type('reviews')}`,
    `${type('reviews')}\n`,
    type('<img src=x onerror=alert(1)>'),
    type('a b'),
    type('-reviews'),
    type('a'.repeat(101)),
    type('rev\u202Eiews'),
    type('reviews', '<script>'),
    type('reviews', 'x'.repeat(500)),
    `https://apps/reviews/blocks/stars/${UUID}`,
    42,
    null,
    ['shopify://apps/a/blocks/b/c'],
  ])('%j', (odd) => {
    expect(read(SETTINGS, embedding({ 1: { type: odd }, 2: { type: type('real') } }))).toEqual(['+real/stars']);
  });
});

describe('a hostile file', () => {
  it.each(['{ broken', '', '/* only a comment', '{"current": ', 'undefined'])(
    '%j tells nothing, and says so',
    (source) => {
      expect(appBlocksOf(SETTINGS, source)).toBeNull();
      expect(appBlocksOf(TEMPLATE, source)).toBeNull();
    },
  );

  it('with __proto__ and constructor as keys is read like any other, and changes nothing', () => {
    const block = `{"type": "${type('a')}"}`;
    const source = `{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},
      "sections": {"__proto__": {"blocks": {"__proto__": ${block}, "constructor": ${block}}}}}`;
    expect(read(TEMPLATE, source)).toEqual(['a/stars']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('that nests 5,000 deep is walked to its end', () => {
    const deep = 5_000;
    const source = `{"sections": {"s": ${'{"blocks": {"b": '.repeat(deep)}{"type": "${type('deep')}"}${'}}'.repeat(deep)}}}`;
    expect(read(TEMPLATE, source)).toEqual(['deep/stars']);
    expect(read(SETTINGS, '['.repeat(5_000) + ']'.repeat(5_000))).toEqual([]);
  });

  it('of 10 MB with 100,000 blocks gives the first 500', () => {
    const blocks = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, at) => [
        `b${at}`,
        { type: type(`app-${at}`), settings: { pad: 'x'.repeat(20) } },
      ]),
    );
    const source = embedding(blocks);
    expect(source.length).toBeGreaterThan(10_000_000);
    for (const found of [read(SETTINGS, source), read(TEMPLATE, sections({ m: { blocks } }))]) {
      expect(found).toHaveLength(500);
      expect(found?.[0]).toMatch(/app-0\/stars$/);
    }
  });
});
