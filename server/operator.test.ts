import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from './listen.ts';
import type { Listener } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { createOperatorApp } from './operator.ts';

const TOKEN = 'an-invented-metrics-token';

describe('O3: the operator’s listener', () => {
  let isReady: () => Promise<boolean> = async () => true;
  let listener: Listener;
  const metrics = createMetrics({ withProcess: false });
  beforeAll(async () => {
    const app = createOperatorApp({ isReady: () => isReady(), registry: metrics.registry, metricsToken: TOKEN });
    listener = await listen(app, { host: '127.0.0.1', port: 0 });
  });
  afterAll(() => listener.close());
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${listener.port}${path}`, { headers });

  it('is alive', async () => {
    expect((await get('/healthz')).status).toBe(200);
  });

  it.each<[string, () => Promise<boolean>, number]>([
    ['ready', async () => true, 200],
    ['not ready', async () => false, 503],
    ['broken', () => Promise.reject(new Error('no store')), 503],
  ])('says when it is %s', async (_name, state, status) => {
    isReady = state;
    expect((await get('/readyz')).status).toBe(status);
  });

  it.each([
    ['nothing', {}, 401],
    ['another token', { authorization: 'Bearer an-invented-metrics-tokex' }, 401],
    ['the token without its scheme', { authorization: TOKEN }, 401],
    ['the token', { authorization: `Bearer ${TOKEN}` }, 200],
  ])('gives the metrics to %s: %j', async (_name, headers, status) => {
    expect((await get('/metrics', headers as Record<string, string>)).status).toBe(status);
  });

  it.each(['/', '/api/me', '/metrics/', '/debug'])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('labels calls by outcome only', async () => {
    metrics.adminCall('answered');
    metrics.webhook('accepted');
    const text = await (await get('/metrics', { authorization: `Bearer ${TOKEN}` })).text();
    expect(text).toContain('prahari_admin_api_calls_total{outcome="answered"} 1');
    expect(text).toContain('prahari_webhooks_total{outcome="accepted"} 1');
  });
});
