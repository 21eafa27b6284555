import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { vendorIdOf } from '../../../core/vendors/keys.ts';
import { aFoundVendor, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';
import { vendorModel } from '../../models/vendor.ts';

const CHAT = vendorIdOf('app:invented-chat');

let api: VendorApi;
let manager: VendorManager;
beforeAll(async () => {
  api = await startVendorApi();
});
afterAll(() => api.close());
beforeEach(() => {
  manager = aVendorManager(api);
});

describe('a list that is taken over', () => {
  const LIST =
    'Name,Host,Purpose,Owner\nInvented Reviews,reviews.example,Stars,Asha\nInvented Chat,chat.example,Chat,Bina\n';
  type Preview = { rows: { name: string; matches: string | null }[] };
  type Result = { importId: string; added: number; updated: number };

  it('says before who is there already, and keeps nothing', async () => {
    await manager.found([aFoundVendor()]);
    const { id } = await manager.enter({ name: 'Other name' });
    const { rows } = await manager.answer<Preview>('POST', '/vendors/import/preview', { text: LIST });
    expect(rows.map(({ name, matches }) => [name, matches])).toEqual([
      ['Invented Reviews', id],
      ['Invented Chat', CHAT],
    ]);
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(1);
  });

  it('adds, takes over, fills what was empty, replaces nobody’s words, and is taken back whole', async () => {
    await manager.found([aFoundVendor()]);
    const { id } = await manager.enter({ owner: null, purpose: 'Our own words' });
    const result = await manager.answer<Result>('POST', '/vendors/import', {
      text: `${LIST}Invented Parcel,,Parcels,\n`,
    });
    expect(result).toMatchObject({ added: 2, updated: 1 });
    expect(await manager.details(id)).toMatchObject({ owner: 'Asha', purpose: 'Our own words' });
    const rows = await manager.register();
    expect(rows.find(({ name }) => name === 'Invented Chat')).toMatchObject({ isEntered: true, owner: 'Bina' });
    expect(rows.map((row) => row.id)).not.toContain(CHAT);

    await manager.answer('POST', `/vendors/import/${result.importId}/undo`);
    expect(await manager.details(id)).toMatchObject({ owner: null, purpose: 'Our own words' });
    const after = await manager.register();
    expect(after.find(({ name }) => name === 'Invented Chat')).toMatchObject({ id: CHAT, isEntered: false });
    expect(after.map(({ name }) => name)).not.toContain('Invented Parcel');
    expect((await manager.problem('POST', `/vendors/import/${result.importId}/undo`)).status).toBe(404);
  });

  it('that is taken back leaves what somebody wrote since', async () => {
    const { id } = await manager.enter({ owner: null });
    const { importId } = await manager.answer<Result>('POST', '/vendors/import', { text: LIST });
    await manager.answer('PATCH', `/vendors/${id}`, { owner: 'Chitra' });
    await manager.answer('POST', `/vendors/import/${importId}/undo`);
    expect(await manager.details(id)).toMatchObject({ owner: 'Chitra' });
  });

  it('twice adds nothing', async () => {
    await manager.answer('POST', '/vendors/import', { text: LIST });
    expect(await manager.answer<Result>('POST', '/vendors/import', { text: LIST })).toMatchObject({
      added: 0,
      updated: 0,
    });
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(2);
  });

  it('at once twice adds each once', async () => {
    await Promise.all([1, 2].map(() => manager.answer('POST', '/vendors/import', { text: LIST })));
    expect(await vendorModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(2);
  });

  it.each([
    ['without a vendor', 'Installed\nOpen app', 400, 'no_vendor'],
    ['of a thousand and one lines', 'Invented\n'.repeat(1_001), 400, 'too_many_lines'],
    ['of blanks', ' ', 400, 'empty'],
    ['of more than a megabyte', 'x'.repeat(1_048_577), 400, 'too_big'],
    ['that nobody reads to its end', 'x'.repeat(1_400_000), 413, undefined],
  ])('%s is refused whole', async (_, text, status, code) => {
    const refused = await manager.problem('POST', '/vendors/import', { text });
    expect(refused.status).toBe(status);
    expect(refused.fields?.['text']).toBe(code);
  });

  it('of a thousand lines is taken over in one piece', async () => {
    const text = Array.from({ length: 1_000 }, (_, at) => `Invented ${at}`).join('\n');
    expect(await manager.answer<Result>('POST', '/vendors/import', { text })).toMatchObject({ added: 1_000 });
    expect(await manager.problem('POST', '/vendors/import', { text: 'One more' })).toMatchObject({ status: 409 });
  });

  it('comes back from our own file', async () => {
    await manager.enter({ name: '=1+1', kind: 'payment-gateway', dataClasses: ['customers', 'storefront-code'] });
    const csv = await (await manager.ask('GET', '/vendors.csv')).text();
    const other = { ...manager.who, shop: `s${randomUUID()}.myshopify.com` };
    await api.ask(other, 'POST', '/vendors/import', { text: csv });
    const row = (await api.register(other)).find(({ name }) => name === '=1+1');
    expect(row).toMatchObject({
      kind: 'payment-gateway',
      dataClasses: ['customers', 'storefront-code'],
      owner: 'Asha Invented',
    });
  });
});
