import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import Koa from 'koa';
import { assets } from '../../server/http/app-shell.ts';
import type { AppState } from '../../server/http/state.ts';
import { launchChromium } from '../launch-chromium.ts';
import { ms, times, type BenchLine } from './table.ts';
import { percentile } from './timing.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WEB = join(ROOT, 'dist/web');
const PEER_FILES = ['core', 'language-common', 'language-en'].map(
  (name) => `node_modules/@zxcvbn-ts/${name}/dist/zxcvbn-ts.js`,
);
const STARTS = 5;
/** As people choose them, typed letter by letter. */
const TYPED = [
  'Jaishreeram@1',
  'Mumbai2026!',
  'teal-otter-cabinet',
  'Kavya@marigold7',
  'q1w2e3r4t5',
  'rWibMFACxAUGZmxh',
  'Password@123',
  'chai-Peepal 42',
];
const READY_MS = 400;
const KEY_MS = 50;

/** What one start and each key took. */
interface Measured {
  readonly readyMs: number;
  readonly keysMs: number[];
}

/**
 * The self-check's worker in Chromium: how soon it can judge, and how long a keystroke waits for its verdict. The peer is
 * the same engine with its own dictionaries and nothing of ours, on the main thread of the same page.
 */
export async function benchPasswordWorker(): Promise<BenchLine[]> {
  const [worker] = globSync('assets/password.worker-*.js', { cwd: WEB });
  if (worker === undefined) throw new Error('The web build has no password worker. Run "npm run build".');
  const server = await serve();
  const browser = await launchChromium();
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const [ours, peer]: Measured[][] = [[], []];
    for (let n = 0; n < STARTS; n += 1) {
      // A page of its own for each, so that none finds what another has compiled.
      for (const [into, script] of [
        [ours, measureWorker(`/${worker}`)],
        [peer, measurePeer()],
      ] as const) {
        const page = await browser.newPage();
        await page.goto(url);
        into?.push(await page.evaluate<Measured>(script));
        await page.close();
      }
    }
    const medians = (read: (measured: Measured) => readonly number[]) =>
      [ours, peer].map((all = []) => percentile(all.flatMap(read), 0.5));
    const ready = medians((measured) => [measured.readyMs]);
    const key = medians((measured) => measured.keysMs);
    return [
      line('password worker: ready to judge', ready, READY_MS),
      line('password worker: one keystroke, median', key, KEY_MS),
    ];
  } finally {
    await browser.close();
    await new Promise((closed) => server.close(closed));
  }
}

function line(what: string, [ours = 0, peer = 0]: readonly number[], goalMs: number): BenchLine {
  return {
    what,
    ours: ms(ours),
    peer: `zxcvbn-ts, all dictionaries, main thread ${ms(peer)}`,
    ratio: times(ours / peer),
    goal: `< ${goalMs} ms`,
    isMet: ours < goalMs,
  };
}

/** Our assets as the app serves them, the peer's files, and an empty page. */
async function serve(): Promise<Server> {
  const app = new Koa<AppState>();
  app.use(assets({ folder: WEB, isDevelopment: true }));
  app.use((ctx) => {
    const peer = PEER_FILES[Number(/^\/peer\/(\d)$/.exec(ctx.path)?.[1] ?? Number.NaN)];
    ctx.type = peer === undefined ? 'html' : 'js';
    ctx.body = peer === undefined ? '<!doctype html><title>bench</title>' : readFileSync(join(ROOT, peer));
  });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

// What runs inside the page is text: it knows nothing of this file.

const EACH_KEY = `
  const keysMs = [];
  for (const password of ${JSON.stringify(TYPED)}) {
    for (let length = 1; length <= password.length; length += 1) {
      const typedAt = performance.now();
      await judge(password.slice(0, length));
      keysMs.push(performance.now() - typedAt);
    }
  }
  return { readyMs, keysMs };`;

const measureWorker = (address: string): string => `(async () => {
  const answer = (kind) => new Promise((done) => {
    const hear = ({ data }) => {
      if (data.kind !== kind) return;
      worker.removeEventListener('message', hear);
      done();
    };
    worker.addEventListener('message', hear);
  });
  const startedAt = performance.now();
  const worker = new Worker(${JSON.stringify(address)}, { type: 'module' });
  await answer('ready');
  const readyMs = performance.now() - startedAt;
  worker.postMessage({ kind: 'words', words: ['marigold', 'kavya', 'iyer'] });
  const judge = (password) => {
    const judged = answer('judged');
    worker.postMessage({ kind: 'judge', password });
    return judged;
  };
  ${EACH_KEY}
})()`;

const measurePeer = (): string => `(async () => {
  const startedAt = performance.now();
  for (const at of [0, 1, 2]) {
    const script = document.createElement('script');
    script.src = '/peer/' + at;
    await new Promise((done, failed) => {
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }
  const common = zxcvbnts['language-common'];
  const engine = new zxcvbnts.core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...zxcvbnts['language-en'].dictionary },
    graphs: common.adjacencyGraphs,
  });
  const readyMs = performance.now() - startedAt;
  const judge = (password) => engine.check(password);
  ${EACH_KEY}
})()`;
