import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listen, type Listener } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { isPasswordHash, passwordGate, passwordHash } from './operator-password.ts';
import { createOperatorApp } from './operator.ts';
import type { OperatorFigures } from './rhythm/operator-desk.ts';

const PASSWORD = 'an invented password of नमस्ते';
const basic = (password: string) => `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`;
const FIGURES: OperatorFigures = {
  queue: {
    states: { wait: 3, active: 1, failed: 2 },
    byJob: new Map([['read-people', { wait: 3 }]]),
    oldestWaitingAt: new Date('2026-11-23T03:29:00.000Z'),
  },
  failed: [
    { job: 'read-people', code: 'internal', count: 2, oldestAt: new Date('2026-11-22T00:00:00.000Z') },
    { job: '<script>alert(1)</script>', code: '"><img src=x>', count: 1, oldestAt: new Date(0) },
  ],
  parkedDeliveries: 7,
  waitingDeliveries: 5,
  shops: { installed: 11, needsVisit: 1, frozen: 2, uninstalled: 4 },
};

let hash: string;
beforeAll(async () => {
  hash = await passwordHash(PASSWORD);
});

describe('O3: the operator’s password', () => {
  it('is kept as a hash with a salt of its own', async () => {
    const again = await passwordHash(PASSWORD);
    expect([isPasswordHash(hash), isPasswordHash(again), again === hash]).toEqual([true, true, false]);
    expect(hash).not.toContain('invented');
  });

  it.each(['', 'scrypt', 'hunter2', 'scrypt:short:short', `${'scrypt:'}${'a'.repeat(66)}`])('%j is no hash', (text) => {
    expect(isPasswordHash(text)).toBe(false);
  });

  it.each([
    ['the right one', basic(PASSWORD), 'open'],
    ['the right one in another form of Unicode', basic(PASSWORD.normalize('NFD')), 'open'],
    ['a wrong one', basic('a wrong one'), 'wrong'],
    ['none', '', 'wrong'],
    ['an empty one', basic(''), 'wrong'],
    ['no colon', `Basic ${Buffer.from('operator').toString('base64')}`, 'wrong'],
    ['another scheme', `Bearer ${PASSWORD}`, 'wrong'],
    ['a very long one', basic('x'.repeat(201)), 'wrong'],
  ])('%s: %s', async (_name, header, answer) => {
    expect(await passwordGate({ hash, clock: { now: () => new Date(0) } }).judge(header)).toBe(answer);
  });

  it('is looked at five times a minute, however many guesses come at once; who is in stays in', async () => {
    let now = 0;
    const gate = passwordGate({ hash, clock: { now: () => new Date(now) } });
    expect(await gate.judge(basic(PASSWORD))).toBe('open');
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => gate.judge(basic(`guess ${n}`))));
    expect(guesses.filter((answer) => answer === 'wrong')).toHaveLength(5);
    expect(guesses.filter((answer) => answer === 'wait')).toHaveLength(7);
    expect(await gate.judge(basic(PASSWORD))).toBe('open');
    now += 60_001;
    expect(await gate.judge(basic('guess again'))).toBe('wrong');
  });

  it('that is right does not pass after five misses, until a minute has gone', async () => {
    let now = 0;
    const gate = passwordGate({ hash, clock: { now: () => new Date(now) } });
    for (let n = 0; n < 5; n += 1) await gate.judge(basic(`guess ${n}`));
    expect(await gate.judge(basic(PASSWORD))).toBe('wait');
    now += 60_001;
    expect(await gate.judge(basic(PASSWORD))).toBe('open');
  });
});

