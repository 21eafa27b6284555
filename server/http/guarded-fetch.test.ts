import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openAuthority } from '../../sandbox/tls/authority.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import type { Outbound, OutboundStream } from './guarded-fetch.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let folder: string;
let server: Server;
let guardedFetch: Outbound;
/** What arrived, by host and path. */
const arrived: { at: string; headers: IncomingMessage['headers'] }[] = [];
const drips = new Set<NodeJS.Timeout>();

const redirectTo =
  (location: string, status = 302): Handler =>
  (_request, response) =>
    response.writeHead(status, { location }).end();

/** What the world answers, by host and path. */
const WORLD: Readonly<Record<string, Handler>> = {
  'shop.example/': (_request, response) => response.writeHead(200, { 'x-a': 'b' }).end('hello'),
  'shop.example/to-other': redirectTo('https://other.example/end'),
  'shop.example/relative': redirectTo('/'),
  'other.example/end': (_request, response) => response.end('the end'),
  'shop.example/loop': redirectTo('/loop'),
  'shop.example/inward': redirectTo('https://169.254.169.254/latest/meta-data'),
  'shop.example/local': redirectTo('https://localhost/'),
  'shop.example/file': redirectTo('file:///etc/passwd'),
  'shop.example/plain': redirectTo('http://shop.example/'),
  'shop.example/port': redirectTo('https://shop.example:8443/'),
  'shop.example/nowhere': redirectTo('https://'),
  'shop.example/gzip': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  'shop.example/br': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed')),
  'shop.example/bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * 1024 * 1024))),
  'shop.example/twice': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
  'shop.example/thousand': (_request, response) =>
    response.writeHead(200, { 'content-encoding': Array.from({ length: 1_000 }, () => 'gzip').join(',') }).end('x'),
  'shop.example/not-gzip': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
  'shop.example/big': (_request, response) => response.end(Buffer.alloc(4 * 1024 * 1024)),
  'shop.example/headers': (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(64 * 1024) }).end(),
  'shop.example/silent': () => undefined,
  'shop.example/drip': (_request, response) => {
    response.writeHead(200);
    drips.add(setInterval(() => response.write('x'), 20));
  },
  'shop.example/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  },
  'shop.example/cut-gzip': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000)).subarray(0, 20)),
  'shop.example/stalls': (_request, response) => void response.writeHead(200).write('x'),
  'shop.example/hang-up': (request) => request.socket.destroy(),
};
for (let hop = 0; hop < 10; hop++)
  (WORLD as Record<string, Handler>)[`shop.example/hop${hop}`] = redirectTo(`/hop${hop + 1}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-outbound-'));
  const authority = await openAuthority(folder, () => new Date());
  server = createServer(
    {
      SNICallback: (host, done) =>
        void authority
          .contextFor(host === 'bad-name.example' ? 'another.example' : host)
          .then((context) => done(null, context)),
      maxHeaderSize: 65_536,
    },
    (request, response) => {
      const at = `${request.headers.host}${request.url}`;
      arrived.push({ at, headers: request.headers });
      (WORLD[at] ?? ((_request: IncomingMessage, answer: ServerResponse) => answer.writeHead(404).end()))(
        request,
        response,
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  guardedFetch = createGuardedFetch({ connectTo: { host: '127.0.0.1', port }, caFile: authority.caFile });
});
afterAll(async () => {
  drips.forEach(clearInterval);
  server.closeAllConnections();
  await guardedFetch.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});
beforeEach(() => void (arrived.length = 0));

const refusal = (reason: string): unknown => expect.objectContaining({ name: 'OutboundRefusedError', reason });
const failure = (reason: string): unknown => expect.objectContaining({ name: 'OutboundFailedError', reason });

describe('guarded fetch', () => {
  it('answers with status, headers, bytes and where it came from', async () => {
    const answer = await guardedFetch('https://shop.example/');
    expect([answer.status, answer.headers.get('x-a'), answer.text(), answer.url]).toEqual([
      200,
      'b',
      'hello',
      'https://shop.example/',
    ]);
  });

  it.each(['/gzip', '/br'])('unpacks %s', async (path) => {
    expect((await guardedFetch(`https://shop.example${path}`)).text()).toBe('packed');
  });

  it.each([
    ['/to-other', 'https://other.example/end'],
    ['/relative', 'https://shop.example/'],
  ])('follows %s', async (path, end) => {
    expect((await guardedFetch(`https://shop.example${path}`)).url).toBe(end);
  });

  it.each([
    ['/inward', 'not-a-public-name'],
    ['/local', 'not-a-public-name'],
    ['/file', 'not-https'],
    ['/plain', 'not-https'],
    ['/port', 'port'],
    ['/nowhere', 'not-an-address'],
    ['/loop', 'redirect-loop'],
    ['/hop0', 'too-many-redirects'],
  ])('S3: does not follow %s: %s', async (path, reason) => {
    await expect(guardedFetch(`https://shop.example${path}`)).rejects.toEqual(refusal(reason));
  });

  it('S4: follows nothing with a credential or a body, and gives neither to another', async () => {
    const withKey = await guardedFetch('https://shop.example/to-other', {
      headers: { Authorization: 'Bearer secret' },
    });
    const withToken = await guardedFetch('https://shop.example/to-other', {
      headers: { 'X-Shopify-Access-Token': 'secret' },
    });
    const withBody = await guardedFetch('https://shop.example/to-other', { method: 'POST', body: '{}' });
    expect([withKey.status, withToken.status, withBody.status]).toEqual([302, 302, 302]);
    expect(arrived.filter(({ at }) => at.startsWith('other.example'))).toEqual([]);
  });

  it.each([
    ['/bomb', 'too-large'],
    ['/big', 'too-large'],
    ['/headers', 'too-large'],
    ['/twice', 'bad-encoding'],
    ['/thousand', 'bad-encoding'],
    ['/not-gzip', 'bad-encoding'],
    ['/hang-up', 'unreachable'],
  ])('S5: %s is %s', async (path, reason) => {
    await expect(guardedFetch(`https://shop.example${path}`)).rejects.toEqual(failure(reason));
  });

  it.each(['/silent', '/drip'])('S5: %s ends at the deadline', async (path) => {
    await expect(guardedFetch(`https://shop.example${path}`, { timeoutMs: 300 })).rejects.toEqual(failure('timed-out'));
  });

  it('S6: does not talk to a host with a wrong certificate', async () => {
    await expect(guardedFetch('https://bad-name.example/')).rejects.toEqual(failure('unreachable'));
    expect(arrived).toEqual([]);
  });

  it("gives the caller's own reason when the caller stops", async () => {
    const reason = new Error('the collector stopped');
    await expect(guardedFetch('https://shop.example/silent', { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('S2: does not connect where a lying name leads', async () => {
    const lied: string[] = [];
    const lying = createGuardedFetch({
      resolve: async (host) => {
        lied.push(host);
        return ['93.184.215.14', '127.0.0.1'];
      },
    });
    await expect(lying('https://rebind.example/')).rejects.toEqual(refusal('not-a-public-address'));
    expect(lied).toEqual(['rebind.example']);
    await lying.close();
  });
});

describe('a stream through the guarded fetch', () => {
  async function read({ body }: OutboundStream): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it.each([
    ['/', 'hello'],
    ['/gzip', 'packed'],
    ['/br', 'packed'],
    ['/to-other', 'the end'],
  ])('%s: %s', async (path, text) => {
    const stream = await guardedFetch.openStream(`https://shop.example${path}`);
    expect([stream.status, await read(stream)]).toEqual([200, text]);
  });

  it('hands on a status that is no success', async () => {
    expect((await guardedFetch.openStream('https://shop.example/gone')).status).toBe(404);
  });

  it.each([
    ['/inward', 'not-a-public-name'],
    ['/plain', 'not-https'],
    ['/loop', 'redirect-loop'],
  ])('S3: does not follow %s: %s', async (path, reason) => {
    await expect(guardedFetch.openStream(`https://shop.example${path}`)).rejects.toEqual(refusal(reason));
  });

  it.each([
    ['/big', 'too-large'],
    ['/bomb', 'too-large'],
    ['/twice', 'bad-encoding'],
    ['/not-gzip', 'bad-encoding'],
    ['/cut-gzip', 'bad-encoding'],
    ['/cut', 'unreachable'],
    ['/stalls', 'timed-out'],
  ])('S5: %s ends as %s', async (path, reason) => {
    const stream = await guardedFetch.openStream(`https://shop.example${path}`, { maxBytes: 100_000, idleMs: 200 });
    await expect(read(stream)).rejects.toEqual(failure(reason));
  });

  it('S5: ends what does not begin', async () => {
    await expect(guardedFetch.openStream('https://shop.example/silent', { idleMs: 200 })).rejects.toEqual(
      failure('timed-out'),
    );
  });

  it("gives the caller's own reason when the caller stops midway", async () => {
    const stop = new AbortController();
    const { body } = await guardedFetch.openStream('https://shop.example/drip', { signal: stop.signal });
    const reason = new Error('the collector stopped');
    await expect(
      (async () => {
        for await (const chunk of body) if (chunk.length > 0) stop.abort(reason);
      })(),
    ).rejects.toBe(reason);
  });
});
