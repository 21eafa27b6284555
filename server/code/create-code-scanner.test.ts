import { afterEach, describe, expect, it } from '@jest/globals';
import { createCodeScanner, type CodeScannerOptions } from './create-code-scanner.ts';
import type { CodeText } from './code-scanner.ts';
import { shippedList } from './library-list.ts';

const TOKEN = `shpat_${'0123456789abcdef'.repeat(2)}`;
const js = (text: string, name = 'assets/a.js'): CodeText => ({ name, language: 'javascript', text });

let scanner: ReturnType<typeof createCodeScanner> | undefined;
const aScanner = (options: CodeScannerOptions = {}) => (scanner = createCodeScanner(options));
afterEach(async () => {
  await scanner?.close();
  scanner = undefined;
});

/** A list with one pattern that never ends on a long row of a's. */
const hostileList = () => {
  const components = JSON.parse(shippedList().text) as Record<string, unknown>;
  components['slow'] = { vulnerabilities: [], extractors: { filecontent: ['(a+)+b ([0-9]+)'] } };
  return { day: '2026-11-22', text: JSON.stringify(components) };
};

describe('the scanner of code', () => {
  it('tells libraries, secrets, behaviours and hosts, in order', async () => {
    const [first, second, third] = await aScanner().scan([
      js(`var t="${TOKEN}"`, 'assets/jquery-1.8.3.min.js'),
      js('eval(atob("YQ=="));load("https://a.example/")'),
      { name: 'x', language: 'html', text: '<p>\n<script>/*! jQuery v1.12.4 */\neval(atob("YQ=="))</script>' },
    ]);
    expect(first).toMatchObject({
      libraries: [{ component: 'jquery', version: '1.8.3', by: 'file-name' }],
      secrets: [{ type: 'shopify-admin-token', lastFour: 'cdef' }],
      isPartial: false,
    });
    expect(second).toMatchObject({ behaviours: [{ behaviour: 'decoded-eval', line: 1 }], hosts: ['a.example'] });
    expect(third).toMatchObject({
      libraries: [{ component: 'jquery', version: '1.12.4', by: 'content' }],
      behaviours: [{ behaviour: 'decoded-eval', line: 3 }],
    });
  });

  it('believes the code rather than the name of its file', async () => {
    const [seen] = await aScanner().scan([js('/*! jQuery v3.7.1 */', 'assets/jquery-1.8.3.js')]);
    expect(seen?.libraries).toEqual([{ component: 'jquery', version: '3.7.1', by: 'content' }]);
  });

  it.each<[string, CodeText]>([
    ['Liquid that never closes', { name: 'a.liquid', language: 'liquid', text: '{% if a %}' }],
    ['a script with such Liquid', js('{{ settings.a', 'assets/a.js.liquid')],
    ['two million characters and one', js('a'.repeat(2_000_001))],
  ])('says that it read a part of %s', async (_what, text) => {
    expect(await aScanner().scan([text])).toMatchObject([{ isPartial: true }]);
  });

  it.each([
    ['nothing', ''],
    ['no text at all', '\u0000\ufffd\ud800'],
    ['a syntax that is none', '}{)('.repeat(2_000)],
  ])('reads %s', async (_what, text) => {
    const languages = ['javascript', 'html', 'liquid', 'json'] as const;
    const seen = await aScanner().scan(languages.map((language) => ({ name: 'a', language, text })));
    expect(seen).toHaveLength(4);
  });

  it('ends a pattern that never ends, finds by its own rules what it can, and goes on', async () => {
    const slow = aScanner({ list: hostileList(), readLimitMs: 700 });
    const [held, next] = await slow.scan([js(`${'a'.repeat(60)} ${TOKEN}`), js('/*! jQuery v1.8.3 */')]);
    expect(held).toMatchObject({ libraries: [], secrets: [{ type: 'shopify-admin-token' }], isPartial: true });
    expect(next).toMatchObject({ libraries: [{ component: 'jquery', version: '1.8.3' }], isPartial: false });
  });

  it('takes calls side by side', async () => {
    const shared = aScanner();
    const answers = await Promise.all(
      ['1.8.3', '1.12.4', '3.7.1'].map((version) => shared.scan([js(`/*! jQuery v${version} */`)])),
    );
    expect(answers.map(([seen]) => seen?.libraries[0]?.version)).toEqual(['1.8.3', '1.12.4', '3.7.1']);
  });

  it('stops when nobody waits any more', async () => {
    const stop = AbortSignal.abort(new Error('out of time'));
    await expect(aScanner().scan([js('a')], stop)).rejects.toThrow('out of time');
  });

  it('knows a newer list from the next call on, and keeps its own before a broken one', async () => {
    const renewed = aScanner();
    const before = renewed.version;
    const components = JSON.parse(shippedList().text) as Record<string, unknown>;
    components['invented-lib'] = {
      vulnerabilities: [{ below: '2.0.0', severity: 'high', identifiers: { CVE: ['CVE-2026-0001'] } }],
      extractors: { filecontent: ['invented-lib v(§§version§§)'] },
    };
    for (const text of ['<!doctype html>', '{}', JSON.stringify({ a: 1 })]) {
      expect(() => renewed.renew({ day: '2026-11-22', text })).toThrow();
    }
    renewed.renew({ day: '2026-01-01', text: JSON.stringify(components) }); // older: passed over
    expect(renewed.version).toBe(before);

    renewed.renew({ day: '2026-11-22', text: JSON.stringify(components) });
    expect(renewed.version).not.toBe(before);
    const [seen] = await renewed.scan([js('/* invented-lib v1.2.3 */')]);
    expect(renewed.flawsOf(seen?.libraries ?? [])).toEqual({
      dataDay: '2026-11-22',
      flaws: [
        { component: 'invented-lib', version: '1.2.3', worst: 'high', cves: ['CVE-2026-0001'], isEndOfLife: false },
      ],
    });
  });

  it('keeps its version where only flaws are new', () => {
    const renewed = aScanner();
    const before = renewed.version;
    const components = JSON.parse(shippedList().text) as Record<string, { vulnerabilities: unknown[] }>;
    components['jquery']?.vulnerabilities.push({ below: '99', severity: 'low', identifiers: {} });
    renewed.renew({ day: '2026-11-22', text: JSON.stringify(components) });
    expect(renewed.version).toBe(before);
  });
});
