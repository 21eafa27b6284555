import type { Text } from '../../../core/text.ts';

const orders = { en: 'orders of the last 60 days', hi: 'पिछले 60 दिन के ऑर्डर' };
const fulfilments = {
  en: 'orders to be sent, with names and addresses',
  hi: 'भेजे जाने वाले ऑर्डर, नाम और पते सहित',
};
const marketplace = { en: 'marketplace orders', hi: 'मार्केटप्लेस के ऑर्डर' };
const payments = { en: 'your Shopify Payments account', hi: 'आपका Shopify Payments खाता' };

/** What a permission is about, in plain words, by its name without "read_" and "write_". */
const WHAT: Readonly<Record<string, Text>> = {
  all_orders: { en: 'all orders ever placed', hi: 'अब तक के सारे ऑर्डर' },
  orders,
  draft_orders: { en: 'draft orders', hi: 'ड्राफ़्ट ऑर्डर' },
  order_edits: { en: 'placed orders, edited afterwards', hi: 'दिए गए ऑर्डर में बाद के बदलाव' },
  quick_sale: { en: 'quick sale orders', hi: 'क्विक सेल के ऑर्डर' },
  returns: { en: 'returns', hi: 'वापसी' },
  checkouts: { en: 'checkouts with contact and address', hi: 'चेकआउट, संपर्क और पते सहित' },
  checkout_settings: { en: 'checkout settings', hi: 'चेकआउट की सेटिंग' },
  checkout_branding_settings: { en: 'look of the checkout', hi: 'चेकआउट का रूप' },
  checkout_and_accounts_configurations: {
    en: 'look of checkout and customer accounts',
    hi: 'चेकआउट और ग्राहक खातों का रूप',
  },
  customers: { en: 'customers: names, phones, addresses', hi: 'ग्राहक: नाम, फ़ोन, पते' },
  customer_tags: { en: 'tags of a customer', hi: 'ग्राहक के टैग' },
  customer_payment_methods: { en: 'saved cards of customers', hi: 'ग्राहकों के सेव किए कार्ड' },
  customer_merge: { en: 'merging customer records', hi: 'ग्राहक रिकॉर्ड मिलाना' },
  customer_data_erasure: { en: 'erasing customer data', hi: 'ग्राहक का डेटा मिटाना' },
  customer_events: { en: 'what visitors do in the shop', hi: 'स्टोर में आने वाले क्या करते हैं' },
  companies: { en: 'business buyers and their contacts', hi: 'कंपनी खरीदार और उनके संपर्क' },
  products: { en: 'products and collections', hi: 'प्रॉडक्ट और कलेक्शन' },
  product_listings: { en: 'published products', hi: 'प्रकाशित प्रॉडक्ट' },
  product_inventory: { en: 'available quantity', hi: 'उपलब्ध मात्रा' },
  product_tags: { en: 'product tags', hi: 'प्रॉडक्ट के टैग' },
  inventory: { en: 'stock', hi: 'स्टॉक' },
  inventory_shipments: { en: 'stock on its way', hi: 'रास्ते का स्टॉक' },
  inventory_transfers: { en: 'transfers of stock', hi: 'स्टॉक के ट्रांसफ़र' },
  inventory_purchase_orders: { en: 'purchase orders', hi: 'खरीद ऑर्डर' },
  locations: { en: 'locations', hi: 'लोकेशन' },
  themes: { en: 'code of your theme', hi: 'आपकी थीम का कोड' },
  script_tags: { en: 'scripts on every page of the shop', hi: 'स्टोर के हर पेज पर स्क्रिप्ट' },
  pixels: { en: 'tracking pixels', hi: 'ट्रैकिंग पिक्सेल' },
  server_pixels: { en: 'where visitor events are sent', hi: 'आने वालों की जानकारी कहाँ जाती है' },
  content: { en: 'pages, blogs and comments', hi: 'पेज, ब्लॉग और टिप्पणियाँ' },
  online_store_pages: { en: 'pages and blogs', hi: 'पेज और ब्लॉग' },
  online_store_navigation: { en: 'menus and redirects', hi: 'मेन्यू और रीडायरेक्ट' },
  files: { en: 'files of the shop', hi: 'स्टोर की फ़ाइलें' },
  images: { en: 'images', hi: 'चित्र' },
  metaobjects: { en: 'custom content', hi: 'कस्टम सामग्री' },
  metaobject_definitions: { en: 'forms of custom content', hi: 'कस्टम सामग्री के रूप' },
  translations: { en: 'translations', hi: 'अनुवाद' },
  locales: { en: 'languages of the shop', hi: 'स्टोर की भाषाएँ' },
  discounts: { en: 'discounts', hi: 'छूट' },
  price_rules: { en: 'discounts (older way)', hi: 'छूट (पुराना तरीका)' },
  gift_cards: { en: 'gift cards', hi: 'गिफ़्ट कार्ड' },
  gift_card_transactions: { en: 'value of gift cards', hi: 'गिफ़्ट कार्ड की रकम' },
  store_credit_accounts: { en: 'store credit of customers', hi: 'ग्राहकों का स्टोर क्रेडिट' },
  store_credit_account_transactions: { en: 'store credit of customers', hi: 'ग्राहकों का स्टोर क्रेडिट' },
  fulfillments: { en: 'fulfilment services', hi: 'फ़ुलफ़िलमेंट सेवाएँ' },
  assigned_fulfillment_orders: fulfilments,
  merchant_managed_fulfillment_orders: fulfilments,
  third_party_fulfillment_orders: fulfilments,
  marketplace_fulfillment_orders: marketplace,
  marketplace_orders: marketplace,
  marketplace_returns: { en: 'returns of marketplace orders', hi: 'मार्केटप्लेस ऑर्डर की वापसी' },
  shipping: { en: 'shipping rates and carriers', hi: 'शिपिंग दरें और कूरियर' },
  delivery_customizations: { en: 'delivery choices at checkout', hi: 'चेकआउट में डिलीवरी के विकल्प' },
  payment_customizations: { en: 'payment choices at checkout', hi: 'चेकआउट में भुगतान के विकल्प' },
  cart_transforms: { en: 'what the buyer pays for', hi: 'खरीदार किस चीज़ का भुगतान करता है' },
  validations: { en: 'rules of cart and checkout', hi: 'कार्ट और चेकआउट के नियम' },
  payment_terms: { en: 'payment terms', hi: 'भुगतान की शर्तें' },
  payment_mandate: { en: 'bank accounts and saved cards', hi: 'बैंक खाते और सेव किए कार्ड' },
  payment_gateways: { en: 'payment gateways', hi: 'पेमेंट गेटवे' },
  payment_sessions: { en: 'payments as they happen', hi: 'होते हुए भुगतान' },
  own_subscription_contracts: { en: 'subscriptions of customers', hi: 'ग्राहकों की सदस्यता' },
  purchase_options: { en: 'subscription offers', hi: 'सदस्यता के ऑफ़र' },
  selling_plans: { en: 'subscription offers', hi: 'सदस्यता के ऑफ़र' },
  markets: { en: 'markets', hi: 'बाज़ार' },
  marketing_events: { en: 'marketing activities', hi: 'मार्केटिंग के काम' },
  publications: { en: 'what is sold on which channel', hi: 'किस चैनल पर क्या बिकता है' },
  reports: { en: 'sales reports', hi: 'बिक्री की रिपोर्ट' },
  users: { en: 'your staff', hi: 'आपका स्टाफ़' },
  audit_events: { en: 'who did what in the admin', hi: 'एडमिन में किसने क्या किया' },
  apps: { en: 'names of some other apps', hi: 'कुछ दूसरे ऐप के नाम' },
  privacy_settings: { en: 'cookie banner and privacy settings', hi: 'कुकी बैनर और निजता की सेटिंग' },
  legal_policies: { en: 'store policies', hi: 'स्टोर की नीतियाँ' },
  taxes: { en: 'tax settings', hi: 'टैक्स की सेटिंग' },
  shopify_payments: payments,
  shopify_payments_accounts: payments,
  shopify_payments_bank_accounts: { en: 'your bank accounts', hi: 'आपके बैंक खाते' },
  shopify_payments_payouts: { en: 'payouts to your bank', hi: 'आपके बैंक में आई रकम' },
  shopify_payments_disputes: { en: 'payment disputes', hi: 'भुगतान के विवाद' },
  shopify_payments_dispute_evidences: { en: 'papers on payment disputes', hi: 'भुगतान विवाद के कागज़' },
  mobile_platform_applications: { en: 'which phone apps belong to the shop', hi: 'स्टोर से जुड़े फ़ोन ऐप' },
};

/** On whose behalf: `shop`, a `visitor` of the storefront, or a signed-in `customer`. */
export interface ScopeWords {
  readonly act: 'read' | 'write';
  readonly of: 'shop' | 'visitor' | 'customer';
  readonly what: Text;
}

const SCOPE = /^(unauthenticated_|customer_)?(read|write)_(\w+)$/;

/** A permission in plain words; null: we have none, and its name stands for itself. */
export function scopeWords(scope: string): ScopeWords | null {
  const [, side, act, stem = ''] = SCOPE.exec(scope) ?? [];
  const what = Object.hasOwn(WHAT, stem) ? WHAT[stem] : undefined;
  if (!what || act === undefined) return null;
  const of = side === undefined ? 'shop' : side === 'customer_' ? 'customer' : 'visitor';
  return { act: act === 'write' ? 'write' : 'read', of, what };
}

/** Every name that has words. */
export const STEMS: readonly string[] = Object.keys(WHAT);
