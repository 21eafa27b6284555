/** Owner of the copy that the merchant sees in the admin, under the definition in shopify.app.toml. */
export const SHOP_ID = `query ShopId {
  shop { id }
}`;
