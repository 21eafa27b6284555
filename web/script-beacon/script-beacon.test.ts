import { readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const FILE = join(import.meta.dirname, '../../extensions/storefront/assets/script-beacon.js');
const SOURCE = readFileSync(FILE, 'utf8');
const URL_OF_OURS = 'https://prahari.example/beacon';
const TOKEN = 'k1.marigold.AAAAAAAAAAAAAAAA.'.padEnd(72, 'x');
const FOREIGN = 'https://cdn.invented-reviews.example/badge.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly report: Readonly<Record<string, unknown>>;
}

let sent: Sent[];
let resources: { initiatorType: string; name: string }[];
const idle: (() => void)[] = [];

/** What the page offers; each test may take something of it away. */
function page(over: Record<string, unknown> = {}): void {
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, init, report: JSON.parse(init.body as string) as Sent['report'] });
    return new Response(null, { status: 204 });
  };
  set(globalThis, { fetch, requestIdleCallback: (run: () => void) => idle.push(run), Shopify: undefined, ...over });
}

const set = (target: object, fields: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(fields))
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
};

/** What the script let through, which a page would notice. */
const thrown: unknown[] = [];
globalThis.addEventListener('error', (event) => thrown.push(event.error ?? event.message));

/** Puts the script on the page as the block does, where jsdom runs it at once; then the page has loaded. */
function run(data: Record<string, string> = {}): void {
  set(document, { readyState: 'interactive' });
  const element = document.createElement('script');
  Object.assign(element.dataset, { url: URL_OF_OURS, token: TOKEN, page: 'index', ...data });
  element.text = SOURCE;
  document.body.append(element);
  set(document, { readyState: 'complete' });
  globalThis.dispatchEvent(new Event('load'));
}

