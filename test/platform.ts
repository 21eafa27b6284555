import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Router from 'koa-router';
import { z } from 'zod';
import type { Role } from '../core/api/home.ts';
import { startSandbox } from '../sandbox/start.ts';
import type { Sandbox } from '../sandbox/start.ts';
import { createApp } from '../server/app.ts';
import { ForgedReportError, type BeaconIntake } from '../server/beacon/beacon-intake.ts';
import type { BuyerSide } from '../server/buyers/buyer-side.ts';
import { systemClock } from '../server/clock.ts';
import type { Clock } from '../server/clock.ts';
import { readConfig } from '../server/config.ts';
import { NotFoundError } from '../server/errors.ts';
import type { FlowDesk } from '../server/flow/flow-desk.ts';
import { parse } from '../server/http/body.ts';
import { createGuardedFetch } from '../server/http/guarded-fetch.ts';
import type { GuardedFetch } from '../server/http/guarded-fetch.ts';
import type { AppState } from '../server/http/state.ts';
import { LinkGoneError } from '../server/links/link-gone-error.ts';
import type { SelfCheckDesk } from '../server/links/self-check-desk.ts';
import { listen } from '../server/listen.ts';
import { createLog } from '../server/log.ts';
import type { Log } from '../server/log.ts';
import { createMetrics } from '../server/metrics.ts';
import type { Metrics } from '../server/metrics.ts';
import { dataKeyModel } from '../server/models/data-key.ts';
import { shopSessionModel } from '../server/models/shop-session.ts';
import { webhookReceiptModel } from '../server/models/webhook-receipt.ts';
import { createAccess } from '../server/shopify/access.ts';
import type { Access } from '../server/shopify/access.ts';
import type { MemberDirectory, ShopLifecycle } from '../server/shopify/lifecycle.ts';
import { WebhookInbox, type WebhookWork } from '../server/shopify/webhook-inbox.ts';
import { workOn } from '../server/shopify/webhook-work.ts';
import { ensureIndexes } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import type { FieldCipher } from '../server/store/field-cipher.ts';
import type { KeyRing } from '../server/store/key-ring.ts';
import type { MailDesk } from '../server/mail/mail-desk.ts';
import type { QuestionnaireDesk } from '../server/vendor-links/questionnaire-desk.ts';
import { openTestStore } from './store.ts';
import type { TestStore } from './store.ts';

export const CLIENT_ID = 'prahari-test-client';
export const CLIENT_SECRET = 'an-invented-client-secret';
export const PREVIOUS_SECRET = 'an-older-invented-secret';

/** The web role over a sandbox and a store of its own, with a product that only remembers what it was told. */
export interface Platform {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly store: TestStore;
  readonly access: Access;
  readonly inbox: WebhookInbox;
  readonly metrics: Metrics;
  /** What the product was told, oldest first. */
  readonly news: string[];
  /** Makes the product fail the next time it is told anything. */
  failNext(error: Error): void;
  /** Everything that was logged. */
  readonly lines: string[];
  close(): Promise<void>;
}

/** What a product is made of here. */
export interface ProductParts {
  readonly connection: TestStore['connection'];
  readonly cipher: FieldCipher;
  readonly ring: KeyRing;
  readonly access: Access;
  readonly guardedFetch: GuardedFetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** As much of the product as the web role needs. */
export interface WebProduct {
  readonly lifecycle: ShopLifecycle;
  readonly members: MemberDirectory;
  readonly apiRouter: Router<AppState>;
  readonly selfCheckDesk: SelfCheckDesk;
  readonly questionnaireDesk: QuestionnaireDesk;
  readonly mailDesk: MailDesk;
  readonly beaconIntake: BeaconIntake;
  readonly flowDesk: FlowDesk;
  readonly buyers: BuyerSide;
}

export async function startPlatform(
  extra: Readonly<Record<string, string>> = {},
  makeProduct?: (parts: ProductParts) => Promise<WebProduct>,
): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-platform-'));
  const webFolder = join(folder, 'web');
  await mkdir(join(webFolder, 'assets'), { recursive: true });
  await writeFile(join(webFolder, 'assets', 'index-abc123.js'), 'export {};\n');
  await writeFile(
    join(webFolder, 'index.html'),
    '<!doctype html><script data-api-key="__PRAHARI_API_KEY__" src="__PRAHARI_APP_BRIDGE_URL__"></script><div id="root">',
  );

