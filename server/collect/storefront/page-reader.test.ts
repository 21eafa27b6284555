import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scriptInventoryDiff } from '../../../core/scripts/inventory-diff.ts';
import { scriptIdentity } from '../../../core/scripts/script-identity.ts';
import { readPage } from './page-reader.ts';
import { pageText } from './page-text.ts';
import { cspHash } from './script-element.ts';

const URL_OF_PAGE = 'https://shop.example/products/kurta';
const scriptsOf = (html: string) => readPage(html, URL_OF_PAGE).scripts;
const identities = (html: string) => scriptsOf(html).map(scriptIdentity);
const ALERT = cspHash('alert(1)');

describe('scripts of a page', () => {
  it.each<[string, string, readonly string[]]>([
    ['without query and fragment', '<script src="https://a.example/x.js?v=1#f"></script>', ['https://a.example/x.js']],
    ['relative', '<script src="/x.js"></script>', ['https://shop.example/x.js']],
    ['protocol-relative', '<script src="//a.example/x.js"></script>', ['https://a.example/x.js']],
    ['after a base', '<base href="https://b.example/d/"><script src="x.js"></script>', ['https://b.example/d/x.js']],
    [
      'after a second base',
      '<base href="/d/"><base href="/e/"><script src="x.js"></script>',
      ['https://shop.example/d/x.js'],
    ],
    ['after a base of data', '<base href="data:,x"><script src="/x.js"></script>', ['https://shop.example/x.js']],
    ['inline', '<script>alert(1)</script>', [ALERT]],
    ['inline, line ends as browsers read them', '<script>a\r\nb</script>', [cspHash('a\nb')]],
    ['inline, entities as they stand', '<script>a&amp;&amp;b</script>', [cspHash('a&amp;&amp;b')]],
    ['inline, beyond ASCII', '<script>"नमस्ते"</script>', [cspHash('"नमस्ते"')]],
    ['in capitals', '<SCRIPT SRC="/x.js"></SCRIPT>', ['https://shop.example/x.js']],
    ['a module', '<script type="module" src="/m.js"></script>', ['https://shop.example/m.js']],
    ['an old type', '<script type="text/javascript">alert(1)</script>', [ALERT]],
    ['a type of nothing', '<script type="">alert(1)</script>', [ALERT]],
    ['data, not code', '<script type="application/ld+json">{"a":1}</script>', []],
    ['a template’s text', '<script type="text/template"><b></b></script>', []],
    [
      'in a template',
      '<template><script src="/x.js"></script></template><script src="/y.js"></script>',
      ['https://shop.example/y.js'],
    ],
    ['in nested templates', '<template><template></template><script>alert(1)</script></template>', []],
    ['in noscript', '<noscript><script src="/x.js"></script></noscript>', []],
    ['in a comment', '<!-- <script src="/x.js"></script> -->', []],
    ['in a title', '<title><script src="/x.js"></script></title>', []],
    ['in a textarea', '<textarea><script src="/x.js"></script></textarea>', []],
    ['in svg', '<svg><script href="/s.js"></script></svg>', ['https://shop.example/s.js']],
    ['in svg, the older way', '<svg><script xlink:href="/s.js"></script></svg>', ['https://shop.example/s.js']],
    ['href outside svg', '<script href="/s.js">alert(1)</script>', [ALERT]],
    ['src beats text', '<script src="/x.js">alert(1)</script>', ['https://shop.example/x.js']],
    ['src of nothing', '<script src="">alert(1)</script>', []],
    ['empty', '<script></script>', []],
    ['data', '<script src="data:text/javascript,alert(1)"></script>', [cspHash('data:text/javascript,alert(1)')]],
    ['blob', '<script src="blob:https://shop.example/1"></script>', ['blob:']],
    ['javascript', '<script src="javascript:alert(1)"></script>', []],
    ['preloaded', '<link rel="preload" as="script" href="/x.js?v=1">', ['https://shop.example/x.js']],
    ['preloaded as a module', '<link rel="modulepreload" href="/m.js">', ['https://shop.example/m.js']],
    [
      'preloaded and named: once',
      '<link rel=preload as=SCRIPT href="/x.js" integrity="sha384-a"><script src="/x.js"></script>',
      ['https://shop.example/x.js'],
    ],
    ['preloaded, no script', '<link rel="preload" as="style" href="/x.css"><link rel="preload" href="/x.js">', []],
    ['a module of data', '<link rel="modulepreload" as="json" href="/x.json">', []],
    ['fetched ahead for another page', '<link rel="prefetch" as="script" href="/x.js">', []],
    ['preloaded from nowhere', '<link rel="preload" as="script"><link rel="modulepreload" href="http://[">', []],
    ['preloaded in a template', '<template><link rel="modulepreload" href="/m.js"></template>', []],
    ['for old browsers', '<script nomodule src="/old.js"></script>', ['https://shop.example/old.js']],
    ['a map of modules is data', '<script type="importmap">{"imports":{}}</script>', []],
    ['in a frame’s own text', '<iframe><script src="/x.js"></script></iframe>', []],
    ['in old raw text', '<xmp><script src="/x.js"></script></xmp><noframes><script>a</script></noframes>', []],
    ['a frame written into the page', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', [ALERT]],
    ['a shut frame', '<iframe sandbox="allow-forms" srcdoc="<script>alert(1)</script>"></iframe>', []],
    ['in a drawing, src is nothing', '<svg><script src="/s.js">alert(1)</script></svg>', [ALERT]],
    ['in a drawing, closed by itself', '<svg><script href="/s.js"/></svg>', ['https://shop.example/s.js']],
    ['in a drawing, as CDATA', '<svg><script><![CDATA[alert(1)]]></script></svg>', [ALERT]],
    [
      'in a drawing’s HTML',
      '<svg><foreignObject><script src="/x.js"></script></foreignObject></svg>',
      ['https://shop.example/x.js'],
    ],
    ['after a drawing', '<svg></svg><script src="/x.js"></script>', ['https://shop.example/x.js']],
    ['in a formula', '<math><script>alert(1)</script></math>', []],
    ['after a drawing that HTML broke off', '<svg><div><script src="/x.js"></script>', ['https://shop.example/x.js']],
    ['after a formula that HTML broke off', '<math><p><script>alert(1)</script>', [ALERT]],
    [
      'behind a mark that hides nothing from browsers',
      '<![CDATA[<p><script src="/x.js"></script><![CDATA[ x><script>alert(1)</script>]]>',
      ['https://shop.example/x.js', ALERT],
    ],
    ['with that mark in its own text', '<script>//<![CDATA[\na()//]]></script>', [cspHash('//<![CDATA[\na()//]]>')]],
    ['in a formula’s HTML', '<math><mi><script>alert(1)</script></mi></math>', [ALERT]],
    ['the first src counts', '<script src="/a.js" src="/b.js"></script>', ['https://shop.example/a.js']],
    ['with a slash for a blank', '<script/src="/x.js"></script>', ['https://shop.example/x.js']],
    ['with blanks and line ends in its address', '<script src=" /x\n.js "></script>', ['https://shop.example/x.js']],
    ['never closed', '<script src="/x.js">', ['https://shop.example/x.js']],
  ])('%s', (_name, html, expected) => {
    expect(identities(html)).toEqual(expected);
  });

  it.each([
    ['https://a.example/x.js', 'https'],
    ['HTTP://a.example/x.js', 'http'],
    ['//a.example/x.js', 'protocol-relative'],
    ['\\\\a.example/x.js', 'protocol-relative'],
    ['x.js', 'relative'],
  ])('%s is %s', (src, scheme) => {
    expect(scriptsOf(`<script src="${src}"></script>`)[0]?.scheme).toBe(scheme);
  });

  it('tell checksum and kind', () => {
    const [script] = scriptsOf('<script type="module" src="/x.js" integrity="sha384-abc"></script>');
    expect(script).toMatchObject({ hasIntegrity: true, integrity: 'sha384-abc', isModule: true });
  });

  it('behind more such marks than anybody writes are a part, and that is said', () => {
    const read = readPage(`${'<![CDATA[>'.repeat(50)}<script src="/x.js"></script>`, URL_OF_PAGE);
    expect(read.isCut).toBe(true);
  });

  it('as data are read', () => {
    const texts = (html: string) => scriptsOf(html).map(({ text }) => text);
    expect(texts('<script src="data:text/javascript,alert(%22a%22)"></script>')).toEqual(['alert("a")']);
    expect(texts('<script src="data:text/javascript;base64,YWxlcnQoMSk="></script>')).toEqual(['alert(1)']);
    expect(texts('<script src="data:text/javascript,%E0%A4%A"></script>')).toEqual([null]);
  });

  it('that a link fetches ahead say so', () => {
    expect(scriptsOf('<link rel="modulepreload" href="/m.js" integrity="sha384-a">')).toMatchObject([
      { isModule: true, isPreloaded: true, hasIntegrity: true },
    ]);
    expect(scriptsOf('<script src="/m.js"></script>')[0]).not.toHaveProperty('isPreloaded');
  });

  it('are read up to twenty thousand of them', () => {
    const html = Array.from({ length: 20_500 }, (_, at) => `<script src="/s${at}.js"></script>`).join('');
    const read = readPage(html, URL_OF_PAGE);
    expect([read.scripts.length, read.isCut]).toEqual([20_000, true]);
  });
});

describe('script inventory', () => {
  const { base, cases } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../test/examples/security/script-inventory.examples.json'), 'utf8'),
  ) as { base: string; cases: readonly { id: string; before: string; after: string; expect: object }[] };

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, { before, after, expect: expected }) => {
    const [old, now] = [before, after].map((html) => readPage(html, base).scripts);
    expect(scriptInventoryDiff(old ?? [], now ?? [])).toEqual(expected);
  });

  it.each([
    ['another query', '<script src="/x.js?v=1"></script>', '<script src="/x.js?v=2"></script>', [[], [], []]],
    [
      'another order',
      '<script src="/x.js"></script><script src="/y.js"></script>',
      '<script src="/y.js"></script><script src="/x.js"></script>',
      [[], [], []],
    ],
    [
      'twice',
      '<script src="/x.js"></script>',
      '<script src="/x.js"></script><script src="/x.js"></script>',
      [[], [], []],
    ],
    [
      'another checksum',
      '<script src="/x.js" integrity="sha384-a"></script>',
      '<script src="/x.js" integrity="sha384-b"></script>',
      [[], [], ['https://shop.example/x.js']],
    ],
    [
      'a changed inline script',
      '<script>a()</script>',
      '<script>b()</script>',
      [[cspHash('b()')], [cspHash('a()')], []],
    ],
  ])('%s', (_name, before, after, [added, removed, changed]) => {
    expect(scriptInventoryDiff(scriptsOf(before), scriptsOf(after))).toEqual({ added, removed, changed });
  });
});

