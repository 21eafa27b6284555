import type { Text } from '../text.ts';

/** Kinds of accounts whose loss hurts the shop. Source: step 6 of the ten steps, control MFA-06. */
export const SENSITIVE_SERVICES = [
  'shopify',
  'mail',
  'payment-gateway',
  'registrar',
  'dns',
  'gst-portal',
  'courier',
  'amazon',
  'flipkart',
  'meesho',
  'myntra',
  'ads',
  'social',
] as const;
export type SensitiveService = (typeof SENSITIVE_SERVICES)[number];

export const SERVICE_NAMES: Readonly<Record<SensitiveService, Text>> = {
  shopify: { en: 'Shopify admin', hi: 'Shopify एडमिन' },
  mail: { en: 'Mail', hi: 'मेल' },
  'payment-gateway': { en: 'Payment gateway', hi: 'पेमेंट गेटवे' },
  registrar: { en: 'Domain registrar', hi: 'डोमेन रजिस्ट्रार' },
  dns: { en: 'DNS provider', hi: 'DNS प्रदाता' },
  'gst-portal': { en: 'GST portal', hi: 'GST पोर्टल' },
  courier: { en: 'Courier', hi: 'कूरियर' },
  amazon: { en: 'Amazon seller account', hi: 'Amazon विक्रेता खाता' },
  flipkart: { en: 'Flipkart seller account', hi: 'Flipkart विक्रेता खाता' },
  meesho: { en: 'Meesho seller account', hi: 'Meesho विक्रेता खाता' },
  myntra: { en: 'Myntra seller account', hi: 'Myntra विक्रेता खाता' },
  ads: { en: 'Advertising account', hi: 'विज्ञापन खाता' },
  social: { en: 'Social media account', hi: 'सोशल मीडिया खाता' },
};
