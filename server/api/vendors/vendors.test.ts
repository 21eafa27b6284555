import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { VendorDetails, VendorFields } from '../../../core/api/vendors.ts';
import { vendorIdOf } from '../../../core/vendors/keys.ts';
import { A_PDF } from '../../../test/papers.ts';
import { aFoundVendor, someVendorFields, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { evidenceFileModel } from '../../models/evidence-file.ts';
import { shopModel } from '../../models/shop.ts';
import { vendorModel } from '../../models/vendor.ts';
import { vendorEventModel } from '../../models/vendor-event.ts';
import { vendorKeyModel } from '../../models/vendor-key.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHAT = vendorIdOf('app:invented-chat');
const REASON = 'Asked the firm, read its papers.';

let api: VendorApi;
let me: Merchant;
let shop: string;
beforeAll(async () => {
  api = await startVendorApi();
});
afterAll(() => api.close());
beforeEach(() => {
  shop = `s${randomUUID()}.myshopify.com`;
  me = { shop, userId: '1001', role: 'manager' };
});

const ask = (method: string, path: string, body?: unknown) => api.ask(me, method, path, body);
async function answer<T = VendorDetails>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await ask(method, path, body);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
const problem = async (method: string, path: string, body?: unknown) => {
  const response = await ask(method, path, body);
  return { status: response.status, ...((await response.json()) as { type: string; fields?: Record<string, string> }) };
};
const enter = (over: Partial<VendorFields> = {}) => answer('POST', '/vendors', someVendorFields(over));
const today = () => new Date(api.system.clock.now().getTime() + 5.5 * 3_600_000).toISOString().slice(0, 10);
const dayFromNow = (days: number) => {
  const at = api.system.clock.now().getTime() + 5.5 * 3_600_000 + days * DAY_MS;
  return new Date(at).toISOString().slice(0, 10);
};

describe('a vendor that a person enters', () => {
  it('stands in the register at once, with everything that was said', async () => {
    const vendor = await enter();
    expect(vendor).toMatchObject({ ...someVendorFields(), scopes: [{ scope: 'read_orders' }], isEntered: true });
    expect(vendor.scopesFrom).toBe('stated');
    expect((await api.register(me)).map(({ name }) => name)).toContain('Invented Reviews');
    expect(vendor.history).toMatchObject([{ kind: 'entered', by: '1001', about: null }]);
  });

  it('is sealed where it holds words of people', async () => {
    const { id } = await enter();
    await answer('POST', `/vendors/${id}/approve`, { reason: REASON });
    await answer('PUT', `/vendors/${id}/accepted-risk`, { reason: REASON, until: dayFromNow(30) });
    await answer('POST', `/vendors/${id}/breaches`, { happenedOn: '2026-01-01', note: 'A leak of addresses' });
    const { connection } = api.system.store;
    const stored = JSON.stringify([
      await vendorModel(connection).find({ shop }).lean(),
      await vendorEventModel(connection).find({ shop }).lean(),
      await vendorKeyModel(connection).find({ shop }).lean(),
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
    const refused = await problem('POST', '/vendors', someVendorFields(over));
    expect(refused).toMatchObject({ status: 400, fields: { [field]: code } });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
  });

  it('keeps markup and formulas as words, without what turns text', async () => {
    const vendor = await enter({ name: '<img src=x>\u202Egnp', purpose: '=cmd()\nsecond line', owner: ' A\u0000sha ' });
    expect(vendor).toMatchObject({ name: '<img src=x>gnp', purpose: '=cmd()\nsecond line', owner: 'A sha' });
    const csv = await (await ask('GET', '/vendors.csv')).text();
    expect(csv).toContain('"\'=cmd()\nsecond line"');
    expect(csv).toContain('<img src=x>gnp');
  });

  it.each([
    ['host', { name: 'Other' }],
    ['handle', { name: 'Other', hosts: [], handle: 'invented-app' }],
  ])('is there once: an equal %s is another vendor’s', async (_, over) => {
    await enter({ handle: 'invented-app' });
    expect(await problem('POST', '/vendors', someVendorFields(over))).toMatchObject({
      ...{ status: 409, fields: { name: 'duplicate' } },
    });
  });

  it('is there once by its name where nothing else is known of it', async () => {
    await enter({ name: 'Courier One', hosts: [] });
    const again = someVendorFields({ name: ' courier  ONE ', hosts: [] });
    expect(await problem('POST', '/vendors', again)).toMatchObject({ status: 409 });
  });

  it('is one of a thousand at most', async () => {
    const bare = { shop, kind: 'app' as const, hosts: [], dataClasses: [], papers: [], breaches: [] };
    const added = { addedAt: new Date(), addedBy: '1' };
    const many = Array.from({ length: 999 }, (_, at) => ({ ...bare, ...added, name: `Invented ${at}` }));
    await vendorModel(api.system.store.connection).insertMany(many);
    const last = await enter();
    expect(await problem('POST', '/vendors', someVendorFields({ name: 'One more', hosts: [] }))).toMatchObject({
      status: 409,
    });
    await answer('DELETE', `/vendors/${last.id}`);
    await enter({ name: 'One more', hosts: [] });
    expect(await problem('POST', `/vendors/${last.id}/restore`)).toMatchObject({ status: 409 });
  });
});

describe('a change', () => {
  it('is of the fields that are named, and written down field by field', async () => {
    const { id } = await enter();
    await answer('PATCH', `/vendors/${id}`, { owner: 'Bina Invented', unusedSince: '2026-01-01', note: null });
    const vendor = await api.details(me, id);
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
    const { id } = await enter();
    await answer('PATCH', `/vendors/${id}`, { owner: 'Asha Invented', scopes: ['read_orders'] });
    expect((await api.details(me, id)).history).toHaveLength(1);
  });

  it('of two people at once, of two fields, keeps both', async () => {
    const { id } = await enter();
    await Promise.all([
      answer('PATCH', `/vendors/${id}`, { owner: 'Bina Invented' }),
      answer('PATCH', `/vendors/${id}`, { purpose: 'Reviews' }),
    ]);
    expect(await api.details(me, id)).toMatchObject({ owner: 'Bina Invented', purpose: 'Reviews' });
  });

  it('of the hosts moves what belongs to it, and takes nobody else’s', async () => {
    const { id } = await enter();
    const other = await enter({ name: 'Other', hosts: ['other.example'] });
    expect(await problem('PATCH', `/vendors/${id}`, { hosts: ['other.example'] })).toMatchObject({ status: 409 });
    await answer('PATCH', `/vendors/${id}`, { hosts: ['new.example'] });
    await answer('PATCH', `/vendors/${other.id}`, { hosts: ['reviews.example'] });
    const keys = await vendorKeyModel(api.system.store.connection).find({ shop }).lean();
    expect(keys.map(({ key, vendorId }) => [key, vendorId === id]).sort()).toEqual([
      ['host:new.example', true],
      ['host:reviews.example', false],
    ]);
  });

  it('begins one check', async () => {
    await api.system.product.lifecycle.installed(shop, []);
    const before = await shopModel(api.system.store.connection).findOne({ shop }).lean();
    api.system.clock.pass(1_000);
    await enter();
    const after = await shopModel(api.system.store.connection).findOne({ shop }).lean();
    expect(after?.nextCheckAt).not.toEqual(before?.nextCheckAt);
  });
});

describe('a vendor that was only found', () => {
  beforeEach(() => api.found(shop, [aFoundVendor()]));

  it('is in the register under its trace, and nobody’s yet', async () => {
    const row = (await api.register(me)).find(({ id }) => id === CHAT);
    expect(row).toMatchObject({ name: 'Invented Chat', isEntered: false, owner: null, strength: 'strong' });
    expect(await api.details(me, CHAT)).toMatchObject({
      purpose: null,
      developer: 'Invented Firm',
      scopesFrom: 'shopify',
    });
  });

  it('is taken over by a change, with all its traces, and keeps its address', async () => {
    const taken = await answer('PATCH', `/vendors/${CHAT}`, { owner: 'Asha Invented' });
    expect(taken.id).toMatch(/^[0-9a-f]{24}$/);
    expect(taken).toMatchObject({
      name: 'Invented Chat',
      handle: 'invented-chat',
      hosts: ['chat.example'],
      owner: 'Asha Invented',
    });
    const rows = await api.register(me);
    expect(rows.filter(({ name }) => name === 'Invented Chat').map(({ id }) => id)).toEqual([taken.id]);
    expect(await answer('PATCH', `/vendors/${CHAT}`, { purpose: 'Chat' })).toMatchObject({ id: taken.id });
  });

  it('is one entry, however many take it over at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        api.ask({ ...me, userId: String(at) }, 'PATCH', `/vendors/${CHAT}`, { note: `Note ${at}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(1);
  });

  it('is approved with the permissions that Shopify tells at that moment', async () => {
    const approved = await answer('POST', `/vendors/${CHAT}/approve`, { reason: REASON });
    expect(approved.approval).toMatchObject({ by: '1001', reason: REASON });
    expect(approved.reviewedAt).toBe(approved.approval?.at);
    const grown = aFoundVendor();
    const scopes = ['read_customers', 'write_themes'];
    await api.found(shop, [{ ...grown, app: grown.app && { ...grown.app, scopes } }]);
    const later = await api.details(me, approved.id);
    expect(later.scopes?.map(({ scope, isGrown }) => [scope, isGrown])).toEqual([
      ['write_themes', true],
      ['read_customers', false],
    ]);
  });

  it.each([
    ['DELETE', ''],
    ['DELETE', '/accepted-risk'],
    ['POST', '/restore'],
    ['POST', `/breaches/${'f'.repeat(24)}/close`],
  ])('has nothing to take away: %s %s', async (method, rest) => {
    expect((await problem(method, `/vendors/${CHAT}${rest}`)).status).toBe(404);
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
  });

  it.each(['f-', 'f-!!', 'f-AAAA', vendorIdOf('app:somebody-else'), 'x'.repeat(24), '%00', `f-${'A'.repeat(400)}`])(
    'nobody is behind %s',
    async (id) => {
      for (const [method, body] of [['GET'], ['PATCH', {}], ['POST', { reason: REASON }]] as const) {
        const path = method === 'POST' ? `/vendors/${id}/approve` : `/vendors/${id}`;
        expect((await ask(method, path, body)).status).toBe(404);
      }
    },
  );
});

describe('decisions', () => {
  it.each([
    ['approve', { reason: 'short' }, 'reason', 'too_small'],
    ['approve', { reason: '          ' }, 'reason', 'too_small'],
    ['approve', { reason: 'x'.repeat(10_000) }, 'reason', 'too_big'],
    ['breaches', { happenedOn: '2099-01-01', note: 'Leak' }, 'happenedOn', 'future'],
    ['breaches', { happenedOn: '2026-01-01', note: '' }, 'note', 'too_small'],
    ['papers', { kind: 'soc2-type2', validUntil: 'soon' }, 'validUntil', 'bad_day'],
    ['papers', { kind: 'friendship', validUntil: null }, 'kind', 'invalid_value'],
  ])('%s %j: %s %s', async (what, body, field, code) => {
    const { id } = await enter();
    expect(await problem('POST', `/vendors/${id}/${what}`, body)).toMatchObject({
      status: 400,
      fields: { [field]: code },
    });
  });

  it('accept a risk for a reason and a year at most, and end it', async () => {
    const { id } = await enter();
    const accept = (until: string) => problem('PUT', `/vendors/${id}/accepted-risk`, { reason: REASON, until });
    expect(await accept(dayFromNow(366))).toMatchObject({ status: 400, fields: { until: 'too_far' } });
    expect(await accept(today())).toMatchObject({ status: 400, fields: { until: 'past' } });
    const accepted = await answer('PUT', `/vendors/${id}/accepted-risk`, { reason: REASON, until: dayFromNow(365) });
    expect(accepted.acceptedRisk).toEqual({ until: `${dayFromNow(365)}T18:29:59.999Z`, by: '1001', reason: REASON });
    expect((await answer('DELETE', `/vendors/${id}/accepted-risk`)).acceptedRisk).toBeNull();
    expect((await problem('DELETE', `/vendors/${id}/accepted-risk`)).status).toBe(404);
  });

  it('note an incident and close it once', async () => {
    const { id } = await enter();
    const noted = await answer('POST', `/vendors/${id}/breaches`, {
      happenedOn: today(),
      note: 'A leak\nof addresses',
    });
    expect(noted.breaches).toMatchObject([{ happenedOn: today(), note: 'A leak\nof addresses', closedAt: null }]);
    const close = `/vendors/${id}/breaches/${noted.breaches[0]?.id}/close`;
    const closed = await answer('POST', close);
    api.system.clock.pass(1_000);
    expect((await answer('POST', close)).breaches).toEqual(closed.breaches);
    expect((await api.details(me, id)).history.map(({ kind }) => kind)).toEqual([
      'breach-closed',
      'breach-noted',
      'entered',
    ]);
  });

  it('say when somebody looked', async () => {
    const { id } = await enter();
    expect((await answer('POST', `/vendors/${id}/review`)).reviewedAt).not.toBeNull();
  });
});

describe('papers', () => {
  const pathOf = (id: string, paperId: string) => `/vendors/${id}/papers/${paperId}/file`;
  async function aPaper(): Promise<{ id: string; paperId: string }> {
    const { id } = await enter();
    const paper = { kind: 'soc2-type2', validUntil: '2027-06-30' };
    const { id: paperId } = await answer<{ id: string }>('POST', `/vendors/${id}/papers`, paper);
    return { id, paperId };
  }

  it('are kept sealed, served to be saved and never shown', async () => {
    const { id, paperId } = await aPaper();
    const bytes = A_PDF;
    expect((await api.send(me, pathOf(id, paperId), bytes, 'रिपोर्ट <b>.pdf')).status).toBe(200);
    expect((await api.details(me, id)).papers).toMatchObject([
      { id: paperId, kind: 'soc2-type2', validUntil: '2027-06-30', hasFile: true, sizeBytes: bytes.length },
    ]);
    const file = await ask('GET', pathOf(id, paperId));
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="prahari-soc2-type2.pdf"/);
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(file.headers.get('Content-Type')).toBe('application/pdf');
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it.each([
    ['a page named PDF', Buffer.from('<html><script>alert(1)</script></html>'), 415],
    ['nothing', Buffer.alloc(0), 415],
    ['more than five megabytes', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), 413],
  ])('that are %s are refused, and the paper stays', async (_, bytes, status) => {
    const { id, paperId } = await aPaper();
    expect((await api.send(me, pathOf(id, paperId), bytes, 'report.pdf')).status).toBe(status);
    expect((await api.details(me, id)).papers).toMatchObject([{ id: paperId, hasFile: false, fileName: null }]);
    expect((await ask('GET', pathOf(id, paperId))).status).toBe(404);
  });

  it('go with their file', async () => {
    const { id, paperId } = await aPaper();
    await api.send(me, pathOf(id, paperId), A_PDF, 'report.pdf');
    await answer('DELETE', `/vendors/${id}/papers/${paperId}`);
    expect((await api.details(me, id)).papers).toEqual([]);
    expect(await evidenceFileModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
    expect((await problem('DELETE', `/vendors/${id}/papers/${paperId}`)).status).toBe(404);
  });

  it('of a vendor are not opened through another', async () => {
    const { id, paperId } = await aPaper();
    await api.send(me, pathOf(id, paperId), A_PDF, 'report.pdf');
    const other = await enter({ name: 'Other', hosts: ['other.example'] });
    expect((await ask('GET', pathOf(other.id, paperId))).status).toBe(404);
    expect((await api.ask({ ...me, shop: 'else.myshopify.com' }, 'GET', pathOf(id, paperId))).status).toBe(404);
    expect((await api.ask({ ...me, role: 'viewer' }, 'GET', pathOf(id, paperId))).status).toBe(403);
  });

  it('are fifty of one vendor at most', async () => {
    const { id } = await enter();
    const papers = Array.from({ length: 50 }, (_, at) => ({
      ...{ id: at.toString(16).padStart(24, '0'), kind: 'badge' as const, addedAt: new Date(), addedBy: '1' },
    }));
    await vendorModel(api.system.store.connection).updateOne({ shop, _id: id }, { $set: { papers } });
    const one = { kind: 'badge', validUntil: null };
    expect((await problem('POST', `/vendors/${id}/papers`, one)).status).toBe(409);
  });
});

describe('a vendor that is removed', () => {
  it('comes back within thirty days, with its papers and traces, and after them no more', async () => {
    await api.found(shop, [aFoundVendor()]);
    const { id } = await answer('PATCH', `/vendors/${CHAT}`, { owner: 'Asha Invented' });
    const { id: paperId } = await answer<{ id: string }>('POST', `/vendors/${id}/papers`, {
      kind: 'badge',
      validUntil: null,
    });
    await api.send(me, `/vendors/${id}/papers/${paperId}/file`, A_PDF, 'badge.pdf');
    const { undoUntil } = await answer<{ undoUntil: string }>('DELETE', `/vendors/${id}`);
    const file = () => evidenceFileModel(api.system.store.connection).findOne({ shop }).lean();
    expect((await file())?.forgetAt.toISOString()).toBe(undoUntil);
    expect((await api.register(me)).map((row) => row.id)).toContain(CHAT); // found, and nobody's again
    expect((await problem('GET', `/vendors/${id}`)).status).toBe(404);
    const back = await answer('POST', `/vendors/${id}/restore`);
    expect(back).toMatchObject({ id, owner: 'Asha Invented', papers: [{ hasFile: true }] });
    expect((await api.register(me)).map((row) => row.id)).not.toContain(CHAT);
    expect((await file())?.forgetAt.getTime()).toBeGreaterThan(Date.parse(undoUntil));
    await answer('DELETE', `/vendors/${id}`);
    api.system.clock.pass(31 * DAY_MS);
    expect((await problem('POST', `/vendors/${id}/restore`)).status).toBe(404);
    expect((await problem('DELETE', `/vendors/${id}`)).status).toBe(404);
  });

  it('leaves its traces to whoever takes them over meanwhile', async () => {
    await api.found(shop, [aFoundVendor()]);
    const first = await answer('PATCH', `/vendors/${CHAT}`, {});
    await answer('DELETE', `/vendors/${first.id}`);
    const second = await answer('PATCH', `/vendors/${CHAT}`, {});
    expect(second.id).not.toBe(first.id);
    await answer('POST', `/vendors/${first.id}/restore`);
    const keys = await vendorKeyModel(api.system.store.connection).find({ shop }).lean();
    expect(new Set(keys.map(({ vendorId }) => vendorId))).toEqual(new Set([second.id]));
  });
});

describe('two vendors that are one', () => {
  it('have keys, hosts, papers and history together, and the words of both where one is silent', async () => {
    await api.found(shop, [aFoundVendor()]);
    const into = await enter({ name: 'Invented Firm', hosts: ['firm.example'], purpose: null, note: 'Ours' });
    const from = await answer('PATCH', `/vendors/${CHAT}`, {
      purpose: 'Chat',
      note: 'Theirs',
      contact: 'a@chat.example',
    });
    await answer('POST', `/vendors/${from.id}/approve`, { reason: REASON });
    await answer('POST', `/vendors/${from.id}/papers`, { kind: 'contract', validUntil: null });
    await answer('POST', `/vendors/${from.id}/breaches`, { happenedOn: '2026-01-01', note: 'A leak' });
    const merged = await answer('POST', '/vendors/merge', { into: into.id, from: from.id });
    expect(merged).toMatchObject({
      ...{ id: into.id, name: 'Invented Firm', purpose: 'Chat', note: 'Ours', contact: 'security@reviews.example' },
      ...{ approval: { reason: REASON }, papers: [{ kind: 'contract' }], breaches: [{ note: 'A leak' }] },
    });
    expect([...merged.hosts].sort()).toEqual(['chat.example', 'firm.example']);
    expect(merged.history[0]).toMatchObject({ kind: 'merged', about: 'Invented Chat' });
    expect(merged.history.map(({ kind }) => kind)).toContain('approved');
    expect((await problem('GET', `/vendors/${from.id}`)).status).toBe(404);
    expect((await api.register(me)).map(({ id }) => id)).not.toContain(CHAT);
  });

  it('may be one that was only found', async () => {
    await api.found(shop, [aFoundVendor()]);
    const into = await enter();
    const merged = await answer('POST', '/vendors/merge', { into: into.id, from: CHAT });
    expect(merged.hosts).toEqual(['reviews.example', 'chat.example']);
    expect(merged.traces).toHaveLength(1);
  });

  it('are not one with themselves, nor with nobody, and nothing is taken over for that', async () => {
    await api.found(shop, [aFoundVendor()]);
    const merge = (into: string, from: string) => problem('POST', '/vendors/merge', { into, from });
    expect(await merge(CHAT, CHAT)).toMatchObject({ status: 400 });
    expect(await merge('f'.repeat(24), CHAT)).toMatchObject({ status: 404 });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(0);
  });
});

describe('a list that is taken over', () => {
  const LIST =
    'Name,Host,Purpose,Owner\nInvented Reviews,reviews.example,Stars,Asha\nInvented Chat,chat.example,Chat,Bina\n';
  type Preview = { rows: { name: string; matches: string | null }[] };
  type Result = { importId: string; added: number; updated: number };

  it('says before who is there already, and keeps nothing', async () => {
    await api.found(shop, [aFoundVendor()]);
    const { id } = await enter({ name: 'Other name' });
    const { rows } = await answer<Preview>('POST', '/vendors/import/preview', { text: LIST });
    expect(rows.map(({ name, matches }) => [name, matches])).toEqual([
      ['Invented Reviews', id],
      ['Invented Chat', CHAT],
    ]);
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(1);
  });

  it('adds, takes over, fills what was empty, replaces nobody’s words, and is taken back whole', async () => {
    await api.found(shop, [aFoundVendor()]);
    const { id } = await enter({ owner: null, purpose: 'Our own words' });
    const result = await answer<Result>('POST', '/vendors/import', { text: `${LIST}Invented Parcel,,Parcels,\n` });
    expect(result).toMatchObject({ added: 2, updated: 1 });
    expect(await api.details(me, id)).toMatchObject({ owner: 'Asha', purpose: 'Our own words' });
    const rows = await api.register(me);
    expect(rows.find(({ name }) => name === 'Invented Chat')).toMatchObject({ isEntered: true, owner: 'Bina' });
    expect(rows.map((row) => row.id)).not.toContain(CHAT);

    await answer('POST', `/vendors/import/${result.importId}/undo`);
    expect(await api.details(me, id)).toMatchObject({ owner: null, purpose: 'Our own words' });
    const after = await api.register(me);
    expect(after.find(({ name }) => name === 'Invented Chat')).toMatchObject({ id: CHAT, isEntered: false });
    expect(after.map(({ name }) => name)).not.toContain('Invented Parcel');
    expect((await problem('POST', `/vendors/import/${result.importId}/undo`)).status).toBe(404);
  });

  it('that is taken back leaves what somebody wrote since', async () => {
    const { id } = await enter({ owner: null });
    const { importId } = await answer<Result>('POST', '/vendors/import', { text: LIST });
    await answer('PATCH', `/vendors/${id}`, { owner: 'Chitra' });
    await answer('POST', `/vendors/import/${importId}/undo`);
    expect(await api.details(me, id)).toMatchObject({ owner: 'Chitra' });
  });

  it('twice adds nothing', async () => {
    await answer('POST', '/vendors/import', { text: LIST });
    expect(await answer<Result>('POST', '/vendors/import', { text: LIST })).toMatchObject({ added: 0, updated: 0 });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(2);
  });

  it('at once twice adds each once', async () => {
    await Promise.all([1, 2].map(() => answer('POST', '/vendors/import', { text: LIST })));
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop })).toBe(2);
  });

  it.each([
    ['without a vendor', 'Installed\nOpen app', 400, 'no_vendor'],
    ['of a thousand and one lines', 'Invented\n'.repeat(1_001), 400, 'too_many_lines'],
    ['of blanks', ' ', 400, 'empty'],
    ['of more than a megabyte', 'x'.repeat(1_048_577), 400, 'too_big'],
    ['that nobody reads to its end', 'x'.repeat(1_400_000), 413, undefined],
  ])('%s is refused whole', async (_, text, status, code) => {
    const refused = await problem('POST', '/vendors/import', { text });
    expect(refused.status).toBe(status);
    expect(refused.fields?.['text']).toBe(code);
  });

  it('of a thousand lines is taken over in one piece', async () => {
    const text = Array.from({ length: 1_000 }, (_, at) => `Invented ${at}`).join('\n');
    expect(await answer<Result>('POST', '/vendors/import', { text })).toMatchObject({ added: 1_000 });
    expect(await problem('POST', '/vendors/import', { text: 'One more' })).toMatchObject({ status: 409 });
  });

  it('comes back from our own file', async () => {
    await enter({ name: '=1+1', kind: 'payment-gateway', dataClasses: ['customers', 'storefront-code'] });
    const csv = await (await ask('GET', '/vendors.csv')).text();
    const other = { ...me, shop: `s${randomUUID()}.myshopify.com` };
    await api.ask(other, 'POST', '/vendors/import', { text: csv });
    const row = (await api.register(other)).find(({ name }) => name === '=1+1');
    expect(row).toMatchObject({
      kind: 'payment-gateway',
      dataClasses: ['customers', 'storefront-code'],
      owner: 'Asha Invented',
    });
  });
});

describe('a shop that is erased', () => {
  it('leaves nothing of its vendors', async () => {
    await api.system.product.lifecycle.installed(shop, []);
    const { id } = await enter();
    await answer('POST', '/vendors/import', { text: 'Invented Parcel' });
    await answer('POST', `/vendors/${id}/papers`, { kind: 'badge', validUntil: null });
    await api.system.product.lifecycle.shopRedacted(shop);
    const { connection } = api.system.store;
    const left = await Promise.all(
      ['Vendor', 'VendorKey', 'VendorEvent', 'VendorImport', 'VendorSighting', 'EvidenceFile'].map((name) =>
        connection.model(name).countDocuments({ shop }),
      ),
    );
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
