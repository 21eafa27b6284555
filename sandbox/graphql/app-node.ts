import type { AppScopes } from '../app-config.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { installationId } from './metafield-owners.ts';
import { ownMetafield } from './own-metafields.ts';

/** The app as Shopify knows it: the same in every shop. */
export interface AppIdentity {
  readonly clientId: string;
  readonly appUrl: string;
  readonly scopes: AppScopes;
}

const APP_ID = 'gid://shopify/App/900100200';

export function installationNode(shop: ShopState, app: AppIdentity) {
  return {
    id: installationId(shop),
    metafield: (place: { namespace?: string | null; key: string }) => ownMetafield(shop, place),
    launchUrl: `https://${shop.domain}/admin/apps/prahari`,
    accessScopes: () => shop.installation.grantedScopes.map(scopeNode),
    app: {
      id: APP_ID,
      apiKey: app.clientId,
      handle: 'prahari',
      title: 'Prahari',
      embedded: true,
      published: false,
      shopifyDeveloped: false,
      developerType: 'PARTNER',
      previouslyInstalled: false,
      installUrl: null,
      launchUrl: app.appUrl,
      requestedAccessScopes: app.scopes.required.map(scopeNode),
      optionalAccessScopes: app.scopes.optional.map(scopeNode),
    },
  };
}

export function scopeNode(handle: string) {
  return { handle, description: handle.replace('_', ' ').replaceAll('_', ' ') };
}
