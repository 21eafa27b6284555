import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Frame, Page } from 'playwright-core';
import type { Call, ExtensionState } from '../../sandbox/browser/extension-host/protocol.ts';
import { extensionControlRoutes } from '../../sandbox/extensions/control.ts';
import { extensionRouter } from '../../sandbox/extensions/router.ts';

/** Where extensions believe the app to be; nothing answers there but what a test puts in its place. */
export const APP_URL = 'https://prahari.example';

/** What the app answers, by "GET /api/orders/1/gst": without the query. A function sees what was sent. */
export type AppAnswers = Readonly<
  Record<string, AppAnswer | ((request: AppRequest) => AppAnswer | Promise<AppAnswer>)>
>;

export interface AppAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of an answer: the line is down. */
  readonly isDown?: boolean;
}

export interface AppRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

export interface OpenExtension {
  /** Name of its folder. */
  readonly folder: string;
  /** Default: its first. */
  readonly target?: string;
  /** Default "en". */
  readonly locale?: string;
  readonly state?: ExtensionState;
  readonly app?: AppAnswers;
}

export interface ExtensionPages {
  readonly url: string;
  /** Opens one extension by itself and comes back when its function has run. What is not in `app` is a 404. */
  open(page: Page, extension: OpenExtension): Promise<void>;
  close(): Promise<void>;
}

/** Serves the pages in which extensions run, without the rest of the sandbox. `root`: a folder of extensions. */
export async function startExtensionPages({ root }: { root?: string } = {}): Promise<ExtensionPages> {
  const faults = { kind: 'none' as const };
  const koa = new Koa();
  koa.use(extensionControlRoutes(faults).routes());
  koa.use(extensionRouter({ ...(root !== undefined && { root }), appUrl: APP_URL, faults }).routes());
  const answer = koa.callback();
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  return {
    url,
    async open(page, { folder, target, locale = 'en', state = {}, app = {} }) {
      await answerFor(page, app);
      const query = new URLSearchParams({ locale, ...(target !== undefined && { target }) });
      // Another "#" alone would not load the page again.
      await page.goto('about:blank');
      await page.goto(
        `${url}/sandbox/extension/${folder}?${query.toString()}#${encodeURIComponent(JSON.stringify(state))}`,
      );
      await page.locator('html[data-begun]').waitFor({ state: 'attached' });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Stands for the app in this page; the last call counts. */
export async function answerFor(page: Page, app: AppAnswers): Promise<void> {
  await page.unroute(`${APP_URL}/**`);
  await page.route(`${APP_URL}/**`, async (route) => {
    const request = route.request();
    const { pathname, searchParams } = new URL(request.url());
    const known = app[`${request.method()} ${pathname}`] ?? { status: 404, json: { type: 'not-found' } };
    const said =
      typeof known === 'function'
        ? await known({
            path: pathname,
            query: searchParams,
            headers: await request.allHeaders(),
            json: request.postDataJSON() as unknown,
          })
        : known;
    if (said.isDown) return route.abort('connectionrefused');
    await route.fulfill({
      status: said.status ?? 200,
      contentType: (said.status ?? 200) < 400 ? 'application/json' : 'application/problem+json',
      body: said.json === undefined ? '' : JSON.stringify(said.json),
      headers: { 'Access-Control-Expose-Headers': '*', ...said.headers },
    });
  });
}

/** In the page of an extension. */
type Bench = typeof globalThis & {
  readonly sandboxExtension: {
    readonly calls: readonly Call[];
    readonly faults: readonly string[];
    readonly unknown: readonly string[];
    change(state: ExtensionState): void;
  };
};

/** What the extension did with its `shopify`, oldest first. */
export function callsOf(page: Page): Promise<readonly Call[]> {
  return page.evaluate(() => (globalThis as Bench).sandboxExtension.calls);
}

/** Errors that left the extension, words that it lacks, elements that its surface does not have. Should be empty. */
export function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { faults, unknown } = (globalThis as Bench).sandboxExtension;
    return [...faults, ...unknown];
  });
}

/** Changes what the extension sees while it runs, as another State chosen in the checkout does. */
export function changeState(page: Page, state: ExtensionState): Promise<void> {
  return page.evaluate((change) => (globalThis as Bench).sandboxExtension.change(change), state);
}

interface AdminPlace {
  readonly adminUrl: string;
  /** "vastra-niketan.myshopify.com" */
  readonly shop: string;
  /** Default "en". */
  readonly locale?: 'en' | 'hi';
}

/** The page of an order in the sandbox's admin, and the block of one extension on it. */
export function openOrder(
  page: Page,
  place: AdminPlace & { orderId: string | number; folder?: string },
): Promise<Frame> {
  return openBlock(page, place, `/orders/${place.orderId}`, place.folder ?? 'order-block');
}

export function openProduct(
  page: Page,
  place: AdminPlace & { productId: string | number; folder?: string },
): Promise<Frame> {
  return openBlock(page, place, `/products/${place.productId}`, place.folder ?? 'product-block');
}

/** Ticks the first orders of the list and opens an action on them: its frame, in a dialog. */
export async function openSelection(
  page: Page,
  place: AdminPlace & { orders: number; action: string | RegExp; folder?: string },
): Promise<Frame> {
  await openAdmin(page, place, '/orders');
  const boxes = page.locator('input[data-select]');
  await boxes.first().waitFor();
  for (let nth = 0; nth < place.orders; nth += 1) await boxes.nth(nth).check();
  await page.getByText('More actions').click();
  await page.getByRole('button', { name: place.action }).click();
  return frameOf(page, place.folder ?? 'order-selection');
}

async function openBlock(page: Page, place: AdminPlace, path: string, folder: string): Promise<Frame> {
  await openAdmin(page, place, path);
  return frameOf(page, folder);
}

async function openAdmin(page: Page, { adminUrl, shop, locale = 'en' }: AdminPlace, path: string): Promise<void> {
  await page.context().addCookies([{ name: 'sandbox-locale', value: `${locale}-IN`, url: adminUrl }]);
  await page.goto(`${adminUrl}/store/${shop.replace('.myshopify.com', '')}${path}`);
}

/** The frame of an extension in a page of the admin or of a shop, once its function has run. */
export async function frameOf(page: Page, folder: string): Promise<Frame> {
  const element = await page.locator(`iframe[src^="/sandbox/extension/${folder}?"]`).first().elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`No extension ${folder} in ${page.url()}.`);
  await frame.locator('html[data-begun]').waitFor({ state: 'attached' });
  return frame;
}
