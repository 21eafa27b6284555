import { GraphQLError } from 'graphql';

import type { ShopState } from '../shops/shop-state.ts';
import { vendorsOf, type AppTrace, type SandboxApp } from '../vendors/vendor-state.ts';
import { installationNode, scopeNode, type AppIdentity } from './app-node.ts';
import { connection, type PageArguments } from './connection.ts';

/** Shopify's own, as recorded answers number them. */
const PLATFORM_CHANNELS = [
  { id: 580_111, handle: 'online_store', title: 'Online Store' },
  { id: 129_785, handle: 'pos', title: 'Point of Sale' },
].map((app) => ({ ...app, developer: 'Shopify', scopes: [], privacyPolicyUrl: null, isPlatform: true }));
const ADMIN_APP = { ...platformNode(), id: 'gid://shopify/App/1830279', handle: 'shopify_web', title: 'Shopify Web' };

interface NamedApp extends Pick<SandboxApp, 'id' | 'handle' | 'title' | 'developer' | 'scopes' | 'privacyPolicyUrl'> {
  readonly isPlatform?: boolean;
}

/** Fields of the root that lead to other apps: each app's trace is a node of its own. */
export function vendorRoot(shop: ShopState, app: AppIdentity) {
  const vendors = () => vendorsOf(shop);
  const leaving = (trace: AppTrace): readonly SandboxApp[] => vendors().apps.filter(({ left }) => left.includes(trace));
  const channels = () => [...PLATFORM_CHANNELS, ...leaving('channel')].map((one) => channelNode(one));
  const functions = (trace: AppTrace, type: string) =>
    leaving(trace).map((one) => ({ ...functionNode(one, type), metafields: undefined }));
  const listOf =
    (nodes: () => readonly object[]) =>
    (args: PageArguments): object =>
      connection(nodes(), args);
  return {
    channels: listOf(channels),
    publications: listOf(() => [...PLATFORM_CHANNELS, ...leaving('publication')].map(publicationNode)),
    orderAttributionDefinitions: listOf(() => [
      { id: 'gid://shopify/OrderAttributionDefinition/1', handle: 'web', displayName: 'Online Store' },
      ...leaving('order-attribution').map(({ id, handle, title }) => ({
        ...{ id: `gid://shopify/OrderAttributionDefinition/${id}`, handle, displayName: title },
      })),
    ]),
    appDiscountTypes: () => leaving('discount-type').map(discountTypeNode),
    appDiscountTypesNodes: listOf(() => leaving('discount-type').map(discountTypeNode)),
    deliveryCustomizations: listOf(() => functions('delivery-customization', 'DeliveryCustomization')),
    paymentCustomizations: listOf(() => functions('payment-customization', 'PaymentCustomization')),
    validations: listOf(() => functions('validation', 'Validation')),
    cartTransforms: listOf(() =>
      leaving('cart-transform').map(({ id }) => ({
        ...{ id: `gid://shopify/CartTransform/${id}`, functionId: functionIdOf(id), blockOnFailure: false },
      })),
    ),
    carrierServices: listOf(() =>
      vendors().carriers.map(({ name, isActive, callbackUrl }, index) => ({
        ...{ id: `gid://shopify/DeliveryCarrierService/${index + 1}`, name, active: isActive, callbackUrl },
        ...{ formattedName: name, supportsServiceDiscovery: true },
      })),
    ),
    metafieldDefinitions: (args: PageArguments & { ownerType: string }) =>
      connection(metafieldDefinitions(args.ownerType, leaving), args),
    metaobjectDefinitions: listOf(() => [
      metaobjectDefinition('size_chart', 'Size chart', ADMIN_APP, shop.createdAt),
      ...leaving('metaobjects').map((one) =>
        metaobjectDefinition(`app--${one.id}--widget`, `${one.title} widget`, appNode(one), shop.createdAt),
      ),
    ]),
    appByHandle: ({ handle }: { handle: string }) => {
      if (handle === 'prahari') return installationNode(shop, app).app;
      const platform = PLATFORM_CHANNELS.find((one) => one.handle === handle);
      if (platform) return appNode(platform);
      const known = vendors().apps.find((one) => one.handle === handle);
      if (known?.whenAsked === 'denied') throw denied('appByHandle');
      return known?.whenAsked === 'told' ? appNode(known) : null;
    },
  };
}

