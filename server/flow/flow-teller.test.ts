import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FLOW_TRIGGERS, type FlowSettings, type FlowTrigger } from '../../core/api/notices.ts';
import { keyTail } from '../../core/vendors/keys.ts';
import type { FoundVendor, Vendor } from '../../core/vendors/vendor.ts';
import { vendorRegister } from '../../core/vendors/register.ts';
import { DEFAULT_RULE } from '../../core/notices/rules.ts';
import { fakeAdmin, shopAnswers } from '../../test/fake-admin.ts';
import { noticeLab, type NoticeLab } from '../../test/notice-lab.ts';
import { aVendorBook, aVendorEntry } from '../../test/vendor-factories.ts';
import { createDeliver, type Deliver } from '../outbox/deliver.ts';
import { deliveryModel } from '../models/delivery.ts';
import { vendorSightingModel } from '../models/vendor-sighting.ts';
import { AdminUnreachableError } from '../shopify/admin-errors.ts';
import { adminLinks } from '../shopify/admin-link.ts';
import { ensureIndexes } from '../store/connect.ts';
import { foldVendors } from '../vendors/vendor-sightings.ts';
import { flowChannel } from './flow-channel.ts';
import { flowListeners } from './flow-listeners.ts';
import { flowTeller, type FlowTeller, type StatusChange } from './flow-teller.ts';
import { newVendorsOf } from './new-vendors.ts';

const ADMIN = 'https://admin.shopify.com/store';
const AT = '2026-11-23T06:30:00.000Z';

let lab: NoticeLab;
let teller: FlowTeller;
let deliver: Deliver;
let shop: string;
let handle: string;
let count = 0;
let settings: FlowSettings;
let register: readonly Vendor[];
let fault: Error | null;
/** What the shop's workflows were started with. */
let runs: { readonly handle: string; readonly payload: Readonly<Record<string, unknown>> }[];

beforeAll(async () => {
  lab = await noticeLab();
  vendorSightingModel(lab.connection);
  await ensureIndexes(lab.connection);
  const flow = { flow: async () => settings };
  const answers = shopAnswers();
  answers['ReceiveTrigger'] = (variables) => {
    if (fault) throw fault;
    runs.push(variables as (typeof runs)[number]);
    return { flowTriggerReceive: { userErrors: [] } };
  };
  teller = flowTeller({ settings: flow, outbox: lab.outbox, hurry: async () => undefined, clock: lab.clock });
  const channel = flowChannel({
    ...{ settings: flow, adminFor: () => fakeAdmin(answers), alertIds: async () => new Map() },
    ...{ vendorsOf: async () => register, adminLink: adminLinks() },
  });
  deliver = createDeliver({ ...lab.deps, channels: [channel], listeners: [flowListeners(flow)] });
});
afterAll(() => lab.close());
beforeEach(() => {
  count += 1;
  handle = `flow-${count}`;
  shop = `${handle}.myshopify.com`;
  settings = { isOn: true, rule: DEFAULT_RULE, triggers: FLOW_TRIGGERS };
  [register, runs, fault] = [[], [], null];
  lab.clock.set(AT);
});

const run = () => deliver.run({ shop, channel: 'flow' });
const states = async () => (await lab.rows(shop)).map(({ kind, state, code }) => [kind, state, code ?? null]);
const change = (over: Partial<StatusChange> = {}): StatusChange => ({
  ...{ gstin: '27AAPFU0939F1ZV', mark: 'm1', before: 'active', now: 'suspended', service: 'setu', at: AT },
  ...{ since: '2026-01-01T00:00:00.000Z', ...over },
});

