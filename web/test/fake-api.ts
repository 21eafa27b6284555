import type { GstHome } from '../../core/api/gst.ts';
import type { CheckBoard, Home, ScanProgress } from '../../core/api/home.ts';
import type { RhythmBoard } from '../../core/api/rhythm.ts';
import type { Member, Problem, RegistrationRow, Settings, SettingsChange } from '../../core/api/settings.ts';
import { aBoard, aHome, aMember, aScan, NOW, someSettings } from './factories.ts';
import { alertsRoute, type HeldAlerts } from './fake-alerts.ts';
import { auditRoute, someAuditPages, type HeldAudit } from './fake-audit.ts';
import { gstRoute } from './fake-gst.ts';
import { noticesRoute, type HeldNotices } from './fake-notices.ts';
import { someNotices } from './notice-factories.ts';
import { PEOPLE_FOLDERS, peopleRoute, PREVIEW, type HeldPeople } from './fake-people.ts';
import { SECURITY_FOLDERS, securityRoute, type HeldSecurity } from './fake-security.ts';
import { noReports, reportsRoute, type HeldReports } from './fake-reports.ts';
import { noScripts, scriptsRoute, type HeldScripts } from './fake-scripts.ts';
import { VENDOR_FOLDERS, vendorRoute, type HeldVendors } from './fake-vendors.ts';
import { STOREFRONT_FOLDERS, storefrontRoute, type HeldStorefront } from './fake-storefront.ts';
import { SHOP_FRONT_FOLDERS, shopFrontRoute, type HeldShopFront } from './fake-shop-front.ts';
import { aSellerState } from './seller-factories.ts';
import { aGstHome } from './gst-factories.ts';
import { aRhythmBoard } from './rhythm-factories.ts';
import { aRegister } from './people-factories.ts';
import { aBaseline, anEvidenceList, aSecurityBoard, someQuestions } from './security-factories.ts';
import { aBeaconState, aStorefrontBoard, noDataAtRest, noHosts } from './storefront-factories.ts';
import { anUnknownVendor, ourOwnVendor, someDetails } from './vendor-factories.ts';

/** What the fake shop holds; a test changes it before or while a page is open. */
export interface Held
  extends
    HeldNotices,
    HeldSecurity,
    HeldPeople,
    HeldStorefront,
    HeldShopFront,
    HeldVendors,
    HeldScripts,
    HeldAlerts,
    HeldReports,
    HeldAudit {
  home: Home;
  scan: ScanProgress | null;
  board: CheckBoard;
  registrations: RegistrationRow[];
  settings: Settings;
  rhythm: RhythmBoard;
  members: Member[];
  gst: GstHome;
  /** Keys of look-up services that were sent. */
  sentKeys: string[];
  /** Answers that replace the usual one, by "METHOD /path" without the query. "offline" breaks the line. */
  instead: Record<string, Problem | 'offline' | 'never'>;
}

/** A server that holds one shop's data and answers as ours does, at the level of fetch. */
export function fakeApi(parts: Partial<Held> = {}) {
  const held: Held = {
    home: aHome(),
    scan: null,
    alerts: [],
    board: aBoard(),
    registrations: [],
    settings: someSettings(),
    rhythm: aRhythmBoard(),
    ...someAuditPages(),
    members: [aMember()],
    gst: aGstHome(),
    sentKeys: [],
    security: aSecurityBoard(),
    evidence: anEvidenceList(),
    questions: someQuestions(),
    baseline: aBaseline(),
    people: aRegister(),
    preview: PREVIEW,
    sentLists: [],
    storefront: aStorefrontBoard(),
    hosts: noHosts(),
    dataAtRest: noDataAtRest(),
    beacon: aBeaconState(),
    seller: aSellerState(),
    orders: {},
    checkedOrders: [],
    vendors: [someDetails(), anUnknownVendor(), ourOwnVendor()],
    vendorRegister: {},
    removedVendors: [],
    ...noScripts(),
    ...noReports(),
    sentVendorLists: [],
    sentSignatures: [],
    sentScans: [],
    notices: someNotices(),
    deliveries: [],
    webhookTest: { isDelivered: true, status: 200, code: 'sent' },
    sentAddresses: [],
    pageSize: 50,
    seen: 0,
    instead: {},
    ...parts,
  };
  return { held, fetch: (url: string, init: RequestInit = {}) => answer(held, url, init) };
}

