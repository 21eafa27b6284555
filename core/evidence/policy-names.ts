import type { Text } from '../text.ts';
import type { PolicyType } from './kinds.ts';

/** Names of the texts that Shopify publishes, as its settings page calls them. */
export const POLICY_NAMES: Readonly<Record<PolicyType, Text>> = {
  CONTACT_INFORMATION: { en: 'Contact information', hi: 'संपर्क जानकारी' },
  LEGAL_NOTICE: { en: 'Legal notice', hi: 'कानूनी सूचना' },
  PRIVACY_POLICY: { en: 'Privacy policy', hi: 'निजता नीति' },
  REFUND_POLICY: { en: 'Refund policy', hi: 'रिफ़ंड नीति' },
  SHIPPING_POLICY: { en: 'Shipping policy', hi: 'शिपिंग नीति' },
  SUBSCRIPTION_POLICY: { en: 'Subscription policy', hi: 'सब्सक्रिप्शन नीति' },
  TERMS_OF_SALE: { en: 'Terms of sale', hi: 'बिक्री की शर्तें' },
  TERMS_OF_SERVICE: { en: 'Terms of service', hi: 'सेवा की शर्तें' },
};
