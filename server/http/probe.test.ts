import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inventedWeb, page, redirectTo, type Handler, type InventedWeb } from '../../test/invented-web.ts';
import { hostBudget } from './host-budget.ts';
import { createProbe, type Probe } from './probe.ts';

const MB = 1024 * 1024;
const drips = new Set<NodeJS.Timeout>();

const endless: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const chunk = Buffer.alloc(MB, 'x');
  let left = 100;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
};

const WORLD: Readonly<Record<string, Handler>> = {
  'https://shop.example/': page('<title>Shop</title>', { 'set-cookie': ['a=1', 'b=2'] }),
  'http://shop.example/': redirectTo('https://shop.example/', 301),
  'http://two-steps.example/': redirectTo('http://www.two-steps.example/'),
  'http://www.two-steps.example/': redirectTo('https://shop.example/'),
  'shop.example/inward': redirectTo('https://169.254.169.254/latest/meta-data'),
  'shop.example/inward-plain': redirectTo('http://169.254.169.254/latest/meta-data'),
  'shop.example/local': redirectTo('https://localhost/'),
  'shop.example/decimal': redirectTo('https://2130706433/'),
  'shop.example/file': redirectTo('file:///etc/passwd'),
  'shop.example/port': redirectTo('https://shop.example:8443/'),
  'shop.example/key': redirectTo('https://user:pass@shop.example/'),
  'shop.example/down': redirectTo('http://shop.example/plain'),
  'shop.example/loop': redirectTo('/loop'),
  'shop.example/nowhere': redirectTo('https://'),
  'shop.example/away': redirectTo('https://other.example/end'),
  'shop.example/away?token=1': redirectTo('https://other.example/end?token=2'),
  'other.example/end': page('the end'),
  'shop.example/100-mb': endless,
  'shop.example/bomb': (_request, response) =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100 * MB))),
  'shop.example/thousand': (_request, response) =>
    void response
      .writeHead(200, { 'content-encoding': Array.from({ length: 1_000 }, () => 'gzip').join(',') })
      .end('x'),
  'shop.example/headers': (_request, response) =>
    void response.writeHead(200, { 'x-long': 'x'.repeat(128 * 1024) }).end(),
  'shop.example/silent': () => undefined,
  'shop.example/drip': (_request, response) => {
    response.writeHead(200);
    drips.add(setInterval(() => response.write('x'), 20));
  },
  'shop.example/hang-up': (request) => void request.socket.destroy(),
  'shop.example/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  },
  'busy.example/': (_request, response) => void response.writeHead(429, { 'retry-after': '120' }).end(),
};
for (let hop = 0; hop < 50; hop++)
  (WORLD as Record<string, Handler>)[`shop.example/hop${hop}`] = redirectTo(`/hop${hop + 1}`);

let web: InventedWeb;
let probe: Probe;
let nowMs = Date.parse('2026-11-22T06:30:00Z');
const clock = { now: () => new Date(nowMs) };

beforeAll(async () => {
  web = await inventedWeb(WORLD, { withoutTls: ['no-tls.example'] });
});
afterAll(async () => {
  drips.forEach(clearInterval);
  await web.close();
});
beforeEach(async () => {
  web.arrived.length = 0;
  const { connectTo, caFile } = web;
  probe = createProbe({ connectTo, caFile, budget: hostBudget({ clock }) });
});

