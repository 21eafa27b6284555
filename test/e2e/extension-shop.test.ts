import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import type { Browser, Page } from 'playwright-core';
import { slot } from '../../sandbox/checkout/page.ts';
import { extensionRouter } from '../../sandbox/extensions/router.ts';
import { readObject } from '../../sandbox/read-body.ts';
import type { ShopState } from '../../sandbox/shops/shop-state.ts';
import { launchChromium } from './chromium.ts';
import { APP_URL, frameOf } from './extension-page.ts';

const TARGET = 'purchase.checkout.block.render';
const CUSTOMER = 'gid://shopify/Customer/7';

/** A page of an invented shop with one slot; attributes are taken but for those named "full". */
function shopPage(written: object[]): Koa {
  const koa = new Koa();
  koa.use(async (ctx, next) => {
    ctx.state['shop'] = { domain: 'namuna.myshopify.com' } satisfies Partial<ShopState>;
    await next();
  });
  koa.use(
    extensionRouter({
      root: path.join(import.meta.dirname, 'extension-fixtures'),
      appUrl: APP_URL,
      faults: { kind: 'none' },
      buyerToken: ({ domain }, customer) => `${domain} for ${customer ?? 'nobody'}`,
    }).routes(),
  );
  koa.use(async (ctx) => {
    if (ctx.method === 'POST') {
      written.push((await readObject(ctx)) ?? {});
      ctx.status = ctx.path === '/full' ? 422 : 204;
      if (ctx.path === '/full') ctx.body = { message: 'The cart is full.' };
      return;
    }
    const state = {
      customerId: ctx.path === '/signed-in' ? CUSTOMER : null,
      attributes: [{ key: 'note', value: '</script><b>1</b>' }],
      shippingAddress: { countryCode: 'IN', provinceCode: 'MH' },
      attributesUrl: ctx.path === '/full' ? '/full' : '/attributes',
    };
    ctx.type = 'html';
    ctx.body = `<!doctype html><html lang="hi"><title>Shop</title><script src="/sandbox-extension-host/host.js" defer></script>
      <main><h1>Shop</h1>${slot(TARGET, state).text}${slot('purchase.unknown.render', {}).text}</main></html>`;
  });
  return koa;
}

describe('extensions in the pages of a shop', () => {
  const written: object[] = [];
  let server: Server;
  let url = '';
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const answer = shopPage(written).callback();
    server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    written.length = 0;
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterEach(() => page.close());

  const open = async (place: string) => {
    await page.goto(url + place);
    return frameOf(page, 'echo-buyer');
  };

  it('stands in its slot, with what the page knows, in the page’s language', async () => {
    const frame = await open('/');
    expect(await frame.locator('#language').textContent()).toBe('hi');
    expect(await frame.locator('#attributes').textContent()).toBe('note=</script><b>1</b>');
    expect(await page.locator('iframe').count()).toBe(1);
    expect(await page.locator('iframe').getAttribute('title')).toBe('Echo for buyers');
    await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 50);
  });

  it('follows the address of delivery', async () => {
    const frame = await open('/');
    expect(await frame.locator('#state').textContent()).toBe('MH');
    await page.evaluate((target) => {
      const detail = { shippingAddress: { countryCode: 'IN', provinceCode: 'KA' } };
      document
        .querySelector(`[data-extension-target="${target}"]`)
        ?.dispatchEvent(new CustomEvent('sandbox:state', { detail }));
    }, TARGET);
    await frame.locator('#state', { hasText: 'KA' }).waitFor();
  });

  it('writes attributes into the checkout, and tells of a refusal in its words', async () => {
    const frame = await open('/');
    await frame.getByRole('button', { name: 'Write' }).click();
    await frame.locator('#result', { hasText: 'success' }).waitFor();
    expect(written).toEqual([{ attributes: { 'Buyer GSTIN': 'X' } }]);
    const full = await open('/full');
    await full.getByRole('button', { name: 'Write' }).click();
    await full.locator('#result', { hasText: 'error The cart is full.' }).waitFor();
  });

  it.each([
    ['/', 'namuna.myshopify.com for nobody'],
    ['/signed-in', `namuna.myshopify.com for ${CUSTOMER}`],
  ])('is signed in as the buyer of the page: %s', async (place, token) => {
    const frame = await open(place);
    await frame.getByRole('button', { name: 'Token' }).click();
    await frame.locator('#result', { hasText: token }).waitFor();
  });
});
