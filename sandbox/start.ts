import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { join, resolve } from 'node:path';

import Koa from 'koa';

import { readAppConfig, WEBHOOK_PATH, type AppConfig } from './app-config.ts';
import { breachService } from './breaches/breach-service.ts';
import { beaconControlRoutes } from './beacon/control.ts';
import { lateHosts } from './beacon/late-hosts.ts';
import { bulkBook } from './bulk/bulk-book.ts';
import { fileHost } from './bulk/file-host.ts';
import { sandboxClock, type SandboxClock } from './clock.ts';
import { dnsHosts } from './dns/hosts.ts';
import { wireControlRoutes } from './dns/control.ts';
import { actionSender, type ActionRun } from './flow/action-sender.ts';
import { flowControlRoutes } from './flow/control.ts';
import { frameRouter } from './frame/router.ts';
import { clockRoutes } from './control/clock.ts';
import { controlRoutes } from './control/routes.ts';
import { sameMachineOnly } from './control/same-machine.ts';
import type { SandboxCore } from './core.ts';
import { adminRoutes } from './graphql/routes.ts';
import { SCHEMA_VERSION } from './graphql/schema.ts';
import { checkoutBook } from './checkout/checkout-book.ts';
import { extensionControlRoutes } from './extensions/control.ts';
import { extensionRouter } from './extensions/router.ts';
import type { ExtensionFaultSwitch } from './extensions/faults.ts';
import { closable, shopServer } from './https-server.ts';
import { lookUpControlRoutes } from './look-ups/control.ts';
import { lookUpHosts } from './look-ups/hosts.ts';
import { makeCore } from './make-core.ts';
import { oauthRoutes } from './oauth/routes.ts';
import { receiverControlRoutes } from './receiver/control.ts';
import { webhookReceiver, type WebhookReceiver } from './receiver/webhook-receiver.ts';
import { mintBuyerToken, type SessionTokenOverrides } from './oauth/session-token.ts';
import { tokenBook } from './oauth/token-book.ts';
import type { OtherHost } from './other-host.ts';
import { identityControlRoutes } from './identity/control.ts';
import { identityHosts } from './identity/hosts.ts';
import { startMailCatcher, type MailCatcher } from './mail/catcher.ts';
import { mailControlRoutes } from './mail/control.ts';
import { journalHost } from './own-host/journal.ts';
import { shopApp, shopOfHost } from './shop-app.ts';
import type { ShopState } from './shops/shop-state.ts';
import { openState } from './state.ts';
import { cartBook } from './storefront/cart-book.ts';
import { storefrontControlRoutes } from './storefront/control.ts';
import { storefront } from './storefront/storefront.ts';
import { openAuthority } from './tls/authority.ts';
import { extensionHost } from './vendors/extension-host.ts';
import { webhookSender } from './webhooks/sender.ts';

const LOOK_EACH_MS = 500;

export interface SandboxSettings {
  /** Where state, authority and keys are kept. */
  readonly folder: string;
  /** 0 is any free port. */
  readonly adminPort: number;
  readonly httpsPort: number;
  /** Origin of the app, "http://localhost:3000". */
  readonly appUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Default: the app's /webhooks. */
  readonly webhookUrl?: string;
  /** Gaps between the tries of an action of a workflow, shortened by tests. */
  readonly actionGapsMs?: readonly number[];
  /** Gaps between the tries of a webhook, shortened by tests. */
  readonly webhookRetryGapsMs?: readonly number[];
  /** Default: what shopify.app.toml says. */
  readonly appConfig?: AppConfig;
  /** A file whose change makes open admin pages load the app again. */
  readonly reloadWhenChanges?: string;
}

/** A Shopify for the laptop, running. */
export interface Sandbox {
  readonly adminUrl: string;
  readonly httpsPort: number;
  /** What the app mails; `mail.url` is what its MAIL_URL takes. */
  readonly mail: MailCatcher;
  /** What the app's OUTBOUND_CONNECT_TO takes: "127.0.0.1:PORT". */
  readonly connectTo: string;
  readonly caFile: string;
  /** What the app's CLOCK_FILE takes: how far the clock was moved. */
  readonly clockFile: string;
  /** The shops' state itself: a test may read it and change it. */
  readonly shops: readonly ShopState[];
  readonly core: SandboxCore;
  /** Moves forward so that tokens expire. */
  readonly clock: SandboxClock;
  /** What was posted to hooks.receiver.example, and how it behaves. */
  readonly receiver: WebhookReceiver;
  sessionToken(shop: string, userId?: string, overrides?: SessionTokenOverrides): string;
  /** How often the shop's tokens were refreshed since start. */
  refreshes(shop: string): number;
  /** Actions that workflows of the shop called, newest first. */
  actionRuns(shop: string): readonly ActionRun[];
  /** Comes back when no webhook is on its way or waiting. */
  webhooksSettled(): Promise<void>;
  close(): Promise<void>;
}

