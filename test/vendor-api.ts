import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { Types } from 'mongoose';
import { pino } from 'pino';
import type { VendorDetails, VendorFields, VendorRegister, VendorRow } from '../core/api/vendors.ts';
import type { FoundVendor } from '../core/vendors/vendor.ts';
import type { VendorsSummary } from '../core/vendors-summary.ts';
import { jsonBody } from '../server/http/body.ts';
import { problems } from '../server/http/problem.ts';
import type { AppState } from '../server/http/state.ts';
import { pageSummaryModel } from '../server/models/page-summary.ts';
import { pack } from '../server/shop/packed.ts';
import type { Merchant } from '../server/shopify/lifecycle.ts';
import { YESTERDAY } from './security-factories.ts';
import { testProduct, type TestProduct } from './product.ts';

/** The product's own routes on a bare Koa; who asks is said with each question. */
export interface VendorApi {
  readonly system: TestProduct;
  ask(who: Merchant, method: string, path: string, body?: unknown): Promise<Response>;
  send(who: Merchant, path: string, bytes: Uint8Array, name: string): Promise<Response>;
  /** What the newest check of a shop found. */
  found(shop: string, found: readonly FoundVendor[]): Promise<void>;
  register(who: Merchant): Promise<readonly VendorRow[]>;
  details(who: Merchant, id: string): Promise<VendorDetails>;
  close(): Promise<void>;
}

export async function startVendorApi(): Promise<VendorApi> {
  const system = await testProduct();
  const merchants = new Map<string, Merchant>();
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    const merchant = merchants.get(ctx.get('X-Test-Merchant'));
    if (merchant) ctx.state.merchant = merchant;
    await next();
  });
  app.use(system.product.apiRouter.routes());
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function fetchAs(who: Merchant, path: string, init: RequestInit): Promise<Response> {
    const name = JSON.stringify(who);
    merchants.set(name, who);
    const { port } = server.address() as AddressInfo;
    const headers = { ...(init.headers as Record<string, string> | undefined), 'X-Test-Merchant': name };
    return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  }

  function ask(who: Merchant, method: string, path: string, body?: unknown): Promise<Response> {
    const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    return fetchAs(who, path, { method, ...(body !== undefined && json) });
  }

  return {
    system,
    ask,
    send: (who, path, bytes, name) =>
      fetchAs(who, path, {
        ...{ method: 'PUT', body: new Blob([Uint8Array.from(bytes)]) },
        headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) },
      }),
    async found(shop, found) {
      const summary: VendorsSummary = {
        ...{ asOf: YESTERDAY, found, sources: [], themeReason: null, storefrontReason: null, weights: null },
        own: { scopes: ['read_themes'], isBeaconOn: false },
      };
      const scanId = new Types.ObjectId().toString();
      const place = { collection: 'page_summaries', field: 'vendors', id: scanId };
      const summarySealed = await system.cipher.seal(shop, place, await pack(summary, { maxChars: 4_000_000 }));
      const model = pageSummaryModel(system.store.connection);
      await model.updateOne({ shop, page: 'vendors' }, { $set: { scanId, summarySealed } }, { upsert: true });
    },
    async register(who) {
      return ((await (await ask(who, 'GET', '/vendors')).json()) as VendorRegister).vendors;
    },
    async details(who, id) {
      return (await (await ask(who, 'GET', `/vendors/${id}`)).json()) as VendorDetails;
    },
    async close() {
      server.close();
      await system.close();
    },
  };
}

/** A vendor as a person would enter it. Firm and host are invented. */
export function someVendorFields(over: Partial<VendorFields> = {}): VendorFields {
  return {
    ...{ name: 'Invented Reviews', kind: 'app', purpose: 'Stars under products', owner: 'Asha Invented' },
    ...{ contact: 'security@reviews.example', note: 'Ask for the new report in May.', dataClasses: ['customers'] },
    ...{ scopes: ['read_orders'], hosts: ['reviews.example'], handle: null, unusedSince: null, tokenMadeOn: null },
    ...over,
  };
}

/** An app of which the theme shows an embed. */
export function aFoundVendor(over: Partial<FoundVendor> = {}): FoundVendor {
  return {
    ...{ key: 'app:invented-chat', keys: ['app:invented-chat', 'host:chat.example'], name: 'Invented Chat' },
    ...{ kind: 'app', isRecognised: true, isPlatform: false, hosts: ['chat.example'], scripts: 'storefront' },
    app: {
      ...{ handle: 'invented-chat', appId: '7', title: 'Invented Chat', developer: 'Invented Firm', madeBy: 'partner' },
      ...{ scopes: ['read_customers'], privacyPolicyUrl: 'https://chat.example/privacy', appStoreUrl: null },
    },
    traces: [
      { source: 'theme-embed', strength: 'strong', place: 'config/settings_data.json', isActive: true, count: 1 },
    ],
    ...{ strength: 'strong', isActive: true },
    ...over,
  };
}