/** Services of others that send goods; beside them the shop's own hands, which every shop has. */
export function fulfillmentServiceNodes(shop: ShopState) {
  const manual = { serviceName: 'Manual', handle: 'manual', type: 'MANUAL', callbackUrl: null };
  const others = vendorsOf(shop).fulfillmentServices.map(({ name, handle, callbackUrl }) => ({
    ...{ serviceName: name, handle, type: 'THIRD_PARTY', callbackUrl },
  }));
  return [manual, ...others].map((service, index) => ({
    ...service,
    id: `gid://shopify/FulfillmentService/${index + 1}?id=true`,
    inventoryManagement: false,
    requiresShippingMethod: true,
    trackingSupport: false,
    location: null,
  }));
}

function appNode(app: NamedApp) {
  return {
    id: `gid://shopify/App/${app.id}`,
    handle: app.handle,
    title: app.title,
    developerName: app.developer,
    developerType: app.isPlatform ? 'SHOPIFY' : 'PARTNER',
    shopifyDeveloped: app.isPlatform === true,
    published: true,
    requestedAccessScopes: app.scopes.map(scopeNode),
    privacyPolicyUrl: app.privacyPolicyUrl,
    appStoreAppUrl: app.isPlatform ? null : `https://apps.shopify.com/${app.handle}`,
  };
}

function platformNode() {
  return { developerName: 'Shopify', developerType: 'SHOPIFY', shopifyDeveloped: true, requestedAccessScopes: [] };
}

function channelNode(app: NamedApp) {
  const { id, title, handle } = app;
  return { id: `gid://shopify/Channel/${id}`, name: title, handle, app: appNode(app), supportsFuturePublishing: false };
}

function publicationNode(app: NamedApp) {
  return {
    id: `gid://shopify/Publication/${app.id}`,
    autoPublish: false,
    supportsFuturePublishing: false,
    catalog: {
      __typename: 'AppCatalog',
      id: `gid://shopify/AppCatalog/${app.id}`,
      title: `Channel Catalog ${app.id} for ${app.title}`,
      status: 'ACTIVE',
      apps: (args: PageArguments) => connection([appNode(app)], args),
    },
  };
}

function functionIdOf(id: number): string {
  return `019a0000-0000-7000-8000-000000${id}`;
}

function functionNode(app: NamedApp, type: string) {
  const title = `${app.title}: rules`;
  return {
    id: `gid://shopify/${type}/${app.id}`,
    title,
    enabled: true,
    functionId: functionIdOf(app.id),
    shopifyFunction: {
      ...{ id: functionIdOf(app.id), title, handle: `${app.handle}-rules`, apiType: type, apiVersion: '2026-10' },
      ...{ appKey: `key-of-${app.handle}`, app: appNode(app) },
    },
  };
}

function discountTypeNode(app: NamedApp) {
  return {
    appKey: `key-of-${app.handle}`,
    title: `${app.title}: bundle`,
    functionId: functionIdOf(app.id),
    app: appNode(app),
  };
}

function metafieldDefinitions(ownerType: string, leaving: (trace: AppTrace) => readonly SandboxApp[]) {
  const traces: Readonly<Record<string, AppTrace>> = { ORDER: 'order-metafields', PRODUCT: 'product-metafields' };
  const trace = traces[ownerType];
  const namespaces = trace ? ['custom', 'app--900100200', ...leaving(trace).map(({ id }) => `app--${id}--widget`)] : [];
  return namespaces.map((namespace, index) => ({
    id: `gid://shopify/MetafieldDefinition/${ownerType.length * 1_000 + index}`,
    namespace,
    key: 'settings',
    name: 'Settings',
    ownerType,
  }));
}

function metaobjectDefinition(type: string, name: string, createdByApp: object, createdAt: string) {
  return {
    id: `gid://shopify/MetaobjectDefinition/${type}`,
    type,
    name,
    createdByApp,
    createdAt,
    updatedAt: createdAt,
  };
}

/** As recorded answers refuse: null with an error that names the field. */
function denied(field: string): GraphQLError {
  const requiredAccess = '`read_apps` access scope.';
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess },
  });
}
