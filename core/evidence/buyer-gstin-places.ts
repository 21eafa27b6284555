import type { Text } from '../text.ts';
import type { BuyerGstinPlace } from './orders.ts';

/** Where a buyer's number stands, as a person would say it. */
export const BUYER_GSTIN_PLACE_NAMES: Readonly<Record<BuyerGstinPlace, Text>> = {
  'cart-attribute': { en: 'cart', hi: 'कार्ट' },
  'checkout-field': { en: 'given after the order', hi: 'ऑर्डर के बाद दिया गया' },
  'order-metafield': { en: 'field of the order', hi: 'ऑर्डर का फ़ील्ड' },
  company: { en: 'company account', hi: 'कंपनी खाता' },
};
