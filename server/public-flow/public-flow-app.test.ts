import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPlatform, type Platform } from '../../test/platform.ts';

let platform: Platform;
let shop: string;
beforeAll(async () => {
  platform = await startPlatform();
  shop = platform.sandbox.shops[0]?.domain ?? '';
});
afterAll(() => platform.close());

async function run(order: object, handle = 'start-recheck') {
  const answer = await fetch(`${platform.sandbox.adminUrl}/sandbox/shops/${shop}/flow/actions/${handle}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  return { status: answer.status, body: (await answer.json()) as { attempts?: number[] } };
}

describe('/flow on the whole app', () => {
  it('is reached by a workflow of the sandbox, past every parser and without a log-in', async () => {
    // The platform's product knows no shop.
    expect((await run({})).body.attempts).toEqual([404]);
    expect((await run({ properties: { order_id: 101 } }, 'check-order-gst')).body.attempts).toEqual([404]);
    const list = await fetch(`${platform.sandbox.adminUrl}/sandbox/shops/${shop}/flow/actions`);
    expect(((await list.json()) as { runs: unknown[] }).runs).toHaveLength(2);
  });

  it.each(['hmac', 'body', 'missing-hmac'] as const)('takes nothing that is not signed: %s', async (corrupt) => {
    expect((await run({ corrupt })).body.attempts).toEqual([401]);
  });

  it('refuses what the sandbox does not know', async () => {
    expect((await run({}, 'alert-raised')).status).toBe(404);
    expect((await run({ corrupt: 'all' })).status).toBe(400);
  });

  it('is for posts alone', async () => {
    const answer = await fetch(`${platform.url}/flow/start-recheck`, { redirect: 'manual' });
    expect(answer.status).toBe(404);
  });
});
