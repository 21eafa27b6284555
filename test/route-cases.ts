import { Types, type Connection } from 'mongoose';
import type { ApiRoute } from '../server/api/routes.ts';
import { accountModel } from '../server/models/account.ts';
import { alertModel } from '../server/models/alert.ts';
import { failedJobModel } from '../server/models/failed-job.ts';
import { fileScanModel } from '../server/models/file-scan.ts';
import { outgoingWebhookModel } from '../server/models/outgoing-webhook.ts';
import { ownHostModel } from '../server/models/own-host.ts';
import { memberModel } from '../server/models/member.ts';
import { peopleImportModel } from '../server/models/people-import.ts';
import { personModel } from '../server/models/person.ts';
import { deliveryModel } from '../server/models/delivery.ts';
import { readerModel } from '../server/models/reader.ts';
import { registrationModel } from '../server/models/registration.ts';
import { vendorModel } from '../server/models/vendor.ts';
import { vendorImportModel } from '../server/models/vendor-import.ts';

/** A GSTIN of a PAN that nobody has, with the check character that belongs to it. */
export const CASE_GSTIN = '27AAAAA0000A1Z2';

const NOTICE_RULE = {
  areas: ['gst' as const],
  leastSeverity: 'high' as const,
  pace: 'daily' as const,
  tellsResolved: false,
};

type IdKind = NonNullable<ApiRoute['takes']>['id'];

