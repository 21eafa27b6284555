import { describe, expect, it } from '@jest/globals';
import { libraryRules } from './library-rules.ts';
import { readList, shippedList } from './library-list.ts';
import { requiredText } from './required-text.ts';
import retire from 'retire';

describe('a piece of text that a pattern needs', () => {
  it.each([
    [String.raw`/\*!? jQuery v([0-9][0-9.a-z_\-]+)`, ' jQuery v'],
    [String.raw`Handlebars.VERSION = "([0-9]+)";`, 'VERSION = "'],
    ['abcd?ef', 'abc'],
    ['abcd*', 'abc'],
    ['abcd+e', 'abcd'],
    ['abc{0,2}defg', 'defg'],
    ['(abc|def)gh', 'gh'],
    ['abc|def', ''],
    ['[abc]defg[^]x]', 'defg'],
    [String.raw`\.version=\"`, '.version="'],
    [String.raw`a\sbcd\d`, 'bcd'],
    ['^(?:abc)+$', ''],
    ['', ''],
  ])('%s: %j', (pattern, text) => {
    expect(requiredText(pattern)).toBe(text);
  });

  it('loses nothing that the whole list would find', () => {
    const list = readList(shippedList());
    const rules = libraryRules(list);
    const texts = [
      '/*! jQuery v1.12.4 | (c) jQuery Foundation */',
      '/*!\n * Bootstrap v3.4.0 (https://getbootstrap.com/)\n */',
      '/*!\r\n * Vue.js v2.6.10\r\n */',
      '//! moment.js\n//! version : 2.18.1',
      'Handlebars.VERSION = "4.0.11";',
      '/* @license AngularJS v1.5.8 */ http://errors.angularjs.org/1.5.8/',
      '/*! jQuery UI - v1.11.4 - 2015\n* http://x\n* Includes: core.js, dialog.js, tooltip.js */',
      "DOMPurify.version = '2.0.7';",
      'nothing of the sort',
    ];
    for (const text of texts) {
      const whole = retire.scanFileContent(text, list.repository, { sha1: () => '' });
      expect(rules.inContent(text).map(({ component, version }) => [component, version])).toEqual(
        whole.map(({ component, version }) => [component, version]),
      );
    }
  });
});
