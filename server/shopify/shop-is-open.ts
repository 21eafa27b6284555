/** The lightest question there is: whether Shopify lets us in to the shop. It needs no scope. */
export const SHOP_IS_OPEN = 'query ShopIsOpen { shop { id } }';