describe('O3: the queue page', () => {
  let listener: Listener;
  let acts: string[];
  const open = async (withPassword: boolean) => {
    const { registry } = createMetrics({ withProcess: false });
    const desk = {
      figures: async () => FIGURES,
      retry: async ({ job, code }: { job: string; code: string }) => acts.push(`retry ${job} ${code}`),
      remove: async ({ job, code }: { job: string; code: string }) => acts.push(`remove ${job} ${code}`),
    };
    const queue = { desk, hash, clock: { now: () => new Date('2026-11-23T03:30:00.000Z') } };
    const app = createOperatorApp({
      ...{ isReady: async () => true, registry, metricsToken: 'an-invented-metrics-token' },
      queue: withPassword ? queue : null,
    });
    listener = await listen(app, { host: '127.0.0.1', port: 0 });
  };
  beforeEach(() => {
    acts = [];
  });
  afterEach(() => listener.close());

  const ask = (init: RequestInit = {}, password: string | null = PASSWORD) =>
    fetch(`http://127.0.0.1:${listener.port}/queue`, {
      ...init,
      headers: { ...(password !== null && { authorization: basic(password) }), ...init.headers },
    });
  const press = (fields: Record<string, string>, init: RequestInit = {}) =>
    ask({ method: 'POST', body: new URLSearchParams(fields), ...init });
  const tokenOf = async () => /name="token" value="([^"]+)"/.exec(await (await ask()).text())?.[1] ?? '';

  it('is not there without a password of the operator', async () => {
    await open(false);
    expect((await ask()).status).toBe(404);
    expect((await press({ act: 'remove' })).status).toBe(404);
  });

  it.each([
    ['no password', null],
    ['a wrong one', 'wrong'],
  ])('shows nothing to %s', async (_name, password) => {
    await open(true);
    const answer = await ask({}, password);
    expect([answer.status, answer.headers.get('WWW-Authenticate')?.startsWith('Basic ')]).toEqual([401, true]);
    expect(await answer.text()).not.toContain('read-people');
    const pressed = await fetch(`http://127.0.0.1:${listener.port}/queue`, { method: 'POST', body: 'act=retry' });
    expect([pressed.status, acts]).toEqual([401, []]);
  });

  it('shows counts, how long the oldest waits, failures by code, notices that are parked and shops by status', async () => {
    await open(true);
    const text = await (await ask()).text();
    for (const words of ['read-people', 'The oldest job has waited for 60 s.', 'internal', 'parked', 'frozen', '>7<']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/myshopify|gid:/);
  });

  it('draws foreign text as text, runs nothing and loads nothing', async () => {
    await open(true);
    const answer = await ask();
    const text = await answer.text();
    expect(text).not.toMatch(/<(script|img|link|iframe)\b|https?:\/\//);
    expect(text).toContain('&lt;script&gt;');
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(['retry', 'remove'])('does what its button says: %s', async (act) => {
    await open(true);
    const answer = await press({ act, job: 'read-people', code: 'internal', token: await tokenOf() });
    expect([answer.status, acts]).toEqual([200, [`${act} read-people internal`]]);
    expect(await answer.text()).toContain('role="status"');
  });

  it.each<[string, (token: string) => Promise<Response>]>([
    ['no token', () => press({ act: 'remove', job: 'read-people', code: 'internal' })],
    ['another token', () => press({ act: 'remove', job: 'read-people', code: 'internal', token: 'x'.repeat(43) })],
    ['an unknown act', (token) => press({ act: 'drop', job: 'read-people', code: 'internal', token })],
    ['a word that is none', (token) => press({ act: 'remove', job: '<b>', code: 'internal', token })],
    ['a field more', (token) => press({ act: 'remove', job: 'read-people', code: 'internal', token, shop: 'x' })],
    ['a field twice', (token) => ask(form(`act=remove&act=retry&job=read-people&code=internal&token=${token}`))],
    ['JSON', (token) => ask({ method: 'POST', body: JSON.stringify({ act: 'remove', token }) })],
    [
      'a long body',
      (token) => ask(form(`act=remove&job=read-people&code=internal&token=${token}${' '.repeat(3_000)}`)),
    ],
  ])('is pressed by nobody else: %s', async (_name, send) => {
    await open(true);
    const answer = await send(await tokenOf());
    expect([answer.status, acts]).toEqual([403, []]);
  });

  it('takes no other method', async () => {
    await open(true);
    expect((await ask({ method: 'PUT' })).status).toBe(405);
  });
});

const form = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
