import type { Role } from '../../core/api/home.ts';
import { SCRIPT_EXPORTS } from '../../core/api/scripts.ts';

/** One route of /api, as the generated tests walk it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The least role that may. */
  readonly role: Role;
  /** Whose id the route takes: in its path, or in the body's `ids`. */
  readonly takes: {
    readonly id:
      | 'alert'
      | 'registration'
      | 'member'
      | 'file-scan'
      | 'host'
      | 'account'
      | 'import'
      | 'provider'
      | 'question'
      | 'person'
      | 'vendor'
      | 'vendor-entry'
      | 'vendor-import'
      | 'week'
      | 'reader'
      | 'delivery'
      | 'failed-job'
      | 'webhook'
      | 'order'
      | 'product';
    readonly in: 'path' | 'body';
  } | null;
  /** Parameters of the query. */
  readonly query: readonly string[];
  /** Fields of the body; null when there is none. */
  readonly body: readonly string[] | null;
}

const FILTER = ['status', 'severity', 'area', 'check', 'subject', 'q', 'sort'] as const;
const inBody = { id: 'alert', in: 'body' } as const;
const ofVendor = { role: 'manager', takes: { id: 'vendor', in: 'path' }, query: [] } as const;
const ofEntry = { ...ofVendor, takes: { id: 'vendor-entry', in: 'path' } } as const;
const VENDOR_FIELDS = [
  ...['name', 'kind', 'purpose', 'owner', 'contact', 'note', 'dataClasses', 'scopes', 'hosts', 'handle'],
  ...['unusedSince', 'tokenMadeOn'],
] as const;
const ofWebhook = { method: 'POST', role: 'owner', takes: { id: 'webhook', in: 'path' }, query: [], body: [] } as const;
const WEBHOOK_FIELDS = ['name', 'format', 'language', 'rule', 'getsWeekly'] as const;
const READER_FIELDS = ['role', 'language', 'getsAlerts', 'getsWeekly', 'rule'] as const;
const ofReader = { role: 'manager', takes: { id: 'reader', in: 'path' }, query: [] } as const;
const ofProduct = { id: 'product', in: 'path' } as const;
const ofOrder = { id: 'order', in: 'path' } as const;
const read = { method: 'GET', role: 'viewer', takes: null, query: [], body: null } as const;

