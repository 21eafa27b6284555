import { createHmac } from 'node:crypto';

import type { AppScopes } from './app-config.ts';
import { beaconOf } from './beacon/beacon-state.ts';
import type { SandboxClock } from './clock.ts';
import type { AppPage, SandboxCore, ScopeChange, ShopDescription } from './core.ts';
import { DEFECTS, SHOP_DEFECTS } from './defects.ts';
import { mintSessionToken, type SessionTokenOverrides } from './oauth/session-token.ts';
import type { TokenBook } from './oauth/token-book.ts';
import { ordersOf } from './shops/commerce/orders.ts';
import type { ShopState } from './shops/shop-state.ts';
import type { StateFile } from './state.ts';
import type { WebhookSender } from './webhooks/sender.ts';
import type { WebhookSubject } from './webhooks/topics.ts';

export interface CoreParts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appUrl: string;
  readonly adminUrl: string;
  readonly scopes: AppScopes;
  /** Topics that the app subscribes to: no other event of the shop reaches it. */
  readonly topics: readonly string[];
  readonly file: StateFile;
  readonly tokens: TokenBook;
  readonly webhooks: WebhookSender;
  readonly clock: SandboxClock;
  readonly onReload: SandboxCore['onReload'];
}

/** What can be done to the sandbox's shops: by the admin frame, by the control API and by tests. */
export function makeCore(parts: CoreParts): SandboxCore {
  const { file, tokens, webhooks, clock } = parts;
  const { shops } = file.state;

  const find = (name: string) => shops.find(({ domain, handle }) => name === domain || name === handle);

  function shopOf(name: string): ShopState {
    const shop = find(name);
    if (!shop) throw new RangeError(`The sandbox has no shop "${name}".`);
    return shop;
  }

  async function changeDefect(domain: string, defectId: string, change: 'plant' | 'mend'): Promise<boolean> {
    const shop = shopOf(domain);
    const defect = SHOP_DEFECTS.find(({ id }) => id === defectId);
    if (!defect) return false;
    const previousScopes = [...shop.installation.grantedScopes];
    defect[change](shop, clock.now().toISOString());
    file.save();
    const id = defect.webhookSubjectId?.(shop);
    const subject = { ...(id !== undefined && { id }), previousScopes };
    if (defect.webhookTopic !== null) await announce(shop, defect.webhookTopic, subject);
    return true;
  }

  /** Only an installed app hears of anything, and only of what it subscribes to. */
  async function announce(shop: ShopState, topic: string, subject: WebhookSubject): Promise<void> {
    if (shop.installation.isInstalled && parts.topics.includes(topic)) await webhooks.send(shop, { topic }, subject);
  }

  async function changeScopes(domain: string, { grant = [], revoke = [] }: ScopeChange): Promise<void> {
    const shop = shopOf(domain);
    const previousScopes = [...shop.installation.grantedScopes];
    const kept = previousScopes.filter((scope) => !revoke.includes(scope));
    const surplusScopes = shop.installation.surplusScopes.filter((scope) => !revoke.includes(scope));
    shop.installation = { ...shop.installation, grantedScopes: [...new Set([...kept, ...grant])], surplusScopes };
    file.save();
    await announce(shop, 'app/scopes_update', { previousScopes });
  }

  const core: SandboxCore = {
    clientId: parts.clientId,
    appUrl: parts.appUrl,
    adminUrl: parts.adminUrl,
    shops,
    describe: (name) => {
      const shop = find(name);
      return shop && describe(shop, parts.scopes, webhooks, clock.nowMs());
    },
    hostParameter: (domain) => hostParameter(shopOf(domain)),
    sessionToken: (domain, userId, overrides) => {
      const shop = shopOf(domain);
      return sessionToken(shop, userId, overrides);
    },
    appPageUrl: (domain, page) => appPageUrl(shopOf(domain), page),
    mend: (domain, defectId) => changeDefect(domain, defectId, 'mend'),
    plant: (domain, defectId) => changeDefect(domain, defectId, 'plant'),
    orders: (domain) => ordersOf(shopOf(domain), clock.nowMs()),
    setOrdersHeld(domain, ordersHeld) {
      const shop = shopOf(domain);
      shop.commerce = { ...shop.commerce, ordersHeld };
      file.save();
    },
    setFaults(domain, faults) {
      const shop = shopOf(domain);
      shop.faults = { ...shop.faults, ...faults };
      file.save();
    },
    sendWebhook: (domain, order) => webhooks.send(shopOf(domain), order),
    install(domain) {
      const shop = shopOf(domain);
      const { surplusScopes } = shop.installation;
      shop.installation = {
        isInstalled: true,
        grantedScopes: [...parts.scopes.required, ...surplusScopes],
        surplusScopes,
      };
      file.save();
    },
    async uninstall(domain) {
      const shop = shopOf(domain);
      if (!shop.installation.isInstalled) return;
      tokens.forget(shop.domain);
      shop.installation = { ...shop.installation, isInstalled: false, grantedScopes: [] };
      beaconOf(shop).metafields = {}; // they go with their owner
      file.save();
      await webhooks.send(shop, { topic: 'app/uninstalled' });
    },
    changeScopes,
    onReload: parts.onReload,
  };
  return core;

  function sessionToken(shop: ShopState, userId?: string, overrides?: SessionTokenOverrides): string {
    return mintSessionToken({
      shop: shop.domain,
      userId: userId ?? ownerOf(shop),
      clientId: parts.clientId,
      clientSecret: parts.clientSecret,
      nowMs: Date.now(), // a minute of the machine's time, by which the app's library judges it
      ...(overrides && { overrides }),
    });
  }

  function appPageUrl(shop: ShopState, page: AppPage): string {
    const url = new URL(page.path, parts.appUrl);
    const added = {
      embedded: '1',
      shop: shop.domain,
      host: hostParameter(shop),
      locale: page.locale ?? 'en',
      session: sessionIdOf(shop, page.userId ?? ownerOf(shop)),
      timestamp: String(Math.floor(clock.nowMs() / 1_000)),
      id_token: sessionToken(shop, page.userId),
    };
    for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value);
    url.searchParams.set('hmac', queryHmac(url.searchParams, parts.clientSecret));
    return url.href;
  }
}

