import type { AppPage, SandboxCore, ShopDescription } from '../core.ts';
import { NO_FAULTS } from '../faults/settings.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** For tests of the frame alone: one invented shop, and a core that holds it. */
const DOMAIN = 'namuna.myshopify.com';

export function aShop(changes: Partial<ShopDescription> = {}): ShopDescription {
  return {
    domain: DOMAIN,
    handle: 'namuna',
    name: 'Namuna <Shop>',
    isInstalled: true,
    scopes: { granted: ['read_themes'], required: ['read_themes'], optional: ['read_orders'] },
    people: [
      {
        id: '1',
        firstName: 'Asha',
        lastName: 'Rao',
        email: 'asha@namuna.example',
        isOwner: true,
        isCollaborator: false,
        locale: 'en',
      },
      {
        id: '2',
        firstName: 'Ravi',
        lastName: 'Das',
        email: 'ravi@namuna.example',
        isOwner: false,
        isCollaborator: false,
        locale: 'hi',
      },
    ],
    defects: [
      {
        id: 'captcha-off',
        title: 'Forms without captcha',
        checkId: 'security/form-captcha',
        adminPaths: [],
        where: 'shop',
        isPresent: true,
      },
      {
        id: 'no-gstin',
        title: 'No GSTIN entered',
        checkId: 'gst/registration-present',
        adminPaths: [],
        where: 'app',
        isPresent: null,
      },
    ],
    faults: NO_FAULTS,
    ordersHeld: 160,
    deliveries: [],
    ...changes,
  };
}

/** Where the core's embedded app is, and what was asked of it. */
interface Wishes {
  readonly appUrl?: string;
  readonly asked?: AppPage[];
}

export function coreWith(
  shop: ShopDescription,
  { appUrl = 'http://localhost:3000', asked = [] }: Wishes = {},
): SandboxCore {
  let now = shop;
  return {
    clientId: 'client',
    appUrl,
    adminUrl: 'http://localhost:4000',
    shops: [{ domain: shop.domain } as ShopState],
    describe: (name) => (name === shop.domain || name === shop.handle ? now : undefined),
    hostParameter: () => btoa(`admin.shopify.com/store/${shop.handle}`),
    sessionToken: (_domain, userId) => `token-of-${userId ?? 'owner'}`,
    appPageUrl: (domain, page) => {
      asked.push(page);
      const url = new URL(page.path, appUrl);
      url.searchParams.set('shop', domain);
      url.searchParams.set('locale', page.locale ?? 'en-IN');
      return url.href;
    },
    mend: (_domain, id) => setPresent(id, false),
    plant: (_domain, id) => setPresent(id, true),
    orders: () => [],
    setOrdersHeld: (_domain, ordersHeld) => {
      now = { ...now, ordersHeld };
    },
    setFaults: (_domain, faults) => {
      now = { ...now, faults: { ...now.faults, ...faults } };
    },
    sendWebhook: () => Promise.resolve([]),
    install: () => {
      now = { ...now, isInstalled: true };
    },
    uninstall: () => {
      now = { ...now, isInstalled: false };
      return Promise.resolve();
    },
    changeScopes: (_domain, { grant = [], revoke = [] }) => {
      const granted = [...new Set([...now.scopes.granted, ...grant])].filter((scope) => !revoke.includes(scope));
      now = { ...now, scopes: { ...now.scopes, granted } };
      return Promise.resolve();
    },
    onReload: () => () => undefined,
  };

  function setPresent(id: string, isPresent: boolean): Promise<boolean> {
    now = { ...now, defects: now.defects.map((defect) => (defect.id === id ? { ...defect, isPresent } : defect)) };
    return Promise.resolve(now.defects.some((defect) => defect.id === id));
  }
}
