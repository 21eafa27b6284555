import type { ShopState } from '../shops/shop-state.ts';

/** The one firm behind the shop. */
export function businessEntityNode(shop: ShopState) {
  const { address1, address2, city, province, zip, countryCode, company } = shop.address;
  return {
    id: `gid://shopify/BusinessEntity/${shop.id}`,
    primary: true,
    archived: false,
    companyName: company,
    displayName: shop.name,
    address: { address1, address2, city, province, zip, countryCode },
  };
}
