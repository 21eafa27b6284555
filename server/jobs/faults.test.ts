import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVIDENCE_KINDS } from '../../core/evidence/kinds.ts';
import { fakeAdmin, shopAnswers } from '../../test/fake-admin.ts';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { until } from '../../test/until.ts';
import { alertModel } from '../models/alert.ts';
import { scanModel } from '../models/scan.ts';
import { shopModel } from '../models/shop.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { AdminUnreachableError, TokenRefusedError } from '../shopify/admin-errors.ts';
import { SCAN_DEADLINE_MS } from '../shop/scans.ts';

const SHOP = 'marigold.myshopify.com';
const SCOPES = ['read_themes'];
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

let system: TestProduct;
beforeEach(async () => {
  system = await testProduct();
});
afterEach(() => system.close());

const scansOf = (shop: string) => scanModel(system.store.connection).find({ shop }).sort({ requestedAt: 1 }).lean();
const alertsOf = (shop: string) => alertModel(system.store.connection).find({ shop }).lean();
const shopOf = (shop: string) => shopModel(system.store.connection).findOne({ shop }).lean().orFail();
const ended = (shop: string, count: number) =>
  until(`${count} scans of ${shop} ended`, async () => {
    const scans = await scansOf(shop);
    return scans.filter(({ active }) => !active).length >= count && scans;
  });

