import type { ShopAddress } from '../shops/shop-state.ts';

/** The lines of an address as Shopify writes them out: none for what is not filled in. */
export function formattedAddress(address: Omit<ShopAddress, 'company' | 'phone'>): string[] {
  const { address1, address2, zip, city, province, country } = address;
  return [address1, address2, `${zip} ${city}`, province, country].filter((line) => line !== null);
}
