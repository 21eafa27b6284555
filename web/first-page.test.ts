/** @jest-environment node */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const MOST_SCRIPT_BYTES = 200 * 1024;
const MOST_STYLE_BYTES = 60 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

let folder = '';
let manifest: Record<string, Chunk> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prahari-web-'));
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', folder], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
  });
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as typeof manifest;
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The entry and everything that it imports before it runs. */
function firstChunks(): Chunk[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    manifest[name]?.imports?.forEach(visit);
  };
  Object.keys(manifest)
    .filter((name) => manifest[name]?.isEntry)
    .forEach(visit);
  return [...seen].flatMap((name) => manifest[name] ?? []);
}

async function gzippedBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('the first page', () => {
  it('needs less than 200 KB of script and 60 KB of style, gzipped', async () => {
    const chunks = firstChunks();
    expect(chunks.length).toBeGreaterThan(0);
    expect(await gzippedBytes(chunks.map(({ file }) => file))).toBeLessThan(MOST_SCRIPT_BYTES);
    expect(await gzippedBytes(chunks.flatMap(({ css }) => css ?? []))).toBeLessThan(MOST_STYLE_BYTES);
  });

  it('brings no chart, no table of alerts, no checks and no Hindi', () => {
    const first = new Set(firstChunks().map(({ file }) => file));
    const later = ['trend-card.tsx', 'alerts-page.tsx', 'alert-message.tsx', 'hi/index.ts'].map((name) =>
      Object.entries(manifest).find(([key]) => key.endsWith(name)),
    );
    expect(later.map((entry) => entry !== undefined && !first.has(entry[1].file))).toEqual([true, true, true, true]);
  });

  it('loads App Bridge before anything of ours, and runs no script of the page itself', async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts[0]?.[1]).toContain('src="__PRAHARI_APP_BRIDGE_URL__"');
    expect(scripts[0]?.[1]).not.toMatch(/async|defer|module/);
    expect(html.indexOf('__PRAHARI_APP_BRIDGE_URL__')).toBeLessThan(html.indexOf('modulepreload'));
    expect(scripts.map(([, , body]) => body)).toEqual(scripts.map(() => ''));
  });
});
