import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('names every missing variable, one a line, and ends with 2', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const environment = { PATH: process.env['PATH'], SHOPIFY_CLIENT_SECRET: 'short' };
  const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env: environment, encoding: 'utf8' });
  const named = stderr
    .split('\n')
    .filter((line) => /^[A-Z_]+ /.test(line))
    .map((line) => line.split(' ')[0]);
  expect([status, stdout]).toEqual([2, '']);
  expect(named).toEqual([
    'APP_URL',
    'MONGODB_URI',
    'REDIS_URL',
    'SHOPIFY_CLIENT_ID',
    'SHOPIFY_CLIENT_SECRET',
    'KEY_RING',
    'MAIL_URL',
    'METRICS_TOKEN',
  ]);
  expect(stderr).not.toContain('short');
});

it('does not begin under a law that it cannot read: one line for each thing to mend, before any store is opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-main-'));
  try {
    writeFileSync(join(folder, 'overrides.json'), '{"rates":[{"key":"5","ratePpm":18}]}');
    const environment = {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      APP_URL: 'http://localhost:1',
      MONGODB_URI: 'mongodb://no-such-host.example/prahari',
      REDIS_URL: 'redis://no-such-host.example',
      SHOPIFY_CLIENT_ID: 'invented-id',
      SHOPIFY_CLIENT_SECRET: 'an-invented-client-secret',
      KEY_RING: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      LAW_FOLDER: folder,
    };
    const main = join(import.meta.dirname, 'main.ts');
    const { status, stderr, stdout } = spawnSync(process.execPath, [main], { env: environment, encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('overrides.json: rates[0].effectiveFrom must be a day');
    expect(stderr).not.toContain('    at ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