/** How the generated tests come by an id of each kind: one that is nobody's, and one of a given shop. */
export const IDS: {
  readonly [K in IdKind]: {
    readonly nobodys: string;
    readonly of: (connection: Connection, shop: string) => Promise<string>;
  };
} = {
  alert: {
    nobodys: 'f'.repeat(24),
    of: async (connection, shop) => (await alertModel(connection).findOne({ shop }).lean().orFail())._id.toString(),
  },
  registration: {
    nobodys: 'f'.repeat(24),
    of: async (connection, shop) =>
      (await registrationModel(connection).findOne({ shop }).lean().orFail())._id.toString(),
  },
  member: {
    nobodys: '999999',
    async of(connection, shop) {
      await memberModel(connection).updateOne(
        { shop, userId: '777' },
        { $setOnInsert: { role: 'viewer', firstSeenAt: new Date(), lastSeenAt: new Date() } },
        { upsert: true },
      );
      return '777';
    },
  },
  'file-scan': {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const counts = { rows: 1, card: 0, aadhaar: 0, pan: 0 };
      const scan = await fileScanModel(connection).create({ shop, scannedAt: new Date(), scannedBy: '1', ...counts });
      return scan._id.toString();
    },
  },
  host: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const host = `${new Types.ObjectId().toString()}.example`;
      const bare = { host, proof: 'proof-of-nobody', addedAt: new Date(), addedBy: '1' };
      return (await ownHostModel(connection).create({ shop, ...bare }))._id.toString();
    },
  },
  // Everybody is asked the same questions: nobody's is one that is not asked.
  question: { nobodys: 'nobody-asks-this', of: async () => 'nobody-asks-that' },
  // Every shop has the same Mondays: of these nobody has a report.
  week: { nobodys: '2020-01-06', of: async () => '2020-01-13' },
  person: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const emailIndex = new Types.ObjectId().toString();
      const bare = { detailsSealed: 'sealed', emailIndex, otherEmailIndexes: [], addedAt: new Date() };
      return (await personModel(connection).create({ shop, ...bare }))._id.toString();
    },
  },
  account: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const loginIndex = new Types.ObjectId().toString();
      const bare = {
        service: 'courier',
        loginSealed: 'sealed',
        loginIndex,
        statements: {},
        addedAt: new Date(),
      } as const;
      return (await accountModel(connection).create({ shop, ...bare }))._id.toString();
    },
  },
  import: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const bare = { source: 'csv', service: 'courier', importedAt: new Date(), importedBy: '1', accounts: 1 } as const;
      return (await peopleImportModel(connection).create({ shop, ...bare, replacedPacked: '{}' }))._id.toString();
    },
  },
  vendor: { nobodys: 'f'.repeat(24), of: aVendor },
  'vendor-entry': { nobodys: 'f'.repeat(24), of: aVendor },
  'vendor-import': {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const bare = { importedAt: new Date(), importedBy: '1', added: [], filledJson: '[]' };
      return (await vendorImportModel(connection).create({ shop, ...bare }))._id.toString();
    },
  },
  reader: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const word = new Types.ObjectId().toString();
      const rule = {
        areas: ['gst' as const],
        leastSeverity: 'high' as const,
        pace: 'daily' as const,
        tellsResolved: false,
      };
      const wishes = {
        role: 'viewer',
        language: 'en',
        getsAlerts: false,
        getsWeekly: false,
        isCombined: false,
      } as const;
      const asked = { invitations: 1, invitedAt: new Date(), addedAt: new Date(), addedBy: '1' };
      const kept = { shop, addressSealed: 'sealed', addressIndex: word, capKey: word, rule, ...wishes, ...asked };
      return (await readerModel(connection).create(kept))._id.toString();
    },
  },
  delivery: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const identity = `alerts:${new Types.ObjectId().toString()}:flow:flow`;
      const bare = { shop, identity, channel: 'flow', kind: 'alerts', to: 'flow', state: 'parked' } as const;
      const [now, none] = [
        new Date(),
        { sources: [], newsJsons: [], alerts: 0, isUrgent: false, attempts: 1, fence: 1 },
      ];
      const times = { createdAt: now, dueAt: now, nextTryAt: now, lockedUntil: now, textGoesAt: now };
      return (await deliveryModel(connection).create({ ...bare, ...none, ...times }))._id.toString();
    },
  },
  'failed-job': {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const bare = { key: new Types.ObjectId().toString(), job: 'read-people', refsJson: JSON.stringify({ shop }) };
      const failed = { ...bare, shop, code: 'internal', attempts: 1, failedAt: new Date() };
      return (await failedJobModel(connection).create(failed))._id.toString();
    },
  },
  webhook: {
    nobodys: 'f'.repeat(24),
    async of(connection, shop) {
      const bare = {
        host: 'hooks.invented.example',
        format: 'json',
        language: 'en',
        getsWeekly: true,
        isOn: true,
      } as const;
      const sealed = { targetSealed: 'sealed', secretsSealed: 'sealed', rule: NOTICE_RULE };
      const added = { addedAt: new Date(), addedBy: '1' };
      return (await outgoingWebhookModel(connection).create({ shop, ...bare, ...sealed, ...added }))._id.toString();
    },
  },
  // Orders are not in our store: Shopify shows a shop its own alone.
  order: { nobodys: '999999', of: async () => '888888' },
  product: { nobodys: '999999', of: async () => '888888' },
  // Every shop may connect the same providers: nobody's is one that we do not know.
  provider: { nobodys: 'invented-provider', of: async () => 'other-invented-provider' },
};

async function aVendor(connection: Connection, shop: string): Promise<string> {
  const bare = { name: 'Invented Reviews', kind: 'app' as const, hosts: [], dataClasses: [], papers: [], breaches: [] };
  const added = { addedAt: new Date(), addedBy: '1' };
  return (await vendorModel(connection).create({ shop, ...bare, ...added }))._id.toString();
}