export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const folder = resolve(settings.folder);
  const clockFile = join(folder, 'clock.json');
  const clock = sandboxClock(clockFile);
  const { scopes, topics } = settings.appConfig ?? readAppConfig();
  const { clientId, clientSecret, appUrl } = settings;
  const file = openState(folder, clock.now);
  const { shops } = file.state;
  const tokens = tokenBook(file.state.tokens, clock, file.save);
  const authority = await openAuthority(join(folder, 'tls'), clock.now);
  const closing = new AbortController();
  const bulk = bulkBook(join(folder, 'bulk'), clock);
  const webhooks = webhookSender({
    url: settings.webhookUrl ?? new URL(WEBHOOK_PATH, appUrl).href,
    clientSecret,
    apiVersion: SCHEMA_VERSION,
    clock,
    ...(settings.webhookRetryGapsMs && { retryGapsMs: settings.webhookRetryGapsMs }),
  });

  const actions = actionSender({ appUrl, clientSecret, clock, gapsMs: settings.actionGapsMs });

  const apiRouters = [
    oauthRoutes({ clientId, clientSecret, tokens }),
    adminRoutes({
      app: { clientId, appUrl, scopes },
      tokens,
      clock,
      bulk,
      revokeScopes: (shop, revoke) => void core.changeScopes(shop.domain, { revoke }),
      changed: file.save,
    }),
  ];
  const journal = journalHost(shops);
  const mail = await startMailCatcher({ now: () => clock.now() });
  const breaches = breachService(closing.signal);
  const receiver = webhookReceiver({ clock, closing: closing.signal });
  const otherHosts: readonly OtherHost[] = [
    breaches.host,
    fileHost(bulk),
    ...lookUpHosts({ shops, clock, closing: closing.signal }),
    ...identityHosts({ shops, clock, closing: closing.signal }),
    ...dnsHosts({ shops, clock, closing: closing.signal }),
    journal,
    lateHosts(),
    receiver.host,
    extensionHost(),
  ];
  const front = { carts: cartBook(), checkouts: checkoutBook(), appUrl, clientSecret, clock, save: file.save };
  const faults: ExtensionFaultSwitch = { kind: 'none' };
  const buyerToken = ({ domain: shop }: ShopState, customer: string | null) =>
    mintBuyerToken({ shop, customer, clientId, clientSecret, nowMs: clock.nowMs() });
  const secure = shopServer(
    shopApp({
      shops,
      apiRouters,
      pages: extensionRouter({ appUrl, faults, buyerToken }),
      storefront: storefront(front),
      otherHosts,
      closing: closing.signal,
    }),
    authority,
    {
      hasTls: (host) => otherHosts.some(({ hosts }) => hosts.includes(host)) || hasCertificate(shops, host),
      isLeftBehind: (host) => journal.hosts.includes(host),
      daysOf: (host) => shopOfHost(shops, host)?.domains.find((known) => known.host === host)?.certificateDays,
    },
  );
  const closeSecure = closable(secure);
  const httpsPort = await listen(secure, settings.httpsPort);

  const adminApp = new Koa();
  const admin = createServer();
  const closeAdmin = closable(admin);
  const adminPort = await listen(admin, settings.adminPort);
  const adminUrl = `http://localhost:${adminPort}`;
  const reloads = reloadWatcher(settings.reloadWhenChanges);
  const core: SandboxCore = makeCore({
    clientId,
    clientSecret,
    appUrl,
    adminUrl,
    scopes,
    topics,
    file,
    tokens,
    webhooks,
    clock,
    onReload: reloads.onReload,
  });
  adminApp.use(breaches.onAdminPort);
  adminApp.use(sameMachineOnly(() => adminPort));
  adminApp.use(breaches.control.routes());
  adminApp.use(clockRoutes(clock).routes());
  adminApp.use(controlRoutes(core).routes());
  adminApp.use(lookUpControlRoutes({ shops, save: file.save }).routes());
  adminApp.use(identityControlRoutes({ shops, save: file.save }).routes());
  adminApp.use(wireControlRoutes({ shops, save: file.save }).routes());
  adminApp.use(receiverControlRoutes({ receiver, shops, save: file.save }).routes());
  adminApp.use(flowControlRoutes({ sender: actions, shops }).routes());
  adminApp.use(beaconControlRoutes({ shops, now: clock.now, save: file.save }).routes());
  adminApp.use(storefrontControlRoutes({ shops, now: clock.now, save: file.save }).routes());
  adminApp.use(mailControlRoutes(mail).routes());
  adminApp.use(extensionControlRoutes(faults).routes());
  adminApp.use(extensionRouter({ appUrl, faults }).routes());
  adminApp.use(frameRouter(core).routes());
  const handle = adminApp.callback();
  admin.on('request', (request, response) => void handle(request, response));

  return {
    adminUrl,
    httpsPort,
    mail,
    connectTo: `127.0.0.1:${httpsPort}`,
    caFile: authority.caFile,
    clockFile,
    shops,
    core,
    clock,
    receiver,
    sessionToken: core.sessionToken,
    refreshes: tokens.refreshes,
    actionRuns: actions.runs,
    webhooksSettled: webhooks.settled,
    async close() {
      closing.abort();
      reloads.close();
      webhooks.close();
      actions.close();
      bulk.close();
      await Promise.all([closeSecure(), closeAdmin(), mail.close()]);
      file.flush();
    },
  };
}

/** The platform's own hosts always have one; a shop's domain when its certificate was issued. */
function hasCertificate(shops: readonly ShopState[], host: string): boolean {
  const domain = shopOfHost(shops, host)?.domains.find((known) => known.host === host);
  return domain ? domain.sslEnabled : /\.(myshopify\.com|example)$/.test(host);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Looks at the file's date, so that it may be missing, replaced, or made while its folder is. */
function reloadWatcher(path: string | undefined): { onReload: SandboxCore['onReload']; close: () => void } {
  const listeners = new Set<() => void>();
  let seenMs = changedAtMs(path);
  const look = () => {
    const nowMs = changedAtMs(path);
    if (nowMs !== seenMs && nowMs !== null) for (const listener of listeners) listener();
    seenMs = nowMs;
  };
  const timer = path === undefined ? undefined : setInterval(look, LOOK_EACH_MS).unref();
  return {
    onReload(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}

function changedAtMs(path: string | undefined): number | null {
  return path === undefined ? null : (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null);
}