describe('faults of the pipeline', () => {
  it('takes up the scan of a worker that was killed', async () => {
    const worker = spawn(process.execPath, [join(import.meta.dirname, '../../test/stuck-worker.ts')], {
      env: {
        PATH: process.env.PATH,
        STORE_URI: system.store.uri,
        REDIS_URL: system.redis.url,
        KEY_RING: system.keyRing,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await system.product.lifecycle.installed(SHOP, SCOPES);
    await until('all collectors but the theme answered', async () => {
      const [scan] = await scansOf(SHOP);
      return scan && Object.keys(scan.outcomes as object).length === EVIDENCE_KINDS.length - 1;
    });
    worker.kill('SIGKILL');
    await once(worker, 'exit');

    await system.product.startWorker();
    const scans = await ended(SHOP, 1);
    expect(scans).toMatchObject([{ state: 'done', outcomes: { theme: 'collected', shop: 'collected' } }]);
    const alerts = await alertsOf(SHOP);
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.every(({ history }) => history.length === 1)).toBe(true);
  });

  it('rebuilds a wiped queue from the store: each of fifty due shops is scanned once', async () => {
    const shops = Array.from({ length: 50 }, (_, index) => `seller-${index}.myshopify.com`);
    for (const shop of shops) await system.product.lifecycle.installed(shop, SCOPES);
    await system.redis.wipe();
    system.clock.pass(30_000);
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 50, ended: 0 });
    await system.redis.wipe();
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 50, ended: 0 });
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 0, ended: 0 });
    await system.product.startWorker();
    for (const shop of shops) {
      expect((await ended(shop, 1)).map(({ state }) => state)).toEqual(['done']);
    }
    const fingerprints = await Promise.all(shops.map(async (shop) => (await alertsOf(shop)).length));
    expect(new Set(fingerprints).size).toBe(1);
  }, 60_000);

  it('starts one scan however many sweeps see the shop due', async () => {
    const other = await system.another();
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, SCOPES);
    await ended(SHOP, 1);
    system.clock.pass(WEEK_MS);
    const sweeps = await Promise.all([1, 2, 3, 4].flatMap(() => [system.product.sweep(), other.sweep()]));
    await ended(SHOP, 2);
    expect(sweeps.reduce((sum, { begun }) => sum + begun, 0)).toBe(1);
    expect(await scansOf(SHOP)).toHaveLength(2);
    expect((await shopOf(SHOP)).nextCheckAt.getTime()).toBeGreaterThan(system.clock.now().getTime());
  });

  it('stops when Shopify refuses the token, judges nothing of half a look, and goes on after a visit', async () => {
    const answers = shopAnswers();
    system.shops.set(SHOP, {
      ...answers,
      Policies: () => {
        throw new TokenRefusedError();
      },
    });
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, SCOPES);
    expect(await ended(SHOP, 1)).toMatchObject([{ state: 'failed', failure: 'token-refused' }]);
    expect(await alertsOf(SHOP)).toEqual([]);
    await until('the shop waits for a visit', async () => (await shopOf(SHOP)).status === 'needsVisit');
    system.clock.pass(WEEK_MS);
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 0, ended: 0 });

    system.shops.set(SHOP, answers);
    await system.product.lifecycle.visited(SHOP);
    await system.product.sweep();
    const [, second] = await ended(SHOP, 2);
    expect(second).toMatchObject({ state: 'done' });
  });

  it('costs no other kind its evidence when one collector fails', async () => {
    system.shops.set(SHOP, {
      ...shopAnswers(),
      Locations: () => {
        throw new AdminUnreachableError();
      },
      Privacy: () => ({ privacySettings: 'none of our business' }),
    });
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, SCOPES);
    expect(await ended(SHOP, 1)).toMatchObject([
      { state: 'done', outcomes: { locations: 'unavailable', privacy: 'unavailable', shop: 'collected' } },
    ]);
  });

  it('stops the scan of an install that ended, and scans the next install anew', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answers = shopAnswers();
    const files = answers.ThemeFileList;
    system.shops.set(SHOP, {
      ...answers,
      ThemeFileList: async (variables) => {
        await held;
        return files?.(variables);
      },
    });
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, SCOPES);
    await until('the theme is asked for', async () => {
      const [scan] = await scansOf(SHOP);
      return scan && Object.keys(scan.outcomes as object).length === EVIDENCE_KINDS.length - 1;
    });
    system.clock.pass(1_000);
    await system.product.lifecycle.uninstalled(SHOP, system.clock.now());
    expect(system.forgotten).toEqual([SHOP]);
    system.clock.pass(1_000);
    await system.product.lifecycle.installed(SHOP, SCOPES);
    release();
    const [old, fresh] = await ended(SHOP, 2);
    expect(old).toMatchObject({ state: 'failed', failure: 'uninstalled', install: 1 });
    expect(fresh).toMatchObject({ state: 'done', install: 2 });
    const snapshots = await snapshotModel(system.store.connection).find({ shop: SHOP }).lean();
    expect(snapshots.map(({ _id }) => String(_id))).toEqual([String(fresh?._id)]);

    // A late notice of the first uninstall changes nothing.
    await system.product.lifecycle.uninstalled(SHOP, new Date(system.clock.now().getTime() - MINUTE_MS));
    expect((await shopOf(SHOP)).status).toBe('installed');
  });

  it('ends a scan past its deadline where people see it, and tries again', async () => {
    await system.product.lifecycle.installed(SHOP, SCOPES);
    system.clock.pass(SCAN_DEADLINE_MS);
    expect(await system.product.sweep()).toEqual({ begun: 0, resumed: 0, ended: 1 });
    expect(await scansOf(SHOP)).toMatchObject([{ state: 'failed', failure: 'deadline' }]);
    await system.product.startWorker();
    system.clock.pass(MINUTE_MS);
    await system.product.sweep();
    expect((await ended(SHOP, 2)).map(({ state }) => state)).toEqual(['failed', 'done']);
  });

  it('keeps ids alone in Redis: no evidence, no GSTIN, no token', async () => {
    const canary = 'canary-of-the-theme.example';
    const files = [
      { filename: 'layout/theme.liquid', checksumMd5: 'a', content: `<script src="https://${canary}/x.js"></script>` },
    ];
    system.shops.set(SHOP, {
      ...shopAnswers({ files }),
      Privacy: () => {
        throw new Error(`broken by ${canary}`);
      },
    });
    await system.product.startWorker();
    await system.product.lifecycle.installed(SHOP, SCOPES);
    await ended(SHOP, 1);
    expect(await system.redis.words()).not.toContain('canary');
  });

  it('scans once when twenty first requests come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => system.product.lifecycle.installed(SHOP, SCOPES)));
    await system.product.startWorker();
    expect(await ended(SHOP, 1)).toHaveLength(1);
  });
});

describe('the fake shop', () => {
  it('fails on a question that it does not know', async () => {
    await expect(fakeAdmin({}).query('query Unknown { shop { id } }')).rejects.toThrow('Unknown');
  });
});
