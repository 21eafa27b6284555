import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPlatform, type Platform } from '../platform.ts';

const PARAMETERS = 100_000;
const SLOW_CALLERS = 200;

describe('Q6: what an unkind caller sends', () => {
  let platform: Platform;
  let host: string;
  let port: number;

  beforeAll(async () => {
    platform = await startPlatform();
    const url = new URL(platform.url);
    [host, port] = [url.host, Number(url.port)];
  }, 60_000);
  afterAll(() => platform?.close());

  it.each<[string, () => string, RegExp]>([
    ['100,000 parameters', () => `GET /api/me?${'a=1&'.repeat(PARAMETERS)} HTTP/1.1`, /^HTTP\/1\.1 431 /],
    ['a header of 64 KB', () => `GET /api/me HTTP/1.1\r\nX-Long: ${'a'.repeat(65_536)}`, /^HTTP\/1\.1 431 /],
    ['5,000 headers', () => `GET /api/me HTTP/1.1\r\n${manyHeaders(5_000)}`, /^HTTP\/1\.1 431 /],
    ['__proto__ as a header', () => 'GET /api/me HTTP/1.1\r\n__proto__: x', /^HTTP\/1\.1 401 /],
    [
      'a header twice that must be once',
      () => `GET /api/me HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'two ways to say the length',
      () => `POST /webhooks HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked`,
      /^HTTP\/1\.1 4\d\d /,
    ],
    ['no HTTP', () => '\u0016\u0003\u0001 hello', /^HTTP\/1\.1 400 /],
    ['a path of blanks and dots', () => `GET /${'%20'.repeat(1_000)}/..%2f..%2f HTTP/1.1`, /^HTTP\/1\.1 4\d\d /],
  ])('%s is refused and hurts nobody', async (_name, make, answer) => {
    expect(await say(`${make()}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(answer);
    expect(await ask()).toBe(401);
  });

  it('200 callers who send a byte now and then leave room for all others', async () => {
    const sockets = Array.from({ length: SLOW_CALLERS }, () => {
      const socket = connect(port, 'localhost').on('error', () => undefined);
      socket.write(`GET /api/me HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
      return socket;
    });
    await Promise.all(sockets.map((socket) => new Promise<void>((open) => socket.once('connect', open))));
    for (const socket of sockets) socket.write('a');
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    for (const socket of sockets) socket.destroy();
    expect(answers).toEqual(answers.map(() => 401));
  });

  const ask = async (): Promise<number> => (await fetch(`${platform.url}/api/me`)).status;
  const manyHeaders = (count: number): string => Array.from({ length: count }, (_, n) => `X-${n}: 1`).join('\r\n');

  /** The first that comes back; empty when the server only hangs up. */
  function say(request: string): Promise<string> {
    return new Promise((resolve) => {
      let heard = '';
      const socket = connect(port, 'localhost', () => socket.write(request));
      socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
      socket.on('error', () => undefined); // it may hang up while we still send
      socket.on('close', () => resolve(heard));
    });
  }
});
