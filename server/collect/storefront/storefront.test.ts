import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HostProbe, Storefront } from '../../../core/evidence/storefront.ts';
import { aCollectContext } from '../../../test/collect-context.ts';
import { inventedWeb, page, redirectTo, type Handler, type InventedWeb } from '../../../test/invented-web.ts';
import { noCode } from '../../../test/security-factories.ts';
import { createGuardedFetch } from '../../http/guarded-fetch.ts';
import { hostBudget } from '../../http/host-budget.ts';
import { createProbe } from '../../http/probe.ts';
import type { CollectContext } from '../collector.ts';
import { collectOne } from '../run.ts';
import { cspHash } from './script-element.ts';
import { storefront } from './storefront.ts';

const CANARY = 'canary-of-the-signature';
const MAIN = 'shop.example';
const clock = { now: () => new Date('2026-11-22T06:30:00Z') };
const html = (body: string, title = 'Shop') => `<!doctype html><title>${title}</title><body>${body}</body>`;

const home = html(
  [
    '<script src="https://widgets.example/w.js?shop=1"></script><script src="https://gone.example/x.js"></script>',
    '<script src="http://plain.example/x.js"></script><script>inline()</script>',
    '<script src="https://inward.example/x.js"></script>',
    '<a href="/products/kurta?a=1">Kurta</a><a href="https://other.example/cart">Cart</a><a href="/cart">Cart</a>',
  ].join(''),
);

const WORLD: Readonly<Record<string, Handler>> = {
  'https://shop.example/': page(home),
  'http://shop.example/': redirectTo('https://shop.example/', 301),
  'shop.example/products/kurta': page(html('<form action="https://mail.example/"><input type="email"></form>')),
  'shop.example/cart': redirectTo('https://other.example/cart'),
  'other.example/cart': page(html('')),
  'https://shop.example/.well-known/security.txt': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end('Contact: mailto:security@shop.example\nExpires: 2027-01-01T00:00:00Z\n'),
  'widgets.example/w.js?shop=1': (_request, response) => void response.end('widget()'),
  'gone.example/x.js': page(html('not here')),
  'inward.example/x.js': redirectTo('https://169.254.169.254/x.js'),
  'second.example/': redirectTo('https://shop.example/'),
  'inward.example/': redirectTo('https://169.254.169.254/'),
  'file.example/': redirectTo('file:///etc/passwd'),
  'itself.example/': redirectTo('/'),
  'bomb.example/': (_request, response) =>
    void response
      .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' })
      .end(gzipSync(Buffer.alloc(50_000_000))),
  'headers.example/': (_request, response) => void response.writeHead(200, { 'x-long': 'x'.repeat(128 * 1024) }).end(),
  'scripts.example/': page(html(Array.from({ length: 20_000 }, (_, at) => `<script>s(${at})</script>`).join(''))),
  'latin.example/': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
      .end(Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0xff])),
  'challenge.example/': page(html('', 'Just a moment...')),
  'forbidden.example/': (_request, response) => void response.writeHead(403).end('no'),
  'busy.example/': (_request, response) => void response.writeHead(429).end(),
  'broken.example/': (_request, response) => void response.writeHead(500).end(),
  'locked.example/': redirectTo('/password'),
  'locked.example/password': page(html('Opening soon')),
  'json.example/': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  'silent.example/': (request) => void request.socket.destroy(),
};

const OUTCOMES: readonly (readonly [host: string, outcome: HostProbe['outcome']])[] = [
  ['second.example', 'answered'],
  ['inward.example', 'refused'],
  ['file.example', 'refused'],
  ['itself.example', 'unusable'],
  ['bomb.example', 'answered'],
  ['headers.example', 'unusable'],
  ['scripts.example', 'answered'],
  ['latin.example', 'answered'],
  ['challenge.example', 'blocked'],
  ['forbidden.example', 'blocked'],
  ['busy.example', 'blocked'],
  ['broken.example', 'unusable'],
  ['locked.example', 'locked'],
  ['json.example', 'answered'],
  ['no-tls.example', 'tls-failed'],
  ['silent.example', 'unreachable'],
  ['localhost', 'refused'],
];

let web: InventedWeb;
let seen: Storefront;
let evidence: string;
const texts: { readonly hash: string; readonly text: string }[] = [];

