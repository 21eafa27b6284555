import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { vendorIdOf } from '../../../core/vendors/keys.ts';
import { aFoundVendor, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';
import { vendorModel } from '../../models/vendor.ts';

const CHAT = vendorIdOf('app:invented-chat');
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

describe('a vendor that was only found', () => {
  beforeEach(() => manager.found([aFoundVendor()]));

  it('is in the register under its trace, and nobody’s yet', async () => {
    const row = (await manager.register()).find(({ id }) => id === CHAT);
    expect(row).toMatchObject({ name: 'Invented Chat', isEntered: false, owner: null, strength: 'strong' });
    expect(await manager.details(CHAT)).toMatchObject({
      purpose: null,
      developer: 'Invented Firm',
      scopesFrom: 'shopify',
    });
  });

  it('is taken over by a change, with all its traces, and keeps its address', async () => {
    const taken = await manager.answer('PATCH', `/vendors/${CHAT}`, { owner: 'Asha Invented' });
    expect(taken.id).toMatch(/^[0-9a-f]{24}$/);
    expect(taken).toMatchObject({
      name: 'Invented Chat',
      handle: 'invented-chat',
      hosts: ['chat.example'],
      owner: 'Asha Invented',
    });
    const rows = await manager.register();
    expect(rows.filter(({ name }) => name === 'Invented Chat').map(({ id }) => id)).toEqual([taken.id]);
    expect(await manager.answer('PATCH', `/vendors/${CHAT}`, { purpose: 'Chat' })).toMatchObject({ id: taken.id });
  });

  it('is one entry, however many take it over at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        api.ask({ ...manager.who, userId: String(at) }, 'PATCH', `/vendors/${CHAT}`, { note: `Note ${at}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(1);
  });

  it('is approved with the permissions that Shopify tells at that moment', async () => {
    const approved = await manager.answer('POST', `/vendors/${CHAT}/approve`, { reason: REASON });
    expect(approved.approval).toMatchObject({ by: '1001', reason: REASON });
    expect(approved.reviewedAt).toBe(approved.approval?.at);
    const grown = aFoundVendor();
    const scopes = ['read_customers', 'write_themes'];
    await manager.found([{ ...grown, app: grown.app && { ...grown.app, scopes } }]);
    const later = await manager.details(approved.id);
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
    expect((await manager.problem(method, `/vendors/${CHAT}${rest}`)).status).toBe(404);
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(0);
  });

  it.each(['f-', 'f-!!', 'f-AAAA', vendorIdOf('app:somebody-else'), 'x'.repeat(24), '%00', `f-${'A'.repeat(400)}`])(
    'nobody is behind %s',
    async (id) => {
      for (const [method, body] of [['GET'], ['PATCH', {}], ['POST', { reason: REASON }]] as const) {
        const path = method === 'POST' ? `/vendors/${id}/approve` : `/vendors/${id}`;
        expect((await manager.ask(method, path, body)).status).toBe(404);
      }
    },
  );
});

describe('two vendors that are one', () => {
  it('have keys, hosts, papers and history together, and the words of both where one is silent', async () => {
    await manager.found([aFoundVendor()]);
    const into = await manager.enter({ name: 'Invented Firm', hosts: ['firm.example'], purpose: null, note: 'Ours' });
    const from = await manager.answer('PATCH', `/vendors/${CHAT}`, {
      purpose: 'Chat',
      note: 'Theirs',
      contact: 'a@chat.example',
    });
    await manager.answer('POST', `/vendors/${from.id}/approve`, { reason: REASON });
    await manager.answer('POST', `/vendors/${from.id}/papers`, { kind: 'contract', validUntil: null });
    await manager.answer('POST', `/vendors/${from.id}/breaches`, { happenedOn: '2026-01-01', note: 'A leak' });
    const merged = await manager.answer('POST', '/vendors/merge', { into: into.id, from: from.id });
    expect(merged).toMatchObject({
      ...{ id: into.id, name: 'Invented Firm', purpose: 'Chat', note: 'Ours', contact: 'security@reviews.example' },
      ...{ approval: { reason: REASON }, papers: [{ kind: 'contract' }], breaches: [{ note: 'A leak' }] },
    });
    expect([...merged.hosts].sort()).toEqual(['chat.example', 'firm.example']);
    expect(merged.history[0]).toMatchObject({ kind: 'merged', about: 'Invented Chat' });
    expect(merged.history.map(({ kind }) => kind)).toContain('approved');
    expect((await manager.problem('GET', `/vendors/${from.id}`)).status).toBe(404);
    expect((await manager.register()).map(({ id }) => id)).not.toContain(CHAT);
  });

  it('may be one that was only found', async () => {
    await manager.found([aFoundVendor()]);
    const into = await manager.enter();
    const merged = await manager.answer('POST', '/vendors/merge', { into: into.id, from: CHAT });
    expect(merged.hosts).toEqual(['reviews.example', 'chat.example']);
    expect(merged.traces).toHaveLength(1);
  });

  it('are not one with themselves, nor with nobody, and nothing is taken over for that', async () => {
    await manager.found([aFoundVendor()]);
    const merge = (into: string, from: string) => manager.problem('POST', '/vendors/merge', { into, from });
    expect(await merge(CHAT, CHAT)).toMatchObject({ status: 400 });
    expect(await merge('f'.repeat(24), CHAT)).toMatchObject({ status: 404 });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(0);
  });
});
