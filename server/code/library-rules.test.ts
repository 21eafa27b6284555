import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parsePublished, readList, shippedList } from './library-list.ts';
import { libraryRules } from './library-rules.ts';

interface Example {
  readonly id: string;
  readonly url?: string;
  readonly content?: string;
  readonly expect: readonly {
    readonly component: string;
    readonly version: string;
    readonly vulnerable: boolean;
    readonly worst: string | null;
    readonly cves: readonly string[];
  }[];
}

const file = join(import.meta.dirname, '../../test/examples/security/js-libraries.examples.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Example[] };
const rules = libraryRules(readList(shippedList()));
const GRAVITY = ['low', 'medium', 'high', 'critical'];

describe('the examples of libraries', () => {
  it.each(cases.map((example) => [example.id, example] as const))('%s', (_id, { url, content, expect: expected }) => {
    const seen = url === undefined ? rules.inContent(content ?? '') : rules.atAddress(url);
    expect(seen.map(({ component, version }) => [component, version])).toEqual(
      expected.map(({ component, version }) => [component, version]),
    );
    const { flaws } = rules.flawsOf(seen);
    for (const { component, vulnerable, worst, cves } of expected) {
      const flaw = flaws.find((one) => one.component === component);
      expect(flaw !== undefined).toBe(vulnerable);
      if (flaw) expect(flaw.cves).toEqual(expect.arrayContaining([...cves]));
      if (flaw && worst !== null) expect(GRAVITY.indexOf(flaw.worst)).toBeGreaterThanOrEqual(GRAVITY.indexOf(worst));
    }
  });
});

describe('libraries', () => {
  it.each([
    ['https://code.jquery.com/jquery-1.8.3.min.js?v=1', 'jquery 1.8.3 file-name'],
    ['https://cdn.shopify.com/s/files/1/t/1/assets/jquery-1.8.3.min.js#x', 'jquery 1.8.3 file-name'],
    ['assets/jquery-1.8.3.min.js.liquid', 'jquery 1.8.3 file-name'],
    ['https://ajax.googleapis.com/ajax/libs/angularjs/1.5.8/angular.min.js', 'angularjs 1.5.8 address'],
  ])('at %s: %s', (address, told) => {
    expect(rules.atAddress(address).map(({ component, version, by }) => `${component} ${version} ${by}`)).toEqual([
      told,
    ]);
  });

  it('have their flaws, the worst first, and the day of the list', () => {
    const { dataDay, flaws } = rules.flawsOf([
      { component: 'handlebars', version: '4.0.11', by: 'content' },
      { component: 'handlebars', version: '4.0.11', by: 'file-name' },
      { component: 'jquery', version: '99.0.0', by: 'content' },
      { component: 'unheard-of', version: '1.0.0', by: 'content' },
    ]);
    expect(dataDay).toBe('2026-08-20');
    expect(flaws).toMatchObject([{ component: 'handlebars', worst: 'critical', isEndOfLife: false }]);
    expect(flaws[0]?.cves[0]).toBe('CVE-2026-33937');
  });

  it('may have come to the end of their life', () => {
    expect(rules.flawsOf([{ component: 'angularjs', version: '1.8.3', by: 'content' }]).flaws).toMatchObject([
      { worst: 'high', isEndOfLife: true },
    ]);
  });

  it('are told by their syntax where no words are left', () => {
    const code = `(function(){var n="4.17.11",r="__lodash_hash_undefined__";function e(){}e.VERSION=n;this._=e}).call(this)`;
    expect(() => rules.deepIn(code)).not.toThrow();
    expect(rules.deepIn('var a = 1;')).toEqual([]);
  });
});

describe('the published list', () => {
  const entry = (over: object = {}) => ({
    a: {
      vulnerabilities: [
        { below: '2', severity: 'high', cwe: ['CWE-79', 'CWE-1104'], identifiers: { CVE: ['CVE-1'] }, info: [] },
      ],
      extractors: { filecontent: ['a v([0-9.]+)'], func: ['a.VERSION'] },
      ...over,
    },
  });

  it('is cut to what is read', () => {
    expect(parsePublished(JSON.stringify({ ...entry(), 'retire-example': entry().a }))).toEqual({
      a: {
        vulnerabilities: [{ below: '2', severity: 'high', cwe: ['CWE-1104'], identifiers: { CVE: ['CVE-1'] } }],
        extractors: { filecontent: ['a v([0-9.]+)'] },
      },
    });
  });

  it.each([
    ['no JSON', '<!doctype html>'],
    ['a list', '[]'],
    ['a flaw without a version', JSON.stringify(entry({ vulnerabilities: [{ severity: 'high', identifiers: {} }] }))],
    [
      'a severity of its own',
      JSON.stringify(entry({ vulnerabilities: [{ below: '1', severity: 'dire', identifiers: {} }] })),
    ],
    ['a pattern that is none', JSON.stringify(entry({ extractors: { filecontent: ['('] } }))],
    ['no extractors', JSON.stringify({ a: { vulnerabilities: [] } })],
  ])('is refused as %s', (_what, text) => {
    expect(() => parsePublished(text)).toThrow();
  });

  it('is shipped with seventy components or more', () => {
    const { repository, day } = readList(shippedList());
    expect(Object.keys(repository).length).toBeGreaterThan(70);
    expect(day >= '2026-08-20').toBe(true);
  });
});
