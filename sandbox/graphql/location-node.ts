import { formattedAddress } from './formatted-address.ts';
import { connection, type PageArguments } from './connection.ts';
import type { ShopLocation, ShopState } from '../shops/shop-state.ts';

export interface LocationArguments extends PageArguments {
  readonly includeInactive?: boolean | null;
}

/** Locations by name, as Shopify sorts them when nothing else is asked. */
export function locationConnection(shop: ShopState, args: LocationArguments) {
  const wanted = shop.locations
    .filter(({ isActive }) => isActive || args.includeInactive)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return connection(
    wanted.map((location) => locationNode(location, shop)),
    args,
  );
}

export function locationNode(location: ShopLocation, shop: ShopState) {
  const { address } = location;
  return {
    id: `gid://shopify/Location/${location.id}`,
    legacyResourceId: String(location.id),
    name: location.name,
    isActive: location.isActive,
    isPrimary: shop.locations[0]?.id === location.id,
    isFulfillmentService: location.isFulfillmentService,
    fulfillsOnlineOrders: location.fulfillsOnlineOrders,
    shipsInventory: location.fulfillsOnlineOrders,
    addressVerified: location.addressVerified,
    createdAt: location.createdAt,
    updatedAt: location.updatedAt,
    address: {
      ...address,
      formatted: formattedAddress(address),
    },
  };
}
