/** A shop's permanent name, in lower case: "vastra.myshopify.com". */
export const SHOP_NAME = /^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/;

export const isShopName = (text: unknown): text is string => typeof text === 'string' && SHOP_NAME.test(text);
