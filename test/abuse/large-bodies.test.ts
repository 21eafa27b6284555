import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPlatform } from '../platform.ts';
import type { Platform } from '../platform.ts';

const TEN_MB = 10 * 1024 * 1024;

let platform: Platform;
let authorization: string;
beforeAll(async () => {
  platform = await startPlatform();
  const [shop] = platform.sandbox.shops;
  authorization = `Bearer ${platform.sandbox.sessionToken(shop?.domain ?? '')}`;
});
afterAll(() => platform.close());

/** Says how much will come, sends the beginning of it, and waits for the answer without sending the rest. */
function begin(path: string, headers: Record<string, string | number>, beginning: Buffer): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${platform.url}${path}`,
      { method: 'POST', headers: { authorization, 'content-type': 'application/json', ...headers } },
      (answer) => {
        resolve(answer.statusCode);
        call.destroy();
      },
    );
    call.on('error', reject);
    call.write(beginning);
  });
}

describe('a body of 10 MB', () => {
  it.each(['/api/echo', '/webhooks'])('that says so is refused at %s before it is sent', async (path) => {
    expect(await begin(path, { 'content-length': TEN_MB }, Buffer.from('{"name":"'))).toBe(413);
  });

  it.each([
    ['/api/echo', 300 * 1024],
    ['/webhooks', 6 * 1024 * 1024],
  ])('that does not say so is refused at %s once it is too long', async (path, length) => {
    expect(await begin(path, { 'transfer-encoding': 'chunked' }, Buffer.alloc(length, 'x'))).toBe(413);
  });

  it('leaves the server well', async () => {
    expect((await fetch(`${platform.url}/api/me`, { headers: { authorization } })).status).toBe(200);
  });
});
