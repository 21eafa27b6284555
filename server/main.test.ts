import { spawnSync } from 'node:child_process';
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
    'METRICS_TOKEN',
  ]);
  expect(stderr).not.toContain('short');
});
