import type { AlertQuery } from '../pages/alerts/alert-query.ts';

/** The names under which answers are kept; one list, so that a change knows what it makes stale. */
export const KEYS = {
  home: ['home'],
  scan: ['scan'],
  allAlerts: ['alerts'],
  alertPage: (query: AlertQuery) => ['alerts', 'page', query],
  alert: (id: string) => ['alerts', 'one', id],
  checks: ['checks'],
  registrations: ['registrations'],
  settings: ['settings'],
  gst: ['gst'],
  lookUps: ['look-ups'],
  members: ['members'],
  people: ['people'],
  storefront: ['storefront'],
  vendors: ['vendors'],
  vendor: (id: string) => ['vendors', 'one', id],
  scripts: ['scripts'],
  hosts: ['hosts'],
  dataAtRest: ['data-at-rest'],
  security: ['security'],
  evidence: ['evidence'],
  questions: ['attestations'],
  baseline: ['theme-baseline'],
  acceptedRisks: ['alerts', 'accepted', 'security'],
} as const;