describe('the rest of a page', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['to the page itself', '<form><input type="email"></form>', [{ host: null, scheme: 'relative', asks: ['email'] }]],
    [
      'to its own host',
      '<form action="https://shop.example/contact"></form>',
      [{ host: null, scheme: 'https', asks: [] }],
    ],
    [
      'elsewhere',
      '<form action="https://a.example/"><input type="password"></form>',
      [{ host: 'a.example', scheme: 'https', asks: ['password'] }],
    ],
    [
      'over http',
      '<form action="http://shop.example/"><input name="contact[email]"></form>',
      [{ host: null, scheme: 'http', asks: ['email'] }],
    ],
    ['without scheme', '<form action="//a.example/"></form>', [{ host: 'a.example', scheme: 'https', asks: [] }]],
    [
      'by a button',
      '<form><input type="tel"><button formaction="https://a.example/"></button></form>',
      [
        { host: null, scheme: 'relative', asks: ['phone'] },
        { host: 'a.example', scheme: 'https', asks: ['phone'] },
      ],
    ],
    [
      'with a field elsewhere on the page',
      '<form id="f"></form><input form="f" autocomplete="cc-number">',
      [{ host: null, scheme: 'relative', asks: ['card'] }],
    ],
    [
      'hidden fields ask nothing',
      '<form><input type="hidden" name="email"></form>',
      [{ host: null, scheme: 'relative', asks: [] }],
    ],
    ['in a template', '<template><form action="https://a.example/"></form></template>', []],
    ['script in an action', '<form action="javascript:x()"></form>', [{ host: null, scheme: 'relative', asks: [] }]],
  ])('form %s', (_name, html, forms) => {
    expect(readPage(html, URL_OF_PAGE).forms).toEqual(forms);
  });

  it.each<[string, readonly string[]]>([
    ['<img src="http://a.example/p.jpg?x=1">', ['img a.example /p.jpg']],
    ['<img srcset="https://a.example/1.jpg 1x, http://a.example/2.jpg 2x">', ['img a.example /2.jpg']],
    ['<link rel="stylesheet" href="http://a.example/s.css">', ['link a.example /s.css']],
    ['<link rel="canonical" href="http://a.example/">', []],
    ['<a href="http://a.example/">x</a>', []],
    ['<iframe src="http://a.example/f"></iframe>', ['iframe a.example /f']],
    ['<style>b{background:url(http://a.example/b.png)}</style>', ['style a.example /b.png']],
    ['<p style="background:url(\'http://a.example/b.png\')">', ['style a.example /b.png']],
    ['<script src="http://a.example/x.js"></script>', ['script a.example /x.js']],
    ['<img src="//a.example/p.jpg">', []],
    ['<noscript><img src="http://a.example/p.jpg"></noscript>', []],
  ])('over http: %s', (html, expected) => {
    const { insecure } = readPage(html, URL_OF_PAGE);
    expect(insecure.map(({ element, host, path }) => `${element} ${host} ${path}`)).toEqual(expected);
  });

  it('policies of the head count, those of the body do not', () => {
    const meta = (content: string) => `<meta http-equiv="Content-Security-Policy" content="${content}">`;
    const html = `<head>${meta("object-src 'none'")}</head><body>${meta("default-src 'self'")}</body>`;
    expect(readPage(html, URL_OF_PAGE).metaPolicies).toEqual(["object-src 'none'"]);
  });

  it.each([
    ['<script>function asyncLoad(){var urls = ["https:\\/\\/a.example\\/x.js?shop=s.myshopify.com"];}</script>', true],
    ['<script>function asyncLoad(){var urls = [];}</script>', false],
    ['<script>var urls = ["/x?shop=s"];</script>', false],
    ['<p>asyncLoad urls = ["?shop="]</p>', false],
  ])('loader of script tags: %s', (html, expected) => {
    expect(readPage(html, URL_OF_PAGE).hasLegacyLoader).toBe(expected);
  });
});