function answer(held: Held, address: string, init: RequestInit): Promise<Response> {
  const url = new URL(address, 'https://app.example');
  const path = url.pathname.replace(/^\/api/, '');
  const method = init.method ?? 'GET';
  const instead = held.instead[`${method} ${path}`];
  if (instead === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
  if (instead === 'never') return new Promise(() => undefined);
  if (instead) return Promise.resolve(reply(instead.status, instead, 'application/problem+json'));
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  const result = route(held, method, path, url.searchParams, body);
  if (result === undefined) {
    return Promise.resolve(
      reply(404, { type: 'not-found', title: 'Nothing here.', status: 404 }, 'application/problem+json'),
    );
  }
  return Promise.resolve(result === null ? reply(204, null) : reply(200, result));
}

function route(held: Held, method: string, path: string, query: URLSearchParams, body: unknown): unknown {
  const [, folder, id] = path.split('/');
  if (folder === 'gst' || folder === 'look-ups') return gstRoute(held, method, path, body);
  if (PEOPLE_FOLDERS.includes(folder ?? '')) return peopleRoute(held, method, path, body);
  if (VENDOR_FOLDERS.includes(folder ?? '')) return vendorRoute(held, method, path, body);
  if (folder === 'alerts' || folder === 'alerts.csv') return alertsRoute(held, { method, path, query, body });
  if (folder === 'audit' || folder === 'evidence-pack') return auditRoute(held, path, query);
  if (folder === 'notices') return noticesRoute(held, method, path, body);
  if (folder === 'reports') return reportsRoute(held, method, path, body);
  if (folder === 'scripts') return scriptsRoute(held, method, path, body);
  if (STOREFRONT_FOLDERS.includes(folder ?? '')) return storefrontRoute(held, method, path, body);
  if (SHOP_FRONT_FOLDERS.includes(folder ?? '')) return shopFrontRoute(held, method, path, body);
  if (SECURITY_FOLDERS.includes(folder ?? '')) return securityRoute(held, method, path, body);
  switch (`${method} /${folder ?? ''}${id === undefined ? '' : '/:id'}`) {
    case 'GET /home':
      return held.home;
    case 'GET /scans/:id':
      return held.scan;
    case 'POST /scans':
      held.scan = aScan({ state: 'queued' });
      return held.scan;
    case 'GET /checks':
      return held.board;
    case 'GET /registrations':
      return { registrations: held.registrations };
    case 'POST /registrations': {
      const row = {
        id: `registration of ${(body as { gstin: string }).gstin}`,
        gstin: (body as { gstin: string }).gstin,
        statedAt: NOW,
      };
      held.registrations.push(row);
      return row;
    }
    case 'DELETE /registrations/:id':
      held.registrations = held.registrations.filter((row) => row.id !== id);
      return null;
    case 'GET /rhythm':
      return held.rhythm;
    case 'POST /rhythm/:id':
      held.rhythm = {
        ...held.rhythm,
        failed: held.rhythm.failed.map((job) => ({ ...job, isRetried: job.isRetried || path.includes(job.id) })),
      };
      return held.rhythm;
    case 'GET /settings':
      return held.settings;
    case 'PATCH /settings':
      return settle(held, body as SettingsChange);
    case 'GET /members':
      return { members: held.members };
    case 'PATCH /members/:id': {
      const { role } = body as Pick<Member, 'role'>;
      held.members = held.members.map((member) => (member.userId === id ? { ...member, role } : member));
      return held.members.find((member) => member.userId === id);
    }
    default:
      return undefined;
  }
}

function settle(held: Held, change: SettingsChange): Settings {
  const { language = held.settings.language, guideHidden = held.settings.guideHidden } = change;
  held.settings = { ...held.settings, language, guideHidden };
  held.home = {
    ...held.home,
    me: { ...held.home.me, language },
    guide: { ...held.home.guide, isHidden: guideHidden },
  };
  return held.settings;
}

/** jsdom has no Response; this has what the client reads. */
function reply(status: number, body: unknown, type = 'application/json'): Response {
  const headers = new Map([['Content-Type', type]]);
  const isBudget = status === 429;
  if (isBudget) headers.set('Retry-After', '120');
  return {
    ok: status < 400,
    status,
    headers: { get: (name: string) => headers.get(name) ?? null },
    text: () => Promise.resolve(String(body)),
    blob: () => Promise.resolve(new Blob([String(body)])),
    json: () => Promise.resolve(JSON.parse(JSON.stringify(body)) as unknown),
  } as unknown as Response;
}
