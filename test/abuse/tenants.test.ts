import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { VendorRegister } from '../../core/api/vendors.ts';
import { AlertDetailAnswer, AlertGroupsAnswer, AlertPageAnswer } from '../../server/api/alerts/alerts.schema.ts';
import { QuestionRowAnswer } from '../../server/api/attestations/attestations.schema.ts';
import { AuditPageAnswer, AuditProofAnswer } from '../../server/api/audit/audit.schema.ts';
import { SellerDisclosureAnswer } from '../../server/api/seller-disclosure/seller-disclosure.schema.ts';
import { BeaconAnswer } from '../../server/api/beacon/beacon.schema.ts';
import { CheckBoardAnswer } from '../../server/api/checks/checks.schema.ts';
import { DataAtRestAnswer } from '../../server/api/data-at-rest/data-at-rest.schema.ts';
import { GstHomeAnswer } from '../../server/api/gst/gst.schema.ts';
import { HomeAnswer } from '../../server/api/home/home.schema.ts';
import { HostsAnswer } from '../../server/api/hosts/hosts.schema.ts';
import { LookUpsAnswer } from '../../server/api/look-ups/look-ups.schema.ts';
import { OrderGstAnswer } from '../../server/api/orders/orders.schema.ts';
import { MembersAnswer } from '../../server/api/members/members.schema.ts';
import { ProductGstAnswer } from '../../server/api/products/products.schema.ts';
import { RegisterAnswer } from '../../server/api/people/people.schema.ts';
import { LetterAnswer } from '../../server/api/questionnaires/questionnaires.schema.ts';
import { RegistrationsAnswer } from '../../server/api/registrations/registrations.schema.ts';
import { reportWeekOf } from '../../core/report/week.ts';
import { API_ROUTES, type ApiRoute } from '../../server/api/routes.ts';
import { DeliveriesAnswer, NoticesAnswer } from '../../server/api/notices/notices.schema.ts';
import { ReportAnswer, ReportsAnswer } from '../../server/api/reports/reports.schema.ts';
import { RhythmAnswer } from '../../server/api/rhythm/rhythm.schema.ts';
import { ScanAnswer } from '../../server/api/scans/scans.schema.ts';
import { BoardAnswer, EvidenceAnswer, StorefrontAnswer } from '../../server/api/security/security.schema.ts';
import { SettingsAnswer } from '../../server/api/settings/settings.schema.ts';
import { ScriptBoardAnswer, ScriptDiffAnswer, ScriptLogAnswer } from '../../server/api/scripts/scripts.schema.ts';
import { VendorDetailsAnswer, VendorRegisterAnswer } from '../../server/api/vendors/vendors.schema.ts';
import { ThemeBaselineAnswer } from '../../server/api/theme-baseline/theme-baseline.schema.ts';
import { ordersOf } from '../../sandbox/shops/commerce/orders.ts';
import { secretsIn } from './secrets-in-store.ts';
import {
  alertsOf,
  checkIsOver,
  firstVisit,
  GSTIN,
  startWholeWebRole,
  type Person,
  type WholeWebRole,
} from './whole-web-role.ts';

let system: WholeWebRole;
let mine: Person;
let theirs: Person;
/** An alert, an order and a vendor of my shop. */
let alertId: string;
let orderId: string;
let vendorId: string;

/** There are more routes than one shop may write to in a minute: who is told to wait does. */
function patient(person: Person): Person {
  const ask: Person['ask'] = async (...asking) => {
    for (;;) {
      const answer = await person.ask(...asking);
      if (answer.status !== 429) return answer;
      await sleep(Number(answer.headers.get('Retry-After')) * 1_000);
    }
  };
  return { ...person, ask };
}

beforeAll(async () => {
  system = await startWholeWebRole();
  [mine, theirs] = [patient(system.mine), patient(system.theirs)];
  for (const person of [mine, theirs]) {
    await firstVisit(person);
    expect((await person.ask('POST', '/api/registrations', { gstin: GSTIN })).status).toBe(201);
    await checkIsOver(person);
  }
  alertId = (await alertsOf(mine))[0]?.id ?? '';
  const shop = system.platform.sandbox.shops.find(({ domain }) => domain === mine.shop);
  orderId = String(shop && ordersOf(shop, Date.now())[0]?.id);
  const vendors = await mine.ask('GET', '/api/vendors');
  vendorId = ((await vendors.json()) as VendorRegister).vendors[0]?.id ?? '';
});
afterAll(() => system.close());