/** Observers and hashes come in turns of their own. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
const becomeIdle = () => idle.splice(0).forEach((act) => act());
async function hide(): Promise<void> {
  await settle();
  set(document, { hidden: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  set(document, { hidden: false });
}

function addScript(fields: Partial<HTMLScriptElement>): void {
  const element = document.createElement('script');
  element.type = 'module'; // jsdom runs none of these
  Object.assign(element, fields);
  document.body.append(element);
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const subtle = {
  digest: async (_name: string, bytes: Uint8Array) =>
    new Uint8Array(createHash('sha256').update(bytes).digest()).buffer,
};
const WHOLE = { sessionStorage, crypto: { subtle }, MutationObserver, performance };
const listening: [string, EventListener][] = [];
const listen = globalThis.addEventListener.bind(globalThis);
set(globalThis, {
  addEventListener(type: string, listener: EventListener) {
    listening.push([type, listener]);
    listen(type, listener);
  },
});

beforeEach(() => {
  set(globalThis, WHOLE);
  Reflect.deleteProperty(document, 'currentScript');
  for (const [type, listener] of listening.splice(0)) globalThis.removeEventListener(type, listener);
  sent = [];
  resources = [];
  idle.length = 0;
  document.body.innerHTML = '';
  sessionStorage.clear();
  sessionStorage.setItem('prahariBeacon', 'yes');
  set(navigator, { doNotTrack: null, globalPrivacyControl: undefined });
  set(performance, { getEntriesByType: () => resources });
  page();
});
afterEach(() => {
  expect(thrown.splice(0)).toEqual([]);
  expect(sent.every(({ report }) => JSON.stringify(report).length <= 1_024)).toBe(true);
});

describe('the script on shops’ pages', () => {
  it('is smaller than 3 KB and asks for nothing', () => {
    expect(statSync(FILE).size).toBeLessThan(3 * 1024);
    expect(SOURCE).not.toMatch(/\b(import|require)\b|https?:\/\/[a-z]/);
  });

  it('touches neither cookies nor fields, nor says which page or who', () => {
    expect(SOURCE).not.toMatch(
      /\.cookie|\.value\b|userAgent|language|\.referrer\b|location\.(href|pathname|search)|localStorage/,
    );
  });

  it('tells addresses without what follows them, the kind of page, and nothing else', () => {
    resources.push({ initiatorType: 'script', name: `${FOREIGN}?customer=7#part` });
    resources.push({ initiatorType: 'img', name: 'https://pixel.invented.example/x.gif' });
    run({ page: 'cart' });
    becomeIdle();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe(URL_OF_OURS);
    expect(sent[0]?.report).toEqual({ token: TOKEN, page: 'cart', scripts: [FOREIGN], inline: [] });
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      keepalive: true,
    });
    expect(sent[0]?.init.headers).toBeUndefined(); // text/plain by itself
  });

  it.each([
    ['index', 'home'],
    ['product', 'product'],
    ['collection', 'collection'],
    ['cart', 'cart'],
    ['customers/login', 'account'],
    ['search', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('calls a page of type "%s" %s', (type, kind) => {
    run({ page: type });
    becomeIdle();
    expect(sent[0]?.report['page']).toBe(kind);
  });

  it.each([
    ['the shop’s own', `${location.origin}/cdn/shop/t/1/assets/theme.js`],
    ['Shopify’s', 'https://cdn.shopify.com/shopifycloud/storefront/assets/load_feature.js'],
    ['an extension of the browser', 'chrome-extension://abcdef/inject.js'],
    ['blob:', 'blob:https://shop.example/1'],
    ['data:', 'data:text/javascript,1'],
    ['no address', 'http://'],
  ])('leaves out %s', (_whose, name) => {
    resources.push({ initiatorType: 'script', name });
    run();
    becomeIdle();
    expect(sent[0]?.report['scripts']).toEqual([]);
  });

  it('tells an app’s file on Shopify’s own host', () => {
    const name = 'https://cdn.shopify.com/extensions/1/reviews-3/assets/stars.js';
    addScript({ src: `${name}?v=1` });
    run();
    becomeIdle();
    expect(sent[0]?.report['scripts']).toEqual([name]);
  });

  it('tells once more, when the page goes, what came late: the hash of a text, never the text', async () => {
    const text = 'window.late = "secret words";';
    run();
    becomeIdle();
    addScript({ text });
    const box = document.createElement('div');
    box.innerHTML = '<a href="/account">Meera Invented</a><script type="application/ld+json">{"email":"x"}</script>';
    document.body.append(box);
    resources.push({ initiatorType: 'script', name: FOREIGN });
    await hide();
    expect(sent.map(({ report }) => [report['scripts'], report['inline']])).toEqual([
      [[], []],
      [[FOREIGN], [hashOf(text)]],
    ]);
    expect(JSON.stringify(sent)).not.toMatch(/secret|Meera|email/);
    await hide();
    expect(sent).toHaveLength(2);
  });

  it('says nothing again when nothing came', async () => {
    run();
    becomeIdle();
    await hide();
    expect(sent).toHaveLength(1);
  });

  it('hashes twenty texts at most', async () => {
    run();
    becomeIdle();
    for (let at = 0; at < 40; at += 1) addScript({ text: `window.x = ${at};` });
    await hide();
    const known = new Set(Array.from({ length: 20 }, (_, at) => hashOf(`window.x = ${at};`)));
    const told = sent[1]?.report['inline'] as string[];
    expect(told.length).toBeGreaterThan(10);
    expect(told.every((hash) => known.has(hash))).toBe(true);
  });

  it('keeps a page of many scripts within 1 KB', () => {
    for (let at = 0; at < 300; at += 1) {
      resources.push({
        initiatorType: 'script',
        name: `https://host-${at}.invented.example/${'long/'.repeat(20)}x.js`,
      });
    }
    run();
    becomeIdle();
    expect((sent[0]?.report['scripts'] as string[]).length).toBeGreaterThan(3);
  });
});

describe('who is asked', () => {
  it.each([
    [0.0199, 'yes', 1],
    [0.02, 'no', 0],
    [0.9, 'no', 0],
  ])('a session whose lot is %s: %s', (lot, word, reports) => {
    sessionStorage.clear();
    const random = Math.random;
    Math.random = () => lot;
    run();
    Math.random = () => 1 - lot; // the lot is drawn once
    run();
    Math.random = random;
    becomeIdle();
    expect(sessionStorage.getItem('prahariBeacon')).toBe(word);
    expect(sent.length).toBe(reports * 2);
    expect(sessionStorage).toHaveLength(1);
  });

  it.each([
    ['Do Not Track', () => set(navigator, { doNotTrack: '1' })],
    ['Global Privacy Control', () => set(navigator, { globalPrivacyControl: true })],
    [
      'a visitor who refused',
      () => page({ Shopify: { customerPrivacy: { analyticsProcessingAllowed: () => false } } }),
    ],
  ])('not: %s', (_who, given) => {
    given();
    run();
    becomeIdle();
    expect(sent).toEqual([]);
  });

  it('asks again later whether the visitor refused', async () => {
    let allowed = true;
    page({ Shopify: { customerPrivacy: { analyticsProcessingAllowed: () => allowed } } });
    run();
    becomeIdle();
    allowed = false;
    resources.push({ initiatorType: 'script', name: FOREIGN });
    await hide();
    expect(sent).toHaveLength(1);
  });

  it('does nothing without a token', () => {
    run({ token: '' });
    becomeIdle();
    expect(sent).toEqual([]);
  });
});

describe('on a strange page', () => {
  it.each([
    ['no session storage', () => set(globalThis, { sessionStorage: undefined })],
    ['no crypto', () => set(globalThis, { crypto: undefined })],
    ['no crypto.subtle', () => set(globalThis, { crypto: {} })],
    ['no MutationObserver', () => set(globalThis, { MutationObserver: undefined })],
    ['no performance', () => set(globalThis, { performance: undefined })],
    ['no element', () => set(document, { currentScript: null })],
    [
      'a consent script that throws',
      () =>
        page({
          Shopify: {
            get customerPrivacy() {
              throw new Error('broken');
            },
          },
        }),
    ],
    ['a fetch that fails', () => page({ fetch: () => Promise.reject(new TypeError('offline')) })],
    [
      'a fetch that throws',
      () =>
        page({
          fetch: () => {
            throw new TypeError('blocked');
          },
        }),
    ],
  ])('%s: nothing is thrown', async (_what, given) => {
    const failures: unknown[] = [];
    const note = (reason: unknown) => failures.push(reason);
    process.on('unhandledRejection', note);
    given();
    run();
    expect(becomeIdle).not.toThrow();
    addScript({ text: 'window.late = 1;' });
    await hide();
    await settle();
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });

  it.each([
    ['interactive', 0],
    ['complete', 1],
  ])('put into a page that is %s: reports before its load %s', (readyState, reports) => {
    const element = document.createElement('script');
    Object.assign(element.dataset, { url: URL_OF_OURS, token: TOKEN, page: 'index' });
    element.text = SOURCE;
    set(document, { readyState });
    document.body.append(element);
    becomeIdle();
    expect(sent).toHaveLength(reports);
    globalThis.dispatchEvent(new Event('load'));
    becomeIdle();
    expect(sent).toHaveLength(1);
  });
});