describe('a hostile page', () => {
  it.each([
    ['nothing', ''],
    ['zeros', '\u0000'.repeat(100_000)],
    ['a tower of elements', '<div>'.repeat(100_000)],
    ['a tower of templates', '<template>'.repeat(50_000)],
    ['a tag that never ends', `<script src="${'a'.repeat(1_000_000)}`],
    ['a hundred thousand attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>`],
    [
      'addresses that are none',
      '<script src="http://[">x</script><form action="http://["></form><base href="http://["><a href="http://[">',
    ],
    [
      'names of Object',
      '<constructor><__proto__ src="http://a.example/"></__proto__><form id="__proto__"><input form="constructor" type="email">',
    ],
    ['drawings in drawings', '<svg><foreignObject>'.repeat(50_000)],
    ['frames in frames', '<iframe srcdoc="'.repeat(10_000)],
    ['data without end', `<script src="data:,${'%'.repeat(500_000)}"></script>`],
    ['links without end', '<link rel=modulepreload href=/x>'.repeat(50_000)],
    ['a list that never ends', `<script>asyncLoad urls = [${'"?sho",'.repeat(50_000)}</script>`],
    ['fifty thousand tags', '<table><tr><td>'.repeat(50_000)],
  ])('of %s is read', (_name, html) => {
    expect(readPage(html, URL_OF_PAGE).metaPolicies).toEqual([]);
  });
});

it('reads no deeper than anybody nests, and says so', () => {
  const read = readPage(`<script src="/x.js"></script>${'<b>'.repeat(900_000)}`, URL_OF_PAGE);
  expect([read.isCut, read.scripts.length]).toEqual([true, 1]);
});

describe('text of a page', () => {
  it.each([
    ['UTF-8', Buffer.from('नमस्ते'), 'text/html', 'नमस्ते'],
    ['what the header names', Buffer.from([0xe9]), 'text/html; charset=ISO-8859-1', 'é'],
    [
      'what the page names',
      Buffer.from('<meta charset="windows-1252">\xe9', 'latin1'),
      null,
      '<meta charset="windows-1252">é',
    ],
    ['UTF-16', Buffer.from('\ufeffab', 'utf16le'), 'text/html; charset=utf-16le', 'ab'],
    ['an encoding of nobody', Buffer.from('ab'), 'text/html; charset=klingon', 'ab'],
    ['bytes that are no text', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'text/html; charset=utf-8', 'a\ufffd\ufffdb'],
  ])('%s', (_name, body, type, text) => {
    expect(pageText(body, type)).toBe(text);
  });
});
