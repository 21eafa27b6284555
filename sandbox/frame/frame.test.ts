import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import type { AppPage } from '../core.ts';
import { PLANTED, testSandbox } from '../testing/test-sandbox.ts';
import { aShop, coreWith } from './fake-core.ts';
import { frameRouter } from './router.ts';
import { bridgeScript } from './scripts.ts';

describe('the admin frame', () => {
  const asked: AppPage[] = [];
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    const app = new Koa();
    app.use(frameRouter(coreWith(aShop(), { asked })).routes());
    server = createServer((request, response) => void app.callback()(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const page = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
    (await fetch(origin + path, { headers })).text();

  it('lists the shops, with their names as text', async () => {
    const text = await page('/');
    expect(text).toContain('/store/namuna/apps/prahari');
    expect(text).toContain('Namuna &#60;Shop&#62;');
    expect(text).not.toContain('<Shop>');
  });

  it.each([
    ['/store/namuna/apps/prahari', '/'],
    ['/store/namuna/apps/prahari/alerts', '/alerts'],
    ['/store/namuna/apps/prahari/alerts?status=open', '/alerts?status=open'],
  ])('%s shows the app at %s', async (address, path) => {
    const text = await page(address);
    expect(asked.at(-1)).toEqual({ path, userId: '1', locale: 'en-IN' });
    expect(text).toContain('<iframe');
  });

  it('looks with the eyes of the chosen person, in the chosen language', async () => {
    await page('/store/namuna/apps/prahari', { Cookie: 'sandbox-person-namuna=2; sandbox-locale=hi-IN' });
    expect(asked.at(-1)).toEqual({ path: '/', userId: '2', locale: 'hi-IN' });
  });

  it.each(['3', '', '<script>'])('falls back to the owner for a person that is not there: %j', async (person) => {
    await page('/store/namuna/apps/prahari', { Cookie: `sandbox-person-namuna=${encodeURIComponent(person)}` });
    expect(asked.at(-1)?.userId).toBe('1');
  });

  it('shows on the page that an alert leads to what can be mended there', async () => {
    const home = await page('/store/namuna/apps/prahari');
    const place = /href="(\/store\/namuna\/(?!apps)[^"]+)"/.exec(home)?.[1] ?? '';
    const settings = await page(place);
    expect(settings).toContain('data-act="mend"');
    expect(settings).toContain('Forms without captcha');
    expect(settings).not.toContain('No GSTIN entered');
  });

  it.each([
    ['/orders', 'Orders'],
    ['/products/5510000108', 'Wedding lehenga'],
    ['/products/5510000108/variants/55100001081', 'Wedding lehenga'],
    ['/settings/taxes', 'Taxes and duties'],
    ['/companies', 'Companies'],
  ])('shows the figures of %s, with what is wrong there', async (path, title) => {
    const sandbox = await testSandbox();
    try {
      const text = await (await fetch(`${sandbox.adminUrl}/store/vastra-niketan${path}`)).text();
      expect(text).toContain(`<h1>${title}</h1>`);
      expect([text.includes('<td>'), text.includes('data-act="mend"')]).toEqual([true, true]);
    } finally {
      await sandbox.close();
    }
  });

  it('leads from a planted order to its page and its button, and tells of orders that are gone', async () => {
    const sandbox = await testSandbox();
    try {
      const defect = sandbox.core.describe(PLANTED)?.defects.find(({ id }) => id === 'order-sent-from-another-state');
      const [path = ''] = defect?.adminPaths ?? [];
      const text = await (await fetch(`${sandbox.adminUrl}/store/vastra-niketan${path}`)).text();
      expect(text).toContain('sent from Surat stall');
      expect(text).toContain('data-defect="order-sent-from-another-state"');
      const gone = await (await fetch(`${sandbox.adminUrl}/store/vastra-niketan/orders/1`)).text();
      expect(gone).toContain('The shop holds no such order');
    } finally {
      await sandbox.close();
    }
  });

  it('says so on a page where nothing is wrong', async () => {
    expect(await page('/store/namuna/settings/nothing-here')).toContain('Nothing on this page is wrong.');
  });

  it.each(['/store/unknown/apps/prahari', '/store/unknown/settings/general'])(
    'knows no such shop: %s',
    async (path) => {
      expect((await fetch(origin + path)).status).toBe(404);
    },
  );

  it.each([
    ['/frame/main.ts', 200],
    ['/frame/absent.ts', 404],
    ['/frame/..%2f..%2fpackage.json', 404],
    ['/frame/..%2Fprotocol.ts', 404],
  ])('serves its own modules and no other file: %s', async (path, status) => {
    const answer = await fetch(origin + path);
    expect(answer.status).toBe(status);
    if (status === 200) expect(await answer.text()).not.toContain('interface ');
  });

  it('offers to install where the app is not', async () => {
    const app = new Koa();
    app.use(frameRouter(coreWith(aShop({ isInstalled: false }))).routes());
    const other = createServer((request, response) => void app.callback()(request, response)).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const text = await (
      await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/store/namuna/apps/prahari`)
    ).text();
    await new Promise((closed) => other.close(closed));
    expect(text).toContain('data-act="install"');
    expect(text).not.toContain('<iframe');
  });
});

describe('the App Bridge stand-in', () => {
  it('is one script without imports, exports and types', () => {
    const script = bridgeScript();
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/^(import|export) /m);
  });
});