describe('a visit', () => {
  it('tells where it came from, each header line and what was there', async () => {
    const { answer, failure } = await probe.visit('https://shop.example/');
    expect([answer?.status, answer?.url.href, answer?.body.toString(), answer?.isPartial, failure]).toEqual([
      ...[200, 'https://shop.example/', '<title>Shop</title>', false, null],
    ]);
    expect(answer?.headers.filter(([name]) => name === 'set-cookie')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  it('names itself', async () => {
    await probe.visit('https://shop.example/');
    expect(web.arrived[0]?.headers['user-agent']).toMatch(/^Prahari\//);
  });

  it.each([
    ['http://shop.example/', ['http://shop.example/ 301', 'https://shop.example/ 200']],
    [
      'http://two-steps.example/',
      ['http://two-steps.example/ 302', 'http://www.two-steps.example/ 302', 'https://shop.example/ 200'],
    ],
    ['https://shop.example/away?token=1', ['https://shop.example/away 302', 'https://other.example/end 404']],
  ])('of %s records each hop, without its query', async (url, expected) => {
    const { hops } = await probe.visit(url);
    expect(hops.map((hop) => `${hop.url} ${hop.status}`)).toEqual(expected);
  });

  it('gives the reason of the caller who stops it', async () => {
    const reason = new Error('stopped');
    await expect(probe.visit('https://shop.example/silent', { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});

describe('S1, S3: a visit does not go', () => {
  it.each([
    ['/inward', 'not-a-public-name'],
    ['/inward-plain', 'not-https'],
    ['/local', 'not-a-public-name'],
    ['/decimal', 'not-a-public-name'],
    ['/file', 'not-https'],
    ['/port', 'port'],
    ['/key', 'credentials-in-address'],
    ['/down', 'not-https'],
    ['/loop', 'redirect-loop'],
    ['/nowhere', 'not-an-address'],
    ['/hop0', 'too-many-redirects'],
  ])('where %s leads: %s', async (path, reason) => {
    const { answer, failure, hops } = await probe.visit(`https://shop.example${path}`);
    expect([answer, failure, hops[0]?.status]).toEqual([null, reason, 302]);
    expect(web.arrived.every(({ url }) => url.startsWith('https://shop.example/'))).toBe(true);
  });

  it('S2: where a name lies about its address, at the first look-up or a later one', async () => {
    const answers = [['93.184.215.14', '127.0.0.1'], ['127.0.0.1'], ['::ffff:169.254.169.254']];
    const lying = createProbe({ resolve: async () => answers.shift() ?? [], budget: hostBudget({ clock }) });
    for (const url of ['https://rebind.example/', 'http://rebind.example/', 'https://rebind.example/'])
      expect(await lying.visit(url)).toEqual({ hops: [], answer: null, failure: 'not-a-public-address' });
    await lying.close();
  });
});

describe('S5: a visit ends', () => {
  it.each(['/100-mb', '/bomb'])('of %s after three megabytes', async (path) => {
    const { answer } = await probe.visit(`https://shop.example${path}`);
    expect([answer?.body.length, answer?.isPartial]).toEqual([3 * MB, true]);
  });

  it.each([
    ['/thousand', 'bad-encoding'],
    ['/headers', 'too-large'],
    ['/hang-up', 'unreachable'],
    ['/cut', 'unreachable'],
  ])('of %s: %s', async (path, failure) => {
    expect(await probe.visit(`https://shop.example${path}`)).toMatchObject({ answer: null, failure });
  });

  it.each(['/silent', '/drip'])('of %s at its deadline', async (path) => {
    const visit = await probe.visit(`https://shop.example${path}`, { timeoutMs: 200 });
    expect(visit).toMatchObject({ answer: null, failure: 'timed-out' });
  });
});

describe('S6: bad TLS', () => {
  it('ends a visit before anything is sent', async () => {
    const trustsOthers = createProbe({ connectTo: web.connectTo, budget: hostBudget({ clock }) });
    const secret = { host: 'shop.example', headers: { signature: 'canary' } };
    const visits = [
      await trustsOthers.visit('https://shop.example/', { secret }),
      await probe.visit('https://no-tls.example/', { secret }),
    ];
    await trustsOthers.close();
    expect(visits.map(({ failure }) => failure)).toEqual(['tls-failed', 'tls-failed']);
    expect(web.arrived).toEqual([]);
  });
});

describe('S4: a signature', () => {
  const secret = { host: 'shop.example', headers: { signature: 'canary', 'signature-input': 'canary' } };

  it('goes over https to its own host, and stays behind at every redirect elsewhere', async () => {
    await probe.visit('http://shop.example/', { secret });
    await probe.visit('https://shop.example/away', { secret });
    await probe.visit('https://other.example/end', { secret });
    expect(web.arrived.map(({ url, headers }) => [url, headers['signature'] ?? null])).toEqual([
      ['http://shop.example/', null],
      ['https://shop.example/', 'canary'],
      ['https://shop.example/away', 'canary'],
      ['https://other.example/end', null],
      ['https://other.example/end', null],
    ]);
  });

  it('is in nothing that a visit tells', async () => {
    const visits = [
      await probe.visit('https://shop.example/loop', { secret }),
      await probe.visit('https://shop.example/', { secret }),
    ];
    expect(JSON.stringify(visits)).not.toContain('canary');
  });
});

describe('S9: one host', () => {
  it('is left alone for as long as it asks', async () => {
    await probe.visit('https://busy.example/');
    const early = await probe.visit('https://busy.example/');
    nowMs += 121_000;
    const late = await probe.visit('https://busy.example/');
    expect([early.failure, early.hops, late.answer?.status]).toEqual(['paused', [], 429]);
    expect(web.arrived).toHaveLength(2);
  });

  it('is not flooded by a thousand shops that name it', async () => {
    for (let shop = 0; shop < 1_000; shop++) await probe.visit('https://other.example/end');
    expect(web.arrived.length).toBeLessThanOrEqual(240);
    nowMs += 61_000;
    expect((await probe.visit('https://other.example/end')).answer?.status).toBe(200);
  });

  it.each([
    ['nonsense', 60],
    ['-5', 60],
    ['999999999', 3_600],
    ['Sun, 22 Nov 2099 06:30:00 GMT', 3_600],
    [null, 60],
  ])('asking for a pause of %s gets %s seconds', (retryAfter, seconds) => {
    let ms = 0;
    const budget = hostBudget({ clock: { now: () => new Date(ms) } });
    budget.pause('busy.example', retryAfter);
    ms = seconds * 1_000 - 1;
    const before = budget.take('busy.example');
    ms += 1;
    expect([before, budget.take('busy.example')]).toEqual([false, true]);
  });
});
