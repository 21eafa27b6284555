/** How a service that sends mail for others is known in the DNS, and where it keeps its keys. */
export interface MailService {
  readonly id: string;
  readonly name: string;
  /** Ends of the names of its receiving servers (MX). */
  readonly receivers: readonly string[];
  /** Names that customers include in their SPF record. */
  readonly spfHosts: readonly string[];
  /** Selectors under which it publishes keys unless somebody chose others. */
  readonly selectors: readonly string[];
  /** `unverified`: the selectors are tried, and nobody is told that a key is missing. */
  readonly status: 'verified' | 'unverified';
}

/**
 * Source of the verified selectors: the services' names as several independent lists of selectors give them
 * (help.sendmarc.com, mailflowauthority.com, dkimcreator.com; read 2026-11-22). The others are customary and were not
 * confirmed.
 */
export const MAIL_SERVICES: readonly MailService[] = [
  {
    id: 'google',
    name: 'Google Workspace',
    receivers: ['google.com', 'googlemail.com'],
    spfHosts: ['_spf.google.com'],
    selectors: ['google'],
    status: 'verified',
  },
  {
    id: 'microsoft',
    name: 'Microsoft 365',
    receivers: ['mail.protection.outlook.com', 'mx.microsoft'],
    spfHosts: ['spf.protection.outlook.com'],
    selectors: ['selector1', 'selector2'],
    status: 'verified',
  },
  {
    id: 'zoho',
    name: 'Zoho Mail',
    receivers: ['zoho.com', 'zoho.in', 'zoho.eu', 'zohomail.com'],
    spfHosts: ['zoho.com', 'zoho.in', 'zoho.eu', 'zohomail.com', 'one.zoho.com', 'one.zoho.in'],
    selectors: ['zoho', 'zmail', 'zohomail'],
    status: 'unverified',
  },
  {
    id: 'mailchimp',
    name: 'Mailchimp',
    receivers: [],
    spfHosts: ['servers.mcsv.net', 'spf.mandrillapp.com'],
    selectors: ['k1', 'k2', 'k3', 'mandrill'],
    status: 'unverified',
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    receivers: [],
    spfHosts: ['sendgrid.net'],
    selectors: ['s1', 's2'],
    status: 'unverified',
  },
  {
    id: 'klaviyo',
    name: 'Klaviyo',
    receivers: [],
    spfHosts: ['_spf.klaviyo.com'],
    selectors: ['kl', 'kl2'],
    status: 'unverified',
  },
  {
    id: 'hubspot',
    name: 'HubSpot',
    receivers: [],
    spfHosts: [],
    selectors: ['hs1', 'hs2'],
    status: 'unverified',
  },
  {
    id: 'brevo',
    name: 'Brevo',
    receivers: [],
    spfHosts: ['spf.sendinblue.com', 'spf.brevo.com'],
    selectors: ['mail', 'brevo1', 'brevo2'],
    status: 'unverified',
  },
  {
    id: 'zendesk',
    name: 'Zendesk',
    receivers: [],
    spfHosts: ['mail.zendesk.com'],
    selectors: ['zendesk1', 'zendesk2'],
    status: 'unverified',
  },
  {
    id: 'proton',
    name: 'Proton Mail',
    receivers: ['protonmail.ch'],
    spfHosts: ['_spf.protonmail.ch'],
    selectors: ['protonmail', 'protonmail2', 'protonmail3'],
    status: 'unverified',
  },
  {
    id: 'titan',
    name: 'Titan',
    receivers: ['titan.email'],
    spfHosts: ['spf.titan.email'],
    selectors: ['titan1', 'titan2'],
    status: 'unverified',
  },
  {
    id: 'hostinger',
    name: 'Hostinger',
    receivers: ['hostinger.com', 'hostinger.in'],
    spfHosts: ['_spf.mail.hostinger.com'],
    selectors: ['hostingermail1', 'hostingermail-a', 'hostingermail-b', 'hostingermail-c'],
    status: 'unverified',
  },
  {
    id: 'shopify',
    name: 'Shopify',
    receivers: [],
    // Its keys stand under names that are made for each shop.
    spfHosts: ['shops.shopify.com'],
    selectors: [],
    status: 'unverified',
  },
];

/** Tried for every domain: what small mail servers and panels call their key. */
export const CUSTOMARY_SELECTORS: readonly string[] = ['default', 'mail', 'dkim', 'smtp', 's1', 's2', 'k1'];
