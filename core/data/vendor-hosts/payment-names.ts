/**
 * Names under which orders show payment without a provider: the merchant's own ways, vouchers, tests. In lower case.
 * Source: Shopify Help, "Manual payments", and Admin schema 2026-10, Order.paymentGatewayNames.
 */
const WITHOUT_PROVIDER: readonly string[] = [
  'cash on delivery',
  'cod',
  'manual',
  'cash',
  'money order',
  'bank deposit',
  'bank transfer',
  'gift_card',
  'gift card',
  'store credit',
  'shopify_store_credit',
  'exchange_credit',
  'external',
  'test',
  'bogus',
];

/** Names of Shopify's own gateways. Shopify is a PCI DSS level 1 provider and publishes its own attestation. */
const SHOPIFYS_OWN: readonly string[] = ['shopify_payments', 'shopify payments', 'shop_pay', 'shop pay', 'shop_cash'];

/** "Cash on Delivery (COD)": nobody stands between shop and buyer. A merchant may write on behind the name. */
export function isManualPayment(name: string): boolean {
  return WITHOUT_PROVIDER.some((one) => beginsWith(name, one));
}

export function isShopifyPayment(name: string): boolean {
  return SHOPIFYS_OWN.some((one) => beginsWith(name, one) || name.trim().toLowerCase().startsWith(`${one}_`));
}

/** "Razorpay Secure (UPI)" begins with "razorpay"; "razorpayx" does not. */
export function beginsWith(name: string, start: string): boolean {
  const folded = name.trim().toLowerCase().replace(/\s+/g, ' ');
  return folded === start || (folded.startsWith(start) && /[\s(,:–—-]/.test(folded[start.length] ?? ''));
}