/** The week that goes on. */
const thisMonday = () => reportWeekOf(new Date().toISOString(), null).monday;

const named = API_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);
const pathOf = ({ path, takes }: ApiRoute): string => {
  const known: Partial<Record<string, string>> = {
    alert: alertId,
    vendor: vendorId,
    week: thisMonday(),
    order: orderId,
    product: '1001',
  };
  const id = known[takes?.id ?? ''] ?? 'f'.repeat(24);
  return `/api${path.replace(/:\w+/, id)}`;
};

/** What the other shop sees of itself, without the moments that pass by. */
async function stateOfTheirs(): Promise<unknown> {
  const paths = ['/api/alerts', '/api/registrations', '/api/settings', '/api/members'];
  const answers = paths.map(async (path) => await (await theirs.ask('GET', path)).json());
  return JSON.parse(JSON.stringify(await Promise.all(answers), (key, value: unknown) => (/At$/.test(key) ? 0 : value)));
}

describe('T2: a shop named anywhere but in the session token', () => {
  let before: unknown;
  beforeAll(async () => {
    before = await stateOfTheirs();
  });

  const body = (route: ApiRoute) => (route.body === null ? undefined : { shop: theirs.shop });

  it.each(named)('%s: in the query, the body and headers', async (_name, route) => {
    const where = `${pathOf(route)}?shop=${theirs.shop}`;
    const headers = {
      'X-Shopify-Shop-Domain': theirs.shop,
      'X-Shopify-Shop': theirs.shop,
      Cookie: `shop=${theirs.shop}`,
    };
    const answer = await mine.ask(route.method, where, body(route), headers);
    const text = await answer.text();
    expect([204, 400, 404, 409, 422]).toContain(answer.status);
    expect(text).not.toContain(theirs.shop);
    expect(await stateOfTheirs()).toEqual(before);
  });

  it.each(named.filter(([, { method, takes }]) => method === 'GET' && takes === null))(
    '%s: in headers alone, which changes nothing',
    async (_name, route) => {
      const answer = await mine.ask('GET', pathOf(route), undefined, { 'X-Shopify-Shop-Domain': theirs.shop });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(theirs.shop);
    },
  );

  it.each(['home', 'alerts', 'settings'])('in the path: /api/SHOP/%s is no address', async (page) => {
    for (const path of [
      `/api/${theirs.shop}/${page}`,
      `/api/shops/${theirs.shop}/${page}`,
      `/api/${page}/${theirs.shop}`,
    ]) {
      expect((await mine.ask('GET', path)).status).toBe(404);
    }
  });
});

