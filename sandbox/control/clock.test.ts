import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxClock } from '../clock.ts';
import { clockRoutes } from './clock.ts';

const DAY_MS = 86_400_000;

describe('the clock of the sandbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const file = join(folder, 'clock.json');
  const clock = sandboxClock(file);
  let server: Server;
  const post = (body: unknown) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox/clock`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });

  beforeAll(async () => {
    server = new Koa().use(clockRoutes(clock).routes()).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('goes forward, tells the app by a file, and remembers it after a restart', async () => {
    const answer = await post({ byMs: DAY_MS });
    expect(answer.status).toBe(200);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ offsetMs: DAY_MS });
    expect(sandboxClock(file).nowMs()).toBeGreaterThanOrEqual(Date.now() + DAY_MS - 1_000);
  });

  it.each([{ byMs: -1 }, { byMs: 0 }, { byMs: 1.5 }, { byMs: 400 * DAY_MS }, { byMs: '1' }, {}, { byMs: 1, and: 2 }])(
    'does not take %j',
    async (body) => {
      const before = readFileSync(file, 'utf8');
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { error: string }).error).toContain('byMs');
      expect(readFileSync(file, 'utf8')).toBe(before);
    },
  );
});