/** Hex HMAC of the sorted query, as the admin signs the address of an embedded page. */
function queryHmac(query: URLSearchParams, secret: string): string {
  const sorted = [...query].filter(([name]) => name !== 'hmac').toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', secret).update(new URLSearchParams(sorted).toString()).digest('hex');
}

function hostParameter({ handle }: ShopState): string {
  return Buffer.from(`admin.shopify.com/store/${handle}`).toString('base64').replace(/=+$/, '');
}

function sessionIdOf(shop: ShopState, userId: string): string {
  return createHmac('sha256', shop.domain).update(userId).digest('hex');
}

function ownerOf(shop: ShopState): string {
  return shop.people.find(({ isOwner }) => isOwner)?.id ?? '';
}

function describe(shop: ShopState, scopes: AppScopes, webhooks: WebhookSender, nowMs: number): ShopDescription {
  return {
    domain: shop.domain,
    handle: shop.handle,
    name: shop.name,
    isInstalled: shop.installation.isInstalled,
    scopes: { granted: shop.installation.grantedScopes, required: scopes.required, optional: scopes.optional },
    people: shop.people,
    defects: DEFECTS.map((defect) => ({
      id: defect.id,
      title: defect.title,
      checkId: defect.checkId,
      where: defect.where,
      adminPaths: defect.where === 'shop' ? (defect.adminPaths?.(shop, nowMs) ?? []) : [],
      isPresent: defect.where === 'shop' ? defect.isPresent(shop) : null,
    })),
    faults: shop.faults,
    ordersHeld: shop.commerce.ordersHeld,
    deliveries: webhooks.deliveries(shop.domain),
  };
}