beforeAll(async () => {
  web = await inventedWeb(WORLD, { withoutTls: ['no-tls.example'] });
  const { connectTo, caFile } = web;
  const guardedFetch = createGuardedFetch({ connectTo, caFile });
  const probe = createProbe({ connectTo, caFile, budget: hostBudget({ clock }) });
  const bare = aCollectContext({
    Domains: () => ({
      shop: {
        primaryDomain: { host: MAIN },
        domains: [...OUTCOMES.map(([host]) => host), MAIN].map((host) => ({ host, sslEnabled: true })),
      },
    }),
  });
  const context: Omit<CollectContext<'storefront'>, 'signal' | 'asOf'> = {
    ...bare,
    crawlerSignature: async (host) => ({
      headers: { signature: host === MAIN ? CANARY : 'of-another', 'signature-input': 'sig1=()' },
      endsOn: '2026-12-01',
    }),
    ownHosts: async () => [{ host: 'unproven.example', proof: 'x' }],
    keepScriptText(script) {
      texts.push(script);
      return Promise.reject(new Error('no room'));
    },
    world: {
      ...bare.world,
      guardedFetch,
      probe,
      code: {
        ...bare.world.code,
        scan: async (texts) => texts.map(({ text }) => noCode({ hosts: [text] })),
        librariesAt: (address) =>
          address === 'https://gone.example/x.js' ? [{ component: 'x', version: '1', by: 'address' }] : [],
      },
    },
  };
  const collected = await collectOne(storefront, context, { clock });
  await probe.close();
  await guardedFetch.close();
  if (collected.status !== 'collected') throw new Error(collected.reason);
  seen = collected.value;
  evidence = JSON.stringify(collected);
}, 60_000);
afterAll(() => web.close());

const host = (name: string): HostProbe => {
  const found = seen.hosts.find((one) => one.host === name);
  if (!found) throw new Error(`${name} was not visited`);
  return found;
};

describe('hosts of every kind, in one scan', () => {
  it('comes first the main one, then the own ones', () => {
    expect(seen.hosts.slice(0, 2).map((one) => [one.host, one.outcome])).toEqual([
      [MAIN, 'answered'],
      ['unproven.example', 'not-verified'],
    ]);
  });

  it.each(OUTCOMES)('%s: %s', (name, outcome) => {
    expect(host(name).outcome).toBe(outcome);
  });

  it.each(['inward.example', 'challenge.example', 'no-tls.example', 'forbidden.example'])(
    'says nothing of what a shopper would see at %s',
    (name) => {
      expect(host(name)).toMatchObject({ headers: [], cookies: [], pages: [], cors: null, securityTxt: null });
    },
  );

  it('reads what is left of a bomb and of a page in another encoding', () => {
    expect(host('bomb.example').pages[0]?.isPartial).toBe(true);
    expect(host('latin.example').pages[0]?.isPartial).toBe(false);
    const [crowded] = host('scripts.example').pages;
    expect([crowded?.scripts.length, crowded?.isPartial]).toEqual([1_000, true]);
  });

  it('took each signature to its own host alone, and shows none', () => {
    const signed = web.arrived.filter(({ headers }) => headers['signature'] === CANARY);
    expect(signed.length).toBeGreaterThan(3);
    expect(signed.filter(({ url }) => !url.startsWith(`https://${MAIN}/`))).toEqual([]);
    expect(signed.every(({ headers }) => headers['signature-agent'] === '"https://shopify.com"')).toBe(true);
    expect(evidence).not.toMatch(new RegExp(`${CANARY}|of-another`));
    expect(host(MAIN).signatureEndsOn).toBe('2026-12-01');
  });

  it('never went where nobody proved to be at home', () => {
    expect(web.arrived.filter(({ url }) => url.includes('unproven.example'))).toEqual([]);
  });
});

describe('the main host', () => {
  it('shows the pages that its links lead to, on itself alone', () => {
    expect(host(MAIN).pages.map(({ kind, path }) => [kind, path])).toEqual([
      ['home', '/'],
      ['product', '/products/kurta'],
    ]);
    expect(host(MAIN).pages[1]?.forms).toEqual([{ host: 'mail.example', scheme: 'https', asks: ['email'] }]);
  });

  it('has scripts with the code that could be read, and none where it could not', () => {
    const scripts = host(MAIN).pages[0]?.scripts ?? [];
    expect(scripts.map(({ address, code }) => [address, code?.hosts ?? null, code?.isPartial ?? null])).toEqual([
      ['https://widgets.example/w.js', ['widget()'], false],
      ['https://gone.example/x.js', [], true],
      ['http://plain.example/x.js', null, null],
      [null, ['inline()'], false],
      ['https://inward.example/x.js', null, null],
    ]);
    expect(web.arrived.filter(({ url }) => url.includes('plain.example'))).toEqual([]);
    expect(scripts[0]?.hash).toMatch(/^sha256-/);
  });

  it('names somebody to whom a flaw can be told', () => {
    expect(host(MAIN).securityTxt).toEqual({ hasContact: true, expiresAt: '2027-01-01T00:00:00.000Z' });
  });
});

it('hands on the texts of others’ scripts, a hundred at most; one that cannot be kept costs nothing', () => {
  expect(texts).toContainEqual({ hash: cspHash('widget()'), text: 'widget()' });
  expect(texts).toHaveLength(100);
  expect(seen.hosts[0]?.pages[0]?.scripts[0]?.hash).toBe(cspHash('widget()'));
});