/** Values that a body's fields may have, unless the route says otherwise below. */
const FIELDS: Readonly<Record<string, unknown>> = {
  reason: 'We know of this one.',
  until: new Date(Date.now() + 9 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
  gstin: CASE_GSTIN,
  language: 'hi',
  guideHidden: true,
  role: 'owner',
  service: 'cashfree',
  isTestMode: true,
  credentials: { 'x-client-id': 'key-of-nobody', 'x-client-secret': 'secret-of-nobody' },
  turnover: 'to-5-crore',
  isUnregistered: false,
  sellsForOthers: null,
  scheme: 'regular',
  filing: 'quarterly',
  registeredOn: '2020-07-01',
  hasBankAccount: true,
  lutYears: ['2026-27'],
  isOn: false,
  rows: 3,
  counts: { card: 0, aadhaar: 1, pan: 0 },
  host: 'journal.invented.example',
  signatureInput: 'sig1=("@authority");expires=1',
  signature: 'sig1=:c2lnbmF0dXJlLW9mLW5vYm9keQ==:',
  endsOn: new Date(Date.now() + 9 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
  answer: 'yes',
  purpose: 'device',
  name: 'Nobody Invented',
  email: 'nobody@invented.example',
  hasLeft: true,
  personId: null,
  login: 'nobody@invented.example',
  secondFactor: 'app',
  isActive: true,
  isShared: false,
  isAdmin: false,
  isOwner: false,
  isUsed: true,
  csv: 'E-mail,Name\nnobody@invented.example,Nobody Invented\n',
  source: 'csv',
  columns: {},
  kind: 'app',
  owner: 'Nobody Invented',
  contact: 'security@invented.example',
  note: 'Nobody knows more.',
  dataClasses: ['orders'],
  scopes: ['read_orders'],
  hosts: ['invented.example'],
  handle: 'invented-app',
  unusedSince: '2026-01-01',
  tokenMadeOn: '2026-01-01',
  happenedOn: '2026-01-01',
  into: 'e'.repeat(24),
  from: 'f'.repeat(24),
  validUntil: '2027-01-01',
  text: 'Invented Reviews',
  identities: ['https://nobody.invented.example/x.js'],
  verdict: 'approved',
  coversNewTexts: false,
  quietHours: { from: '22:00', to: '07:00' },
  address: 'nobody@invented.example',
  getsAlerts: true,
  getsWeekly: true,
  rule: { areas: ['gst'], leastSeverity: 'high', pace: 'daily', tellsResolved: false },
  url: 'https://hooks.invented.example/notices',
  format: 'json',
  monday: '2020-01-06',
  variantId: '11',
  hsn: '6204',
  originCountryCode: 'IN',
  legalName: 'Invented Crafts',
  phone: '+91 20 0000 0000',
  officerName: 'Nobody Invented',
  officerTitle: 'Grievance officer',
  officerEmail: 'nobody@invented.example',
  officerPhone: '+91 20 0000 0000',
};

/** Bodies of routes whose fields have names that others use for something else. */
const BODIES: Readonly<Record<string, (id: string) => Record<string, unknown>>> = {
  'POST /alerts/suppress': () => ({ kind: 'not-a-problem' }),
  'POST /orders/gst': () => ({ ids: ['1001'] }),
  'POST /notices/readers': () => ({ role: 'viewer' }),
  'PATCH /notices/readers/:id': () => ({ role: 'viewer' }),
  'POST /people/merge': (id) => ({ from: id, into: 'e'.repeat(24) }),
  'POST /people/import/preview': () => ({ service: 'courier' }),
  'POST /people/import': () => ({ service: 'courier' }),
  'POST /vendors': () => ({ purpose: 'Shows reviews' }),
  'PATCH /vendors/:id': () => ({ purpose: 'Shows reviews' }),
  'POST /vendors/:id/papers': () => ({ kind: 'contract' }),
  'POST /accounts': () => ({ service: 'courier' }),
  'PATCH /services': () => ({ service: 'courier' }),
  'PUT /identity/:provider': () => ({ credentials: { apiToken: 'key-of-nobody' } }),
};

/** A body that the route takes, for ids of its kind. */
export function goodBody({ method, path, body }: ApiRoute, id: string): Record<string, unknown> | undefined {
  if (body === null) return undefined;
  const own = BODIES[`${method} ${path}`]?.(id) ?? {};
  return Object.fromEntries(body.map((field) => [field, own[field] ?? (field === 'ids' ? [id] : FIELDS[field])]));
}
