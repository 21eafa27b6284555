import '@shopify/shopify-api/adapters/node';

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';

import { SHOP_DEFECTS } from './defects.ts';
import { NO_FAULTS } from './faults/settings.ts';
import type { ShopState } from './shops/shop-state.ts';
import { openState } from './state.ts';
import { accessTokenOf, askAdmin, TEST_CLIENT_ID, TEST_SECRET } from './testing/shop-client.ts';
import { CLEAN, PLANTED, testSandbox } from './testing/test-sandbox.ts';

const folders: string[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prahari-sandbox-start-'));
  folders.push(folder);
});
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

describe('a sandbox started again', () => {
  it('remembers what was mended, installed, granted, and the tokens', async () => {
    const first = await testSandbox({ folder });
    const token = await accessTokenOf(first, PLANTED);
    await first.core.mend(PLANTED, 'forms-without-captcha');
    await first.core.changeScopes(PLANTED, { grant: ['read_orders'] });
    await first.close();

    const second = await testSandbox({ folder });
    expect((await askAdmin(second, PLANTED, token, '{ shop { name } }')).status).toBe(200);
    const shop = second.core.describe(PLANTED);
    expect(shop?.defects.find(({ id }) => id === 'forms-without-captcha')?.isPresent).toBe(false);
    expect(shop?.scopes.granted).toContain('read_orders');
    expect(second.core.describe(CLEAN)?.isInstalled).toBe(false);
    await second.close();
  });

  it('keeps its state to its owner', async () => {
    const sandbox = await testSandbox({ folder });
    sandbox.core.install(PLANTED);
    await sandbox.close();
    expect(statSync(join(folder, 'state.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).not.toContain(TEST_SECRET);
  });

  it('sets a state of another shape aside and starts afresh', async () => {
    writeFileSync(join(folder, 'state.json'), JSON.stringify({ shape: 0, shops: 'old' }));
    const sandbox = await testSandbox({ folder });
    expect(sandbox.shops).toHaveLength(2);
    await sandbox.close();
    expect(readdirSync(folder)).toContain('state.json.shape-0');
  });

  it('fills in what an older sandbox did not hold, and leaves mended what was mended', async () => {
    const path = join(folder, 'state.json');
    const first = openState(folder, () => new Date());
    const older = structuredClone(first.state.shops).map((shop) => {
      const { commerce: _, ...kept } = shop;
      const { bulk: __, ...faults } = shop.faults;
      const locations = shop.locations.filter(({ name }) => name !== 'Surat stall');
      return { ...kept, faults, locations, hasFormCaptcha: true };
    });
    writeFileSync(path, JSON.stringify({ ...first.state, shops: older }));
    const [planted, clean] = openState(folder, () => new Date()).state.shops;
    const isPresent = (shop: ShopState | undefined) =>
      SHOP_DEFECTS.filter((defect) => shop && defect.isPresent(shop)).map(({ id }) => id);
    expect(isPresent(planted)).toEqual(SHOP_DEFECTS.map(({ id }) => id).filter((id) => id !== 'forms-without-captcha'));
    expect(planted?.locations.map(({ name }) => name)).toContain('Surat stall');
    expect([isPresent(clean), clean?.faults, clean?.commerce.ordersHeld]).toEqual([[], NO_FAULTS, 160]);
  });

  it('does not overwrite a damaged state, and says what to do', async () => {
    writeFileSync(join(folder, 'state.json'), '{"shape":1,"shops":[');
    await expect(testSandbox({ folder })).rejects.toThrow('Delete it to start the sandbox afresh');
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).toBe('{"shape":1,"shops":[');
  });
});

describe('an uninstall', () => {
  it('takes the tokens away, and an install brings the app’s own scopes back', async () => {
    const sandbox = await testSandbox({ folder });
    const token = await accessTokenOf(sandbox, PLANTED);
    await sandbox.core.mend(PLANTED, 'surplus-scope');
    await sandbox.core.changeScopes(PLANTED, { grant: ['read_orders'] });
    await sandbox.core.uninstall(PLANTED);
    expect((await askAdmin(sandbox, PLANTED, token, '{ shop { name } }')).status).toBe(401);
    sandbox.core.install(PLANTED);
    const scopes = sandbox.core.describe(PLANTED)?.scopes;
    expect(scopes?.granted).toEqual(scopes?.required);
    expect((await askAdmin(sandbox, PLANTED, token, '{ shop { name } }')).status).toBe(401);
    await sandbox.close();
  });
});

describe('the address of the embedded page', () => {
  it('is signed as the official library expects', async () => {
    const sandbox = await testSandbox({ folder, appUrl: 'http://localhost:3999' });
    const library = shopifyApi({
      apiKey: TEST_CLIENT_ID,
      apiSecretKey: TEST_SECRET,
      apiVersion: ApiVersion.October26,
      hostName: 'app.example',
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error },
    });
    const url = new URL(sandbox.core.appPageUrl(PLANTED, { path: '/alerts?status=open', locale: 'hi-IN' }));
    expect(url.origin + url.pathname).toBe('http://localhost:3999/alerts');
    const query = Object.fromEntries(url.searchParams);
    expect(query).toMatchObject({ status: 'open', embedded: '1', shop: PLANTED, locale: 'hi-IN' });
    expect(await library.utils.validateHmac(query)).toBe(true);
    expect(library.utils.sanitizeHost(query['host'] ?? '')).toBe(query['host']);
    const { sub } = await library.session.decodeSessionToken(query['id_token'] ?? '');
    expect(sub).toBe('551000011');
    await sandbox.close();
  });
});

describe('reloading', () => {
  it('tells listeners that the file was replaced, until they stop', async () => {
    const file = join(folder, 'index.html');
    writeFileSync(file, 'one');
    const sandbox = await testSandbox({ folder: join(folder, 'data'), reloadWhenChanges: file });
    const told = new Promise<string>((resolve) => {
      const stop = sandbox.core.onReload(() => {
        stop();
        resolve('told');
      });
    });
    writeFileSync(file, 'two');
    utimesSync(file, new Date(), new Date(Date.now() + 5_000)); // however coarse the file system's clock is
    expect(await told).toBe('told');
    await sandbox.close();
  });
});

describe('node sandbox/main.ts', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const run = (options: string[], env: Record<string, string>) =>
    spawn(process.execPath, [main, ...options], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const SECRETS = { SHOPIFY_CLIENT_ID: TEST_CLIENT_ID, SHOPIFY_CLIENT_SECRET: TEST_SECRET };

  it('prints one line when it is ready, and stops when told', async () => {
    const child = run(['--folder', folder, '--app-url', 'http://localhost:3999'], SECRETS);
    const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
    const ready = JSON.parse(line) as Record<string, unknown>;
    expect(ready).toEqual({
      ready: true,
      adminUrl: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      connectTo: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      caFile: join(folder, 'tls', 'ca.pem'),
      clockFile: join(folder, 'clock.json'),
      mailUrl: expect.stringMatching(/^smtp:\/\/127\.0\.0\.1:\d+$/),
      shops: [
        { domain: PLANTED, name: expect.any(String) },
        { domain: CLEAN, name: expect.any(String) },
      ],
    });
    expect((await fetch(String(ready['adminUrl']))).status).toBe(200);
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await code).toBe(0);
  });

  it.each([
    ['no folder', ['--app-url', 'http://localhost:1'], SECRETS],
    ['no app', ['--folder', '/tmp/nowhere'], SECRETS],
    ['no secret', ['--folder', '/tmp/nowhere', '--app-url', 'http://localhost:1'], {}],
  ])('says how to call it when there is %s', async (_what, options, env) => {
    const child = run(options, env);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
    expect(said).toContain('Usage: node sandbox/main.ts');
  });
});
