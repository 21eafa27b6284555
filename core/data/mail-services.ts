/** A service that receives or sends the mail of many firms, and where it keeps its keys. */
export interface MailService {
  readonly name: string;
  /** Ends of the names of its receiving servers (MX). */
  readonly receivers: readonly string[];
  /** Names that customers include in their SPF record. */
  readonly spfHosts: readonly string[];
  /** Selectors under which it publishes keys unless somebody chose others. */
  readonly selectors: readonly string[];
}

/**
 * Only services whose selectors are the same for every customer and were confirmed: of these a missing key can be told.
 * Source: help.sendmarc.com, mailflowauthority.com and dkimcreator.com agree on them (read 2026-11-22).
 */
export const MAIL_SERVICES: readonly MailService[] = [
  {
    name: 'Google Workspace',
    receivers: ['google.com', 'googlemail.com'],
    spfHosts: ['_spf.google.com'],
    selectors: ['google'],
  },
  {
    name: 'Microsoft 365',
    receivers: ['mail.protection.outlook.com', 'mx.microsoft'],
    spfHosts: ['spf.protection.outlook.com'],
    selectors: ['selector1', 'selector2'],
  },
];
