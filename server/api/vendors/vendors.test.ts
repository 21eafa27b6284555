import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { someVendorFields, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';
import { shopModel } from '../../models/shop.ts';
import { vendorModel } from '../../models/vendor.ts';
import { vendorEventModel } from '../../models/vendor-event.ts';
import { vendorKeyModel } from '../../models/vendor-key.ts';

const REASON = 'Asked the firm, read its papers.';

let api: VendorApi;
let manager: VendorManager;
beforeAll(async () => {
  api = await startVendorApi();
});
afterAll(() => api.close());
beforeEach(() => {
  manager = aVendorManager(api);
});

describe('a vendor that a person enters', () => {
  it('stands in the register at once, with everything that was said', async () => {
    const vendor = await manager.enter();
    expect(vendor).toMatchObject({ ...someVendorFields(), scopes: [{ scope: 'read_orders' }], isEntered: true });
    expect(vendor.scopesFrom).toBe('stated');
    expect((await manager.register()).map(({ name }) => name)).toContain('Invented Reviews');
    expect(vendor.history).toMatchObject([{ kind: 'entered', by: '1001', about: null }]);
  });

  it('is sealed where it holds words of people', async () => {
    const { id } = await manager.enter();
    await manager.answer('POST', `/vendors/${id}/approve`, { reason: REASON });
    await manager.answer('PUT', `/vendors/${id}/accepted-risk`, { reason: REASON, until: manager.dayFromNow(30) });
    await manager.answer('POST', `/vendors/${id}/breaches`, { happenedOn: '2026-01-01', note: 'A leak of addresses' });
    const { connection } = api.system.store;
    const stored = JSON.stringify([
      await vendorModel(connection).find({ shop: manager.shop }).lean(),
      await vendorEventModel(connection).find({ shop: manager.shop }).lean(),
      await vendorKeyModel(connection).find({ shop: manager.shop }).lean(),
    ]);
    expect(stored).not.toMatch(/Stars|Asha|security@|report in May|Asked the firm|leak of/);
    expect(stored).toMatch(/Invented Reviews/);
  });

  it.each([
    [{ name: '' }, 'name', 'too_small'],
    [{ name: '\u202E\u200B' }, 'name', 'too_small'],
    [{ name: 'x'.repeat(10_000) }, 'name', 'too_big'],
    [{ kind: 'friend' as never }, 'kind', 'invalid_value'],
    [{ hosts: ['127.0.0.1'] }, 'hosts.0', 'bad_host'],
    [{ hosts: ['<b>'] }, 'hosts.0', 'bad_host'],
    [{ hosts: ['marigold.myshopify.com'] }, 'hosts.0', 'bad_host'],
    [{ hosts: Array.from({ length: 21 }, (_, at) => `h${at}.example`) }, 'hosts', 'too_big'],
    [{ scopes: ['Read everything'] }, 'scopes.0', 'invalid_format'],
    [{ handle: 'A b' }, 'handle', 'invalid_format'],
    [{ dataClasses: ['none', 'orders'] as const }, 'dataClasses', 'none_with_others'],
    [{ unusedSince: '2026-02-30' }, 'unusedSince', 'bad_day'],
    [{ unusedSince: '2099-01-01' }, 'unusedSince', 'future'],
    [{ tokenMadeOn: '2099-01-01' }, 'tokenMadeOn', 'future'],
  ])('is refused with %j: %s %s', async (over, field, code) => {
    const refused = await manager.problem('POST', '/vendors', someVendorFields(over));
    expect(refused).toMatchObject({ status: 400, fields: { [field]: code } });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(0);
  });

  it('keeps markup and formulas as words, without what turns text', async () => {
    const vendor = await manager.enter({
      name: '<img src=x>\u202Egnp',
      purpose: '=cmd()\nsecond line',
      owner: ' A\u0000sha ',
    });
    expect(vendor).toMatchObject({ name: '<img src=x>gnp', purpose: '=cmd()\nsecond line', owner: 'A sha' });
    const csv = await (await manager.ask('GET', '/vendors.csv')).text();
    expect(csv).toContain('"\'=cmd()\nsecond line"');
    expect(csv).toContain('<img src=x>gnp');
  });

  it.each([
    ['host', { name: 'Other' }],
    ['handle', { name: 'Other', hosts: [], handle: 'invented-app' }],
  ])('is there once: an equal %s is another vendor’s', async (_, over) => {
    await manager.enter({ handle: 'invented-app' });
    expect(await manager.problem('POST', '/vendors', someVendorFields(over))).toMatchObject({
      ...{ status: 409, fields: { name: 'duplicate' } },
    });
  });

  it('is there once by its name where nothing else is known of it', async () => {
    await manager.enter({ name: 'Courier One', hosts: [] });
    const again = someVendorFields({ name: ' courier  ONE ', hosts: [] });
    expect(await manager.problem('POST', '/vendors', again)).toMatchObject({ status: 409 });
  });

  it('is one of a thousand at most', async () => {
    const bare = { shop: manager.shop, kind: 'app' as const, hosts: [], dataClasses: [], papers: [], breaches: [] };
    const added = { addedAt: new Date(), addedBy: '1' };
    const many = Array.from({ length: 999 }, (_, at) => ({ ...bare, ...added, name: `Invented ${at}` }));
    await vendorModel(api.system.store.connection).insertMany(many);
    const last = await manager.enter();
    expect(await manager.problem('POST', '/vendors', someVendorFields({ name: 'One more', hosts: [] }))).toMatchObject({
      status: 409,
    });
    await manager.answer('DELETE', `/vendors/${last.id}`);
    await manager.enter({ name: 'One more', hosts: [] });
    expect(await manager.problem('POST', `/vendors/${last.id}/restore`)).toMatchObject({ status: 409 });
  });
});

describe('a change', () => {
  it('is of the fields that are named, and written down field by field', async () => {
    const { id } = await manager.enter();
    await manager.answer('PATCH', `/vendors/${id}`, { owner: 'Bina Invented', unusedSince: '2026-01-01', note: null });
    const vendor = await manager.details(id);
    expect(vendor).toMatchObject({
      owner: 'Bina Invented',
      unusedSince: '2026-01-01',
      note: null,
      purpose: 'Stars under products',
    });
    const changed = vendor.history.filter(({ kind }) => kind === 'changed');
    expect(changed.map(({ about }) => about).sort()).toEqual(['note', 'owner', 'unusedSince']);
  });

  it('that changes nothing is none', async () => {
    const { id } = await manager.enter();
    await manager.answer('PATCH', `/vendors/${id}`, { owner: 'Asha Invented', scopes: ['read_orders'] });
    expect((await manager.details(id)).history).toHaveLength(1);
  });

  it('of two people at once, of two fields, keeps both', async () => {
    const { id } = await manager.enter();
    await Promise.all([
      manager.answer('PATCH', `/vendors/${id}`, { owner: 'Bina Invented' }),
      manager.answer('PATCH', `/vendors/${id}`, { purpose: 'Reviews' }),
    ]);
    expect(await manager.details(id)).toMatchObject({ owner: 'Bina Invented', purpose: 'Reviews' });
  });

  it('of the hosts moves what belongs to it, and takes nobody else’s', async () => {
    const { id } = await manager.enter();
    const other = await manager.enter({ name: 'Other', hosts: ['other.example'] });
    expect(await manager.problem('PATCH', `/vendors/${id}`, { hosts: ['other.example'] })).toMatchObject({
      status: 409,
    });
    await manager.answer('PATCH', `/vendors/${id}`, { hosts: ['new.example'] });
    await manager.answer('PATCH', `/vendors/${other.id}`, { hosts: ['reviews.example'] });
    const keys = await vendorKeyModel(api.system.store.connection).find({ shop: manager.shop }).lean();
    expect(keys.map(({ key, vendorId }) => [key, vendorId === id]).sort()).toEqual([
      ['host:new.example', true],
      ['host:reviews.example', false],
    ]);
  });

  it('begins one check', async () => {
    await api.system.product.lifecycle.installed(manager.shop, []);
    const before = await shopModel(api.system.store.connection).findOne({ shop: manager.shop }).lean();
    api.system.clock.pass(1_000);
    await manager.enter();
    const after = await shopModel(api.system.store.connection).findOne({ shop: manager.shop }).lean();
    expect(after?.nextCheckAt).not.toEqual(before?.nextCheckAt);
  });
});

describe('a shop that is erased', () => {
  it('leaves nothing of its vendors', async () => {
    await api.system.product.lifecycle.installed(manager.shop, []);
    const { id } = await manager.enter();
    await manager.answer('POST', '/vendors/import', { text: 'Invented Parcel' });
    await manager.answer('POST', `/vendors/${id}/papers`, { kind: 'badge', validUntil: null });
    await api.system.product.lifecycle.shopRedacted(manager.shop);
    const { connection } = api.system.store;
    const left = await Promise.all(
      ['Vendor', 'VendorKey', 'VendorEvent', 'VendorImport', 'VendorSighting', 'EvidenceFile'].map((name) =>
        connection.model(name).countDocuments({ shop: manager.shop }),
      ),
    );
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