describe('the trigger "gst-status-changed"', () => {
  it('tells what was and is, with the number masked', async () => {
    await teller.statusChanged(shop, change());
    await run();
    expect(runs).toEqual([
      {
        handle: 'gst-status-changed',
        payload: {
          ...{ GSTIN: '27AAPFUXXXXF1ZV', State: 'Maharashtra', 'Status before': 'active', 'Status now': 'suspended' },
          ...{ Source: 'Setu', 'As of': AT, Link: `${ADMIN}/${handle}/apps/prahari/gst` },
          Notice: 'gst-status:m1:2026-01-01T00:00:00.000Z:suspended:flow',
        },
      },
    ]);
    expect(await states()).toEqual([['gst-status', 'sent', null]]);
  });

  it('waits sealed, and the number is nowhere in clear', async () => {
    await teller.statusChanged(shop, change());
    const [row] = await lab.rows(shop);
    expect(row?.factSealed).toMatch(/^v1\./);
    expect(JSON.stringify(row)).not.toMatch(/27AAPFU|suspended"/);
  });

  it('of one change is one, however often it is told', async () => {
    await Promise.all([1, 2, 3, 4].map(() => teller.statusChanged(shop, change())));
    await run();
    await teller.statusChanged(shop, change());
    await run();
    expect(runs).toHaveLength(1);
    await teller.statusChanged(shop, change({ since: AT, before: 'suspended', now: 'active' }));
    await run();
    expect(runs.map(({ payload }) => payload['Status now'])).toEqual(['suspended', 'active']);
  });

  it('says "not found" in words, and "none" for a State that there is not', async () => {
    await teller.statusChanged(shop, change({ now: 'not-found', gstin: '00AAPFU0939F1ZV' }));
    await run();
    expect(runs[0]?.payload).toMatchObject({ 'Status now': 'not found', State: 'none' });
  });

  it('is tried again while Shopify does not answer, the same under the same identity', async () => {
    fault = new AdminUnreachableError();
    await teller.statusChanged(shop, change());
    await run();
    expect(await states()).toEqual([['gst-status', 'waiting', 'unreachable']]);
    fault = null;
    lab.clock.pass(24 * 60 * 60_000);
    await run();
    expect(runs).toHaveLength(1);
  });
});

describe('T10: who does not listen', () => {
  const without = (trigger: FlowTrigger) => FLOW_TRIGGERS.filter((one) => one !== trigger);

  it.each<[string, () => void]>([
    ['Flow is off', () => (settings = { ...settings, isOn: false })],
    ['the trigger is off', () => (settings = { ...settings, triggers: without('gst-status-changed') })],
  ])('nothing is put into the outbox while %s', async (_what, happens) => {
    happens();
    await teller.statusChanged(shop, change());
    expect(await states()).toEqual([]);
    expect(await teller.vendors(shop)).toEqual(settings.isOn ? expect.any(Function) : null);
  });

  it.each<[string, () => void, string]>([
    ['Flow', () => (settings = { ...settings, isOn: false }), 'switched-off'],
    ['the trigger', () => (settings = { ...settings, triggers: without('gst-status-changed') }), 'not-wanted'],
    ['the app', () => (lab.state.isInstalled = false), 'uninstalled'],
  ])('what waits is dropped when %s is taken away in between', async (_what, happens, code) => {
    await teller.statusChanged(shop, change());
    happens();
    await run();
    lab.state.isInstalled = true;
    expect([runs, await states()]).toEqual([[], [['gst-status', 'dropped', code]]]);
  });

  it('alerts are told to nobody whose trigger for them is off', async () => {
    const way = flowListeners({ flow: async () => ({ ...settings, triggers: without('alert-raised') }) });
    expect(await way.list(shop)).toEqual([]);
    expect(await way.mayHear({ shop, to: 'flow', kind: 'alerts' })).toEqual({ may: false, code: 'not-wanted' });
    expect(await way.mayHear({ shop, to: 'flow', kind: 'vendor' })).toMatchObject({ may: true });
  });
});

const found = (key: string, over: Partial<FoundVendor> = {}): FoundVendor => ({
  ...{ key, keys: [key], name: keyTail(key), kind: 'app', isRecognised: true, isPlatform: false, app: null },
  ...{ hosts: [], scripts: 'none', strength: 'strong', isActive: true },
  traces: [{ source: 'theme-embed', strength: 'strong', place: 'layout/theme.liquid', isActive: true, count: 1 }],
  ...over,
});

/** One check: what it finds is remembered and told in one transaction. */
async function check(scanId: string, vendors: readonly FoundVendor[], entered: readonly string[] = []) {
  register = vendorRegister(vendors, aVendorBook(), { asOf: AT, own: { scopes: null, isBeaconOn: false } });
  const tell = await teller.vendors(shop);
  await lab.connection.transaction(async (session) => {
    const seen = await foldVendors(lab.connection, { shop, takenAt: lab.clock.now(), session }, vendors);
    await tell?.(newVendorsOf(scanId, seen, [{ keys: entered }]), session);
  });
  await run();
}
const named = () => runs.map(({ payload }) => [payload['Vendor'], payload['Vendors']]);

describe('the trigger "vendor-added"', () => {
  it('is one run with a number after the first check of a shop', async () => {
    await check('s1', [found('app:one'), found('app:two'), found('app:three')]);
    expect(runs).toMatchObject([
      {
        handle: 'vendor-added',
        payload: { Vendor: 'none', Vendors: 3, Link: `${ADMIN}/${handle}/apps/prahari/vendors` },
      },
    ]);
  });

  it('is a run for each vendor that a later check sees for the first time, and for no other', async () => {
    await check('s1', []);
    await check('s2', [found('app:one'), found('host:b.example', { kind: 'script' })]);
    await check('s3', [found('app:one'), found('host:b.example')]);
    expect(runs.map(({ payload }) => payload)).toMatchObject([
      {
        ...{ Vendor: 'one', Kind: 'app', 'How it was found': 'embed in the theme', Vendors: 1, 'First seen': AT },
        ...{ Risk: expect.stringMatching(/^(low|medium|high|critical)$/), Notice: 'vendor:scan s2:flow#1' },
        Link: expect.stringContaining(`/${handle}/apps/prahari/vendors/f-`),
      },
      { Vendor: 'b.example', Kind: 'script', Notice: 'vendor:scan s2:flow#2' },
    ]);
  });

  it('leaves out Shopify’s own, us, and whom a person entered before', async () => {
    await check('s1', []);
    await check(
      's2',
      [
        found('platform:online-store', { isPlatform: true }),
        found('app:prahari'),
        found('app:entered'),
        found('app:new', { keys: ['app:new', 'appid:7'] }),
      ],
      ['app:entered'],
    );
    await check('s3', [found('appid:7')]);
    expect(named()).toEqual([['new', 1]]);
  });

  it('runs twenty times at most, and once more for all others', async () => {
    await check('s1', []);
    await check(
      's2',
      Array.from({ length: 45 }, (_, at) => found(`app:many-${String(at).padStart(2, '0')}`)),
    );
    expect(runs).toHaveLength(21);
    expect(named().at(-1)).toEqual(['none', 25]);
    expect(new Set(runs.map(({ payload }) => payload['Notice'])).size).toBe(21);
  });

  it('tells nothing of one that left the register before it was told', async () => {
    const tell = await teller.vendors(shop);
    await lab.connection.transaction(async (session) => {
      const vendors = [{ key: null, id: 'e1', how: 'entered' as const }];
      await tell?.({ source: 'entry e1', isFirstCheck: false, vendors }, session);
    });
    await run();
    expect([runs, await states()]).toEqual([[], [['vendor', 'dropped', 'not-wanted']]]);
  });

  it('tells of what a person entered, under its id', async () => {
    const entry = aVendorEntry({ keys: [], name: 'Invented Agency' });
    register = vendorRegister([], aVendorBook({ entries: [entry] }), {
      ...{ asOf: AT, own: { scopes: null, isBeaconOn: false } },
    });
    const tell = await teller.vendors(shop);
    await lab.connection.transaction(async (session) => {
      const vendors = [{ key: null, id: entry.id, how: 'entered' as const }];
      await tell?.({ source: `entry ${entry.id}`, isFirstCheck: false, vendors }, session);
    });
    await run();
    expect(runs[0]?.payload).toMatchObject({ Vendor: 'Invented Agency', 'How it was found': 'entered by a person' });
  });

  it('goes away with the transaction that made the vendor known', async () => {
    const tell = await teller.vendors(shop);
    const broken = lab.connection.transaction(async (session) => {
      const vendors = [{ key: 'app:one', id: null, how: 'orders' as const }];
      await tell?.({ source: 'scan s1', isFirstCheck: false, vendors }, session);
      throw new Error('killed');
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await deliveryModel(lab.connection).countDocuments({ shop })).toBe(0);
  });
});
