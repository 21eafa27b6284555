import type { BulkBook } from '../bulk/bulk-book.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { businessEntityNode } from './business-entity-node.ts';
import { bulkRoot } from './bulk-node.ts';
import { commerceRoot } from './commerce-root.ts';
import { installationNode, scopeNode, type AppIdentity } from './app-node.ts';
import { connection, type PageArguments } from './connection.ts';
import { flowRoot } from './flow-root.ts';
import { mendRoot } from './mend-root.ts';
import { ownMetafieldsRoot } from './own-metafields.ts';
import { locationConnection, locationNode, type LocationArguments } from './location-node.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { shopNode } from './shop-node.ts';
import { themeNodes } from './theme-node.ts';
import { vendorRoot } from './vendor-root.ts';

/** Stable versions that Shopify supports beside the sandbox's own, oldest first. */
const OTHER_VERSIONS = ['2026-01', '2026-04', '2026-07'];

export interface RootActions {
  readonly bulk: BulkBook;
  revokeScopes(scopes: readonly string[]): void;
  /** The shop's state is not as it was. */
  changed(): void;
}

/** The root of every query and mutation in one shop. What is not here answers null or empty. */
export function rootValue(shop: ShopState, app: AppIdentity, actions: RootActions, nowMs: () => number): object {
  const { commerceNodeById, ...commerce } = commerceRoot(shop, nowMs);
  // What a bulk operation reads stands still while it runs.
  const { bulkNodeById, ...bulk } = bulkRoot(shop, actions.bulk, () => {
    const startedMs = nowMs();
    return rootValue(shop, app, actions, () => startedMs);
  });
  const nodeById = (gid: string): object | null => commerceNodeById(gid) ?? bulkNodeById(gid);
  return {
    ...commerce,
    ...bulk,
    ...vendorRoot(shop, app),
    ...flowRoot(shop, actions.changed, nowMs),
    ...ownMetafieldsRoot(shop, actions.changed, nowMs),
    ...mendRoot(shop, actions.changed, nowMs),
    node: ({ id }: { id: string }) => nodeById(id),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map(nodeById),
    shop: () => shopNode(shop),
    onlineStore: { passwordProtection: { enabled: shop.storefrontPassword.isEnabled } },
    currentAppInstallation: () => installationNode(shop, app),
    publicApiVersions: [...OTHER_VERSIONS, SCHEMA_VERSION].map((handle) => ({
      handle,
      displayName: handle,
      supported: true,
    })),

    themes: (args: PageArguments & { roles?: readonly string[] | null }) =>
      connection(themeNodes(shop, args.roles), args),
    theme: ({ id }: { id: string }) => themeNodes(shop, null).find((theme) => theme.id === id) ?? null,

    locations: (args: LocationArguments) => locationConnection(shop, args),
    location: ({ id }: { id?: string | null }) => {
      const found = shop.locations.find((location) => id == null || id === `gid://shopify/Location/${location.id}`);
      return found ? locationNode(found, shop) : null;
    },

    privacySettings: () => privacyNode(shop),
    consentPolicy: (args: ConsentArguments) => consentNodes(shop, args),
    businessEntities: () => [businessEntityNode(shop)],

    appRevokeAccessScopes: ({ scopes }: { scopes: readonly string[] }) => revoke(shop, app, actions, scopes),
  };
}

function privacyNode({ privacy }: ShopState) {
  return {
    banner: privacy.banner,
    dataSaleOptOutPage: { autoManaged: false },
    privacyPolicy: { autoManaged: false, supportedLocales: ['en'] },
  };
}

interface ConsentArguments {
  readonly countryCode?: string | null;
  readonly regionCode?: string | null;
  readonly consentRequired?: boolean | null;
  readonly dataSaleOptOutRequired?: boolean | null;
}

function consentNodes(shop: ShopState, args: ConsentArguments) {
  return shop.privacy.consentPolicies
    .filter(
      (policy) =>
        (args.countryCode == null || policy.countryCode === args.countryCode) &&
        (args.regionCode == null || policy.regionCode === args.regionCode) &&
        (args.consentRequired == null || policy.consentRequired === args.consentRequired) &&
        (args.dataSaleOptOutRequired == null || policy.dataSaleOptOutRequired === args.dataSaleOptOutRequired),
    )
    .map((policy) => ({
      ...policy,
      id: `gid://shopify/ConsentPolicy/${[policy.countryCode, policy.regionCode].filter(Boolean).join('-')}`,
      shopId: `gid://shopify/Shop/${shop.id}`,
    }));
}

function revoke(shop: ShopState, app: AppIdentity, actions: RootActions, scopes: readonly string[]) {
  const refusedScope = scopes.find((scope) => !shop.installation.grantedScopes.includes(scope));
  const requiredScope = scopes.find((scope) => app.scopes.required.includes(scope));
  if (refusedScope !== undefined || requiredScope !== undefined) {
    const message =
      refusedScope !== undefined
        ? 'A scope is not granted to the app.'
        : 'A scope that the app requires cannot be revoked.';
    const code = refusedScope !== undefined ? 'UNKNOWN_SCOPES' : 'CANNOT_REVOKE_REQUIRED_SCOPES';
    return {
      revoked: null,
      userErrors: [{ __typename: 'AppRevokeAccessScopesAppRevokeScopeError', field: ['scopes'], message, code }],
    };
  }
  actions.revokeScopes(scopes);
  return { revoked: scopes.map(scopeNode), userErrors: [] };
}
