import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore } from '../store.ts';
import type { TestStore } from '../store.ts';
import { testRedis } from '../redis.ts';
import type { TestRedis } from '../redis.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const HOST = 'prahari.example';
const DEPD_WITHOUT_EVAL = join(import.meta.dirname, 'depd-without-eval.ts');

/** What people and programs try on every address that they find. */
const KNOWN_PATHS = [
  ...['.git/config', '.git/HEAD', '.env', '.env.production', '.npmrc', '.htaccess', '.DS_Store', '.ssh/id_rsa'],
  ...['package.json', 'package-lock.json', 'node_modules/koa/package.json', 'Dockerfile', 'compose.yaml'],
  ...['server/main.js', 'server/main.js.map', 'dist/server/main.js', 'core/judge.js', 'assets/index.js.map'],
  ...['.vite/manifest.json', 'assets/../index.html', 'web/index.html', 'index.html', 'config.json', 'backup.sql'],
  ...['metrics', 'healthz', 'readyz', 'health', 'status', 'server-status', 'debug', 'debug/pprof/', 'console'],
  ...['admin', 'admin/queues', 'queues', 'bull', 'graphql', 'graphiql', 'swagger.json', 'api-docs', 'actuator/env'],
  ...['sandbox', 'sandbox/shops', 'frame/reload', 'shopifycloud/app-bridge.js', 'embedded', 'test', 'wp-login.php'],
  ...[
    'phpinfo.php',
    'cgi-bin/test.cgi',
    '.well-known/security.txt',
    '%2e%2e/%2e%2e/etc/passwd',
    '..%2f..%2fetc/passwd',
  ],
];

let folder: string;
let store: TestStore;
let redis: TestRedis;
let server: ChildProcess;
let ended: Promise<unknown>;
let port = 0;
const lines: string[] = [];

/** The server as `npm run build` makes it, in a folder of its own, with the pages that are built. */
async function build(): Promise<string> {
  const into = await mkdtemp(join(tmpdir(), 'prahari-built-'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', into], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {},
  });
  if (compiled.status !== 0) throw new Error(compiled.stdout);
  for (const table of globSync('{core,server}/**/*.json', { cwd: ROOT })) {
    if (!table.endsWith('tsconfig.json')) await cp(join(ROOT, table), join(into, table));
  }
  await symlink(join(ROOT, 'node_modules'), join(into, 'node_modules'));
  await symlink(join(ROOT, 'dist/web'), join(into, 'web'));
  await writeFile(join(into, 'package.json'), '{"type":"module"}');
  return into;
}

function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((answered, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { Host: HOST, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => answered({ status: answer.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(async () => {
  folder = await build(); // holds this process up, so nothing that must answer in time goes on beside it
  [store, redis] = await Promise.all([openTestStore(), testRedis()]);
  const withoutCode = ['--disallow-code-generation-from-strings', '--import', DEPD_WITHOUT_EVAL];
  server = spawn(process.execPath, [...withoutCode, join(folder, 'server/main.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ NODE_ENV: 'production', ROLE: 'all', PORT: '0', OPERATOR_PORT: '0', APP_URL: `https://${HOST}` },
      ...{ MONGODB_URI: store.uri, REDIS_URL: redis.url, KEY_RING: `k1:${randomBytes(32).toString('base64')}` },
      ...{ SHOPIFY_CLIENT_ID: 'an-invented-client', SHOPIFY_CLIENT_SECRET: randomBytes(16).toString('hex') },
      METRICS_TOKEN: randomBytes(16).toString('hex'),
      MAIL_URL: 'off',
    },
  });
  ended = once(server, 'close');
  const ready = new Promise<void>((resolved, rejected) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (!line.includes('"msg":"ready"')) return;
        port = (JSON.parse(line) as { port: number }).port;
        resolved();
      });
    }
    void ended.then(() => rejected(new Error(lines.slice(-20).join('\n'))));
  });
  await ready;
}, 90_000);

afterAll(async () => {
  server.kill('SIGTERM');
  await ended;
  await Promise.all([store.close(), redis.close()]);
  await rm(folder, { recursive: true, force: true });
});

describe('I3: the built server without code from strings', () => {
  it('starts, and answers', async () => {
    expect((await ask('/')).status).toBe(400);
    expect((await ask('/api/home')).status).toBe(401);
    expect(lines.join()).not.toContain('Code generation from strings');
  });
});

describe('O5: what production tells a stranger', () => {
  it.each([...new Set(KNOWN_PATHS)].map((path) => [`/${path}`]))('nothing at %s', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    const said = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(said).sort()).toEqual(['requestId', 'status', 'title', 'type']);
    expect(said).toMatchObject({ type: 'not-found', status: 404 });
  });

  it('tries at least forty doors', () => {
    expect(new Set(KNOWN_PATHS).size).toBeGreaterThanOrEqual(40);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a malformed address', '/%E0%A4%A', {}],
    ['a malformed id', '/api/alerts/%00', { authorization: 'Bearer a.b.c' }],
    ['a broken token', '/api/home', { authorization: `Bearer ${'x.'.repeat(500)}` }],
    ['another name', '/', { Host: 'evil.example' }],
  ])('no stack, no place, no version: %s', async (_name, path, headers) => {
    const { status, text } = await ask(path, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.js:\d|\bat \S+ \(|koa|node\/|v?24\./i);
  });

  it('has no header that names what runs', async () => {
    const answer = await new Promise<readonly string[]>((resolved, reject) => {
      request({ host: '127.0.0.1', port, path: '/', headers: { Host: HOST } }, (got) => {
        got.resume();
        resolved(Object.keys(got.headers));
      })
        .on('error', reject)
        .end();
    });
    expect(answer.filter((name) => /powered|server|version|via/.test(name))).toEqual([]);
  });
});

describe('X7: the build', () => {
  const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: folder }).map((file) => join(folder, file));

  it('has no file of the sandbox, the embedded store or the tests, and no map', () => {
    const own = globSync('{server,core,sandbox,embedded,test,scripts}/**/*', { cwd: folder });
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((file) => /^(sandbox|embedded|test|scripts)\/|\.test\.|\.map$|testing/.test(file))).toEqual([]);
  });

  it('has no word of theirs either: neither the stub of App Bridge nor its control paths', () => {
    const files = [...filesOf('{server,core}/**/*.js'), ...filesOf('web/{index.html,assets/*}')];
    const marks =
      /prahariSandbox|sandbox-locale|\/sandbox\/|frame\/reload|startEmbeddedStore|['"]mingo['"\/]|from ['"]lmdb|TEST_LOG/;
    expect(files.filter((file) => marks.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(files.some((file) => file.includes('/web/'))).toBe(existsSync(join(ROOT, 'dist/web/index.html')));
  });
});