  const store = await openTestStore();
  for (const model of [dataKeyModel, shopSessionModel, webhookReceiptModel]) model(store.connection);
  await ensureIndexes(store.connection);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const sandbox = await startSandbox({
    folder: join(folder, 'sandbox'),
    adminPort: 0,
    httpsPort: 0,
    appUrl: url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    webhookRetryGapsMs: [50, 50],
  });
  for (const { domain } of sandbox.shops) sandbox.core.install(domain);
  const config = readConfig({
    NODE_ENV: 'test',
    ROLE: 'web',
    PORT: String(port),
    APP_URL: url,
    MONGODB_URI: store.uri,
    REDIS_URL: 'redis://localhost',
    SHOPIFY_CLIENT_ID: CLIENT_ID,
    SHOPIFY_CLIENT_SECRET: CLIENT_SECRET,
    SHOPIFY_PREVIOUS_CLIENT_SECRET: PREVIOUS_SECRET,
    KEY_RING: `test:${randomBytes(32).toString('base64')}`,
    OUTBOUND_CONNECT_TO: sandbox.connectTo,
    OUTBOUND_CA_FILE: sandbox.caFile,
    ...extra,
  });

  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  const metrics = createMetrics({ withProcess: false });
  const clock = systemClock;
  const guardedFetch = createGuardedFetch({ connectTo: config.OUTBOUND_CONNECT_TO, caFile: config.OUTBOUND_CA_FILE });
  const { connection } = store;
  const cipher = createFieldCipher(new DataKeys({ connection, ring: config.KEY_RING, clock }));
  const access = createAccess({ config, connection, cipher, guardedFetch, lifecycle: () => lifecycle(), clock });
  const remembering = rememberingProduct();
  const product =
    (await makeProduct?.({ connection, cipher, ring: config.KEY_RING, access, guardedFetch, clock, log, metrics })) ??
    remembering;
  const lifecycle = () => product.lifecycle;
  if (makeProduct) await ensureIndexes(connection);
  const work: WebhookWork = (receipt, stillAtWork) =>
    workOn(receipt, { lifecycle: product.lifecycle, isShopOpen: access.isShopOpen, stillAtWork });
  const inbox = new WebhookInbox({ connection, work, clock, log });
  const { members, apiRouter, selfCheckDesk, questionnaireDesk, mailDesk, beaconIntake, flowDesk, buyers } = product;
  const desks = { selfCheckDesk, questionnaireDesk, mailDesk, beaconIntake, flowDesk, buyers };
  const parts = { config, clock, log, metrics, access, inbox, members, apiRouter, ...desks, webFolder };
  const app = createApp(parts);
  const listener = await listen(app, { host: 'localhost', port });

  return {
    url,
    sandbox,
    store,
    access,
    inbox,
    metrics,
    news: remembering.news,
    failNext: remembering.failNext,
    lines,
    async close() {
      await listener.close();
      await inbox.idle();
      await sandbox.close();
      await guardedFetch.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function rememberingProduct() {
  const news: string[] = [];
  let next: Error | null = null;
  const tell = async (...words: (string | readonly string[])[]): Promise<void> => {
    const error = next;
    next = null;
    if (error) throw error;
    news.push(words.map(String).join(' '));
  };
  const lifecycle: ShopLifecycle = {
    installed: (shop, scopes) => tell('installed', shop, scopes),
    visited: (shop) => tell('visited', shop),
    accessLost: (shop) => tell('accessLost', shop),
    uninstalled: (shop) => tell('uninstalled', shop),
    scopesChanged: (shop, scopes) => tell('scopesChanged', shop, scopes),
    changed: (shop, topic) => tell('changed', shop, topic),
    customerDataRequested: (shop, { requestId, orders }) => tell('customerDataRequested', shop, requestId, orders),
    customerRedacted: (shop, { requestId, orders }) => tell('customerRedacted', shop, requestId, orders),
    shopRedacted: (shop) => tell('shopRedacted', shop),
  };
  const roles = new Map<string, Role>();
  const members: MemberDirectory = {
    async roleOf(shop, userId, isAccountOwner) {
      const known = roles.get(`${shop} ${userId}`) ?? ((await isAccountOwner()) ? 'owner' : 'viewer');
      roles.set(`${shop} ${userId}`, known);
      return known;
    },
  };
  const apiRouter = new Router<AppState>();
  apiRouter.get('/me', (ctx) => void (ctx.body = ctx.state.merchant));
  apiRouter.post(
    '/echo',
    (ctx) => void (ctx.body = parse(z.strictObject({ name: z.string().max(10) }), ctx.request.body)),
  );
  apiRouter.get('/broken', () => {
    throw new Error('inner words');
  });
  const gone = () => Promise.reject(new LinkGoneError());
  const selfCheckDesk: SelfCheckDesk = { open: gone, finishPassword: gone, finishDevice: gone };
  const questionnaireDesk: QuestionnaireDesk = { open: gone, answer: gone };
  const mailDesk: MailDesk = { open: gone, confirm: gone, acknowledge: gone, leave: gone, oneClick: gone };
  const beaconIntake: BeaconIntake = {
    take: () => Promise.reject(new ForgedReportError()),
    forget: () => undefined,
  };
  const flowDesk: FlowDesk = { take: () => Promise.reject(new NotFoundError()) };
  const nothing = () => Promise.reject(new NotFoundError());
  const buyers: BuyerSide = {
    limits: { typed: async () => undefined, asked: async () => undefined, forget: async () => undefined },
    proxy: { answer: nothing },
    orders: { state: nothing, give: nothing },
    companies: { read: nothing, change: nothing },
  };
  return {
    news,
    lifecycle,
    members,
    apiRouter,
    selfCheckDesk,
    questionnaireDesk,
    mailDesk,
    beaconIntake,
    flowDesk,
    buyers,
    failNext: (error: Error) => void (next = error),
  };
}

/** The sandbox must know the app's address before the app listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