describe('T8: answers', () => {
  const ANSWERS: Readonly<Record<string, z.ZodType>> = {
    '/home': HomeAnswer,
    '/alerts': AlertPageAnswer,
    '/alerts/groups': AlertGroupsAnswer,
    '/alerts/:id': AlertDetailAnswer,
    '/audit': AuditPageAnswer,
    '/audit/verify': AuditProofAnswer,
    '/scans/current': ScanAnswer,
    '/notices': NoticesAnswer,
    '/notices/deliveries': DeliveriesAnswer,
    '/rhythm': RhythmAnswer,
    '/reports': ReportsAnswer,
    '/reports/:monday': ReportAnswer,
    '/checks': CheckBoardAnswer,
    '/registrations': RegistrationsAnswer,
    '/settings': SettingsAnswer,
    '/members': MembersAnswer,
    '/look-ups': LookUpsAnswer,
    '/gst': GstHomeAnswer,
    '/security': BoardAnswer,
    '/evidence': EvidenceAnswer,
    '/storefront': StorefrontAnswer,
    '/theme-baseline': ThemeBaselineAnswer,
    '/data-at-rest': DataAtRestAnswer,
    '/people': RegisterAnswer,
    '/vendors': VendorRegisterAnswer,
    '/vendors/:id': VendorDetailsAnswer,
    '/vendors/:id/letter': LetterAnswer,
    '/hosts': HostsAnswer,
    '/beacon': BeaconAnswer,
    '/seller-disclosure': SellerDisclosureAnswer,
    '/scripts': ScriptBoardAnswer,
    '/scripts/log': ScriptLogAnswer,
    '/scripts/diff': ScriptDiffAnswer,
    '/orders/:id/gst': OrderGstAnswer,
    '/products/:id/gst': ProductGstAnswer,
    '/attestations': z.array(QuestionRowAnswer),
  };
  const isFile = (path: string) => /\.(csv|ics)$|\/file$|^\/scripts\/export\/|^\/evidence-pack$/.test(path);
  const reading = named.filter(([, { method, path }]) => method === 'GET' && !isFile(path));

  it.each(reading)('%s is what its schema says, and no field more', async (_name, route) => {
    const answer = await mine.ask('GET', pathOf(route));
    expect(answer.status).toBe(200);
    const schema = ANSWERS[route.path];
    const said: unknown = await answer.json();
    expect(schema?.safeParse(said).error).toBeUndefined();
    expect(schema?.parse(said)).toEqual(said);
  });

  it('hold no sealed value, index, key or token of the store, and nothing of another shop', async () => {
    const tokens = await Promise.all([mine, theirs].map(({ shop }) => system.platform.access.tokens.accessToken(shop)));
    const secrets = [...(await secretsIn(system.platform.store.uri)), ...tokens];
    expect(secrets.length).toBeGreaterThan(8);
    const paths = named.filter(([, { method }]) => method === 'GET').map(([, route]) => pathOf(route));
    const texts = await Promise.all(paths.map(async (path) => (await mine.ask('GET', path)).text()));
    for (const text of texts) {
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).not.toContain(theirs.shop);
    }
  });
});

/** Somebody of the shop who is not its owner. */
function staffOf({ shop }: Person): Person {
  const people = system.platform.sandbox.shops.find(({ domain }) => domain === shop)?.people ?? [];
  return patient(system.person(shop, String(people.find(({ isOwner }) => !isOwner)?.id)));
}

describe('T10: a right that is withdrawn', () => {
  it('between opening the page and pressing its button is judged again', async () => {
    const staff = staffOf(mine);
    await staff.ask('GET', '/api/home');
    const role = async (to: string) => (await mine.ask('PATCH', `/api/members/${staff.userId}`, { role: to })).status;
    expect(await role('manager')).toBe(200);
    const [alert] = await alertsOf(staff);
    const ids = [alert?.id];
    expect((await staff.ask('POST', '/api/alerts/acknowledge', { ids })).status).toBe(200);
    expect((await staff.ask('POST', '/api/alerts/reopen', { ids })).status).toBe(200);

    expect(await role('viewer')).toBe(200);
    for (const [path, body] of [
      ['/api/alerts/acknowledge', { ids }],
      ['/api/alerts/suppress', { ids, reason: 'Not any more', until: '2030-01-01' }],
      ['/api/registrations', { gstin: GSTIN }],
      ['/api/scans', {}],
    ] as const) {
      expect((await staff.ask('POST', path, body)).status).toBe(403);
    }
    expect((await alertsOf(mine)).find(({ id }) => id === alert?.id)?.status).toBe('open');
  });

  it('of an owner is withdrawn from the owner', async () => {
    const second = staffOf(theirs);
    await second.ask('GET', '/api/home');
    const roleOf = (who: Person, by: Person, role: string) => by.ask('PATCH', `/api/members/${who.userId}`, { role });
    expect((await roleOf(second, theirs, 'owner')).status).toBe(200);
    expect((await roleOf(theirs, second, 'viewer')).status).toBe(200);
    expect((await theirs.ask('GET', '/api/members')).status).toBe(403);
    expect((await roleOf(theirs, theirs, 'owner')).status).toBe(403);
    expect((await roleOf(theirs, second, 'owner')).status).toBe(200);
  });
});