/** Every route. A test holds this list against the router, so none is without its cases. */
export const API_ROUTES: readonly ApiRoute[] = [
  { ...read, path: '/home' },
  { ...read, path: '/alerts', query: [...FILTER, 'page'] },
  { ...read, path: '/alerts.csv', query: [...FILTER, 'language'] },
  { ...read, path: '/alerts/groups', query: [...FILTER, 'by', 'page'] },
  { ...read, path: '/alerts/:id', takes: { id: 'alert', in: 'path' } },
  { method: 'POST', path: '/alerts/acknowledge', role: 'manager', takes: inBody, query: [], body: ['ids'] },
  { method: 'POST', path: '/alerts/reopen', role: 'manager', takes: inBody, query: [], body: ['ids'] },
  {
    method: 'POST',
    path: '/alerts/suppress',
    role: 'manager',
    takes: inBody,
    query: [],
    body: ['ids', 'kind', 'reason', 'until'],
  },
  { method: 'POST', path: '/alerts/assign', role: 'manager', takes: inBody, query: [], body: ['ids', 'personId'] },
  { method: 'POST', path: '/alerts/seen', role: 'viewer', takes: null, query: [], body: [] },
  {
    method: 'POST',
    path: '/alerts/:id/comments',
    role: 'manager',
    takes: { id: 'alert', in: 'path' },
    query: [],
    body: ['text'],
  },
  {
    method: 'DELETE',
    path: '/alerts/:id/comments/:comment',
    role: 'manager',
    takes: { id: 'alert', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/audit', role: 'owner', query: ['before', 'action', 'actor'] },
  { ...read, path: '/audit/verify', role: 'owner' },
  { ...read, path: '/audit/file', role: 'owner', query: ['format', 'language'] },
  { ...read, path: '/evidence-pack', role: 'owner', query: ['language'] },
  { ...read, path: '/scans/current' },
  { method: 'POST', path: '/scans', role: 'manager', takes: null, query: [], body: [] },
  { ...read, path: '/rhythm' },
  {
    method: 'POST',
    path: '/rhythm/failed/:id/retry',
    role: 'manager',
    takes: { id: 'failed-job', in: 'path' },
    query: [],
    body: [],
  },
  { ...read, path: '/reports' },
  { method: 'POST', path: '/reports/send', role: 'manager', takes: null, query: [], body: ['monday'] },
  { ...read, path: '/reports/:monday', takes: { id: 'week', in: 'path' } },
  { ...read, path: '/reports/:monday/file', takes: { id: 'week', in: 'path' }, query: ['format', 'language'] },
  { ...read, path: '/notices', role: 'manager' },
  { method: 'PATCH', path: '/notices', role: 'manager', takes: null, query: [], body: ['quietHours'] },
  {
    method: 'POST',
    path: '/notices/readers',
    role: 'manager',
    takes: null,
    query: [],
    body: ['address', ...READER_FIELDS],
  },
  { ...ofReader, method: 'PATCH', path: '/notices/readers/:id', body: READER_FIELDS },
  { ...ofReader, method: 'DELETE', path: '/notices/readers/:id', body: null },
  { ...ofReader, method: 'POST', path: '/notices/readers/:id/invite', body: [] },
  { ...read, path: '/notices/deliveries', role: 'manager' },
  {
    method: 'POST',
    path: '/notices/deliveries/:id/again',
    role: 'manager',
    takes: { id: 'delivery', in: 'path' },
    query: [],
    body: [],
  },
  { ...read, path: '/checks' },
  { ...read, path: '/registrations' },
  { method: 'POST', path: '/registrations', role: 'manager', takes: null, query: [], body: ['gstin'] },
  {
    method: 'DELETE',
    path: '/registrations/:id',
    role: 'manager',
    takes: { id: 'registration', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/settings' },
  // The language is each person's own; the guide takes a manager, which the service judges.
  { method: 'PATCH', path: '/settings', role: 'viewer', takes: null, query: [], body: ['language', 'guideHidden'] },
  { ...read, path: '/members', role: 'owner' },
  {
    method: 'PATCH',
    path: '/members/:userId',
    role: 'owner',
    takes: { id: 'member', in: 'path' },
    query: [],
    body: ['role'],
  },
  { ...ofWebhook, path: '/notices/webhooks', takes: null, body: [...WEBHOOK_FIELDS, 'url'] },
  { ...ofWebhook, method: 'PATCH', path: '/notices/webhooks/:id', body: [...WEBHOOK_FIELDS, 'isOn'] },
  { ...ofWebhook, method: 'DELETE', path: '/notices/webhooks/:id', body: null },
  { ...ofWebhook, path: '/notices/webhooks/:id/secret' },
  { ...ofWebhook, path: '/notices/webhooks/:id/test', role: 'manager' },
  {
    method: 'PATCH',
    path: '/notices/flow',
    role: 'manager',
    takes: null,
    query: [],
    body: ['isOn', 'rule', 'triggers'],
  },
  { ...read, path: '/look-ups' },
  {
    method: 'PUT',
    path: '/look-ups',
    role: 'owner',
    takes: null,
    query: [],
    body: ['service', 'isTestMode', 'credentials'],
  },
  { method: 'DELETE', path: '/look-ups', role: 'owner', takes: null, query: [], body: null },
  { method: 'POST', path: '/look-ups/now', role: 'manager', takes: null, query: [], body: [] },
  { ...read, path: '/gst' },
  { ...read, path: '/gst/tax-audit.csv', query: ['language'] },
  { ...read, path: '/gst/hsn.csv', query: ['language'] },
  { ...read, path: '/gst/calendar.ics', query: ['language'] },
  {
    method: 'PATCH',
    path: '/gst/profile',
    role: 'manager',
    takes: null,
    query: [],
    body: ['turnover', 'isUnregistered', 'sellsForOthers'],
  },
  {
    method: 'PATCH',
    path: '/gst/registrations/:id',
    role: 'manager',
    takes: { id: 'registration', in: 'path' },
    query: [],
    body: ['scheme', 'filing', 'registeredOn', 'hasBankAccount', 'lutYears'],
  },
  { ...read, path: '/security' },
  { ...read, path: '/evidence' },
  { ...read, path: '/storefront' },
  { ...read, path: '/theme-baseline' },
  { method: 'POST', path: '/theme-baseline', role: 'manager', takes: null, query: [], body: [] },
  { ...read, path: '/data-at-rest' },
  { method: 'PUT', path: '/data-at-rest/sample', role: 'owner', takes: null, query: [], body: ['isOn'] },
  { method: 'POST', path: '/file-scans', role: 'manager', takes: null, query: [], body: ['rows', 'counts'] },
  {
    method: 'DELETE',
    path: '/file-scans/:id',
    role: 'manager',
    takes: { id: 'file-scan', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/hosts', role: 'manager' },
  { method: 'POST', path: '/hosts', role: 'manager', takes: null, query: [], body: ['host'] },
  {
    method: 'PUT',
    path: '/hosts/signatures',
    role: 'owner',
    takes: null,
    query: [],
    body: ['host', 'signatureInput', 'signature', 'endsOn'],
  },
  { method: 'DELETE', path: '/hosts/signatures', role: 'owner', takes: null, query: [], body: ['host'] },
  {
    method: 'DELETE',
    path: '/hosts/:id',
    role: 'manager',
    takes: { id: 'host', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/seller-disclosure' },
  {
    method: 'PUT',
    path: '/seller-disclosure',
    role: 'manager',
    takes: null,
    query: [],
    body: [
      ...['legalName', 'gstin', 'address', 'email', 'phone'],
      ...['officerName', 'officerTitle', 'officerEmail', 'officerPhone'],
    ],
  },
  { method: 'DELETE', path: '/seller-disclosure', role: 'manager', takes: null, query: [], body: null },
  { ...read, path: '/beacon' },
  { method: 'PUT', path: '/beacon', role: 'owner', takes: null, query: [], body: ['isOn'] },
  { ...read, path: '/attestations' },
  {
    method: 'PUT',
    path: '/attestations/:questionId',
    role: 'manager',
    takes: { id: 'question', in: 'path' },
    query: [],
    body: ['answer'],
  },
  {
    method: 'DELETE',
    path: '/attestations/:questionId',
    role: 'manager',
    takes: { id: 'question', in: 'path' },
    query: [],
    body: null,
  },
  {
    method: 'PUT',
    path: '/attestations/:questionId/file',
    role: 'manager',
    takes: { id: 'question', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/attestations/:questionId/file', role: 'manager', takes: { id: 'question', in: 'path' } },
  {
    method: 'POST',
    path: '/people/:id/invitations',
    role: 'manager',
    takes: { id: 'person', in: 'path' },
    query: [],
    body: ['purpose'],
  },
  {
    method: 'DELETE',
    path: '/people/:id/invitations',
    role: 'manager',
    takes: { id: 'person', in: 'path' },
    query: [],
    body: null,
  },
  { ...read, path: '/people', role: 'manager' },
  { ...read, path: '/people.csv', role: 'manager' },
  {
    method: 'POST',
    path: '/people/import/preview',
    role: 'manager',
    takes: null,
    query: [],
    body: ['csv', 'service', 'source', 'columns'],
  },
  {
    method: 'POST',
    path: '/people/import',
    role: 'manager',
    takes: null,
    query: [],
    body: ['csv', 'service', 'source', 'columns'],
  },
  {
    method: 'POST',
    path: '/people/import/:id/undo',
    role: 'manager',
    takes: { id: 'import', in: 'path' },
    query: [],
    body: [],
  },
  { method: 'POST', path: '/people', role: 'manager', takes: null, query: [], body: ['name', 'email', 'role'] },
  { method: 'POST', path: '/people/merge', role: 'manager', takes: null, query: [], body: ['from', 'into'] },
  {
    method: 'PATCH',
    path: '/people/:id',
    role: 'manager',
    takes: { id: 'person', in: 'path' },
    query: [],
    body: ['name', 'role', 'hasLeft'],
  },
  {
    method: 'DELETE',
    path: '/people/:id',
    role: 'manager',
    takes: { id: 'person', in: 'path' },
    query: [],
    body: null,
  },
  {
    method: 'POST',
    path: '/accounts',
    role: 'manager',
    takes: null,
    query: [],
    body: ['personId', 'service', 'login'],
  },
  {
    method: 'POST',
    path: '/accounts/confirm',
    role: 'manager',
    takes: { id: 'account', in: 'body' },
    query: [],
    body: ['ids'],
  },
  {
    method: 'PATCH',
    path: '/accounts/:id',
    role: 'manager',
    takes: { id: 'account', in: 'path' },
    query: [],
    body: ['personId', 'secondFactor', 'isActive', 'isShared', 'isAdmin', 'isOwner'],
  },
  {
    method: 'DELETE',
    path: '/accounts/:id',
    role: 'manager',
    takes: { id: 'account', in: 'path' },
    query: [],
    body: null,
  },
  { method: 'PATCH', path: '/services', role: 'manager', takes: null, query: [], body: ['service', 'isUsed'] },
  {
    method: 'PUT',
    path: '/identity/:provider',
    role: 'owner',
    takes: { id: 'provider', in: 'path' },
    query: [],
    body: ['credentials'],
  },
  {
    method: 'DELETE',
    path: '/identity/:provider',
    role: 'owner',
    takes: { id: 'provider', in: 'path' },
    query: [],
    body: null,
  },
  {
    method: 'POST',
    path: '/identity/:provider/now',
    role: 'manager',
    takes: { id: 'provider', in: 'path' },
    query: [],
    body: [],
  },
  { ...read, path: '/scripts' },
  { ...read, path: '/scripts/log' },
  { ...read, path: '/scripts/diff', query: ['from', 'to'] },
  ...SCRIPT_EXPORTS.map((what): ApiRoute => ({
    ...read,
    path: `/scripts/export/${what}`,
    role: 'manager',
    query: ['format', 'language'],
  })),
  {
    method: 'POST',
    path: '/scripts/decisions',
    role: 'manager',
    takes: null,
    query: [],
    body: ['identities', 'verdict', 'owner', 'reason', 'coversNewTexts'],
  },
  {
    method: 'POST',
    path: '/scripts/decisions/withdraw',
    role: 'manager',
    takes: null,
    query: [],
    body: ['identities'],
  },
  { ...read, path: '/vendors' },
  { ...read, path: '/vendors.csv' },
  { ...read, path: '/vendors/:id', takes: { id: 'vendor', in: 'path' } },
  { method: 'POST', path: '/vendors', role: 'manager', takes: null, query: [], body: VENDOR_FIELDS },
  { ...ofVendor, method: 'PATCH', path: '/vendors/:id', body: VENDOR_FIELDS },
  { ...ofEntry, method: 'DELETE', path: '/vendors/:id', body: null },
  { ...ofEntry, method: 'POST', path: '/vendors/:id/restore', body: [] },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/approve', body: ['reason'] },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/review', body: [] },
  { ...ofVendor, method: 'PUT', path: '/vendors/:id/accepted-risk', body: ['reason', 'until'] },
  { ...ofVendor, method: 'DELETE', path: '/vendors/:id/accepted-risk', body: null },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/breaches', body: ['happenedOn', 'note'] },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/breaches/:breachId/close', body: [] },
  { method: 'POST', path: '/vendors/merge', role: 'manager', takes: null, query: [], body: ['into', 'from'] },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/papers', body: ['kind', 'validUntil'] },
  { ...ofEntry, method: 'PUT', path: '/vendors/:id/papers/:paperId/file', body: null },
  { ...ofEntry, method: 'GET', path: '/vendors/:id/papers/:paperId/file', body: null },
  { ...ofEntry, method: 'DELETE', path: '/vendors/:id/papers/:paperId', body: null },
  { method: 'POST', path: '/vendors/import/preview', role: 'manager', takes: null, query: [], body: ['text'] },
  { method: 'POST', path: '/vendors/import', role: 'manager', takes: null, query: [], body: ['text'] },
  { ...ofVendor, method: 'POST', path: '/vendors/:id/questionnaire', body: [] },
  { ...ofEntry, method: 'DELETE', path: '/vendors/:id/questionnaire', body: null },
  { ...ofEntry, method: 'POST', path: '/vendors/:id/questionnaire/:version/review', body: [] },
  { ...read, path: '/vendors/:id/letter', takes: { id: 'vendor', in: 'path' }, query: ['language'] },
  {
    method: 'POST',
    path: '/vendors/import/:id/undo',
    role: 'manager',
    takes: { id: 'vendor-import', in: 'path' },
    query: [],
    body: [],
  },
  { ...read, path: '/orders/:id/gst', takes: ofOrder },
  { method: 'POST', path: '/orders/:id/check', role: 'manager', takes: ofOrder, query: [], body: [] },
  { method: 'POST', path: '/orders/gst', role: 'viewer', takes: null, query: [], body: ['ids'] },
  { ...read, path: '/products/:id/gst', takes: ofProduct },
  {
    method: 'PUT',
    path: '/products/:id/gst',
    role: 'manager',
    takes: ofProduct,
    query: [],
    body: ['variantId', 'hsn', 'originCountryCode'],
  },
];
