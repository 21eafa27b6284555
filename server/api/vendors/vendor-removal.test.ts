import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { vendorIdOf } from '../../../core/vendors/keys.ts';
import { A_PDF } from '../../../test/papers.ts';
import { aFoundVendor, startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';
import { evidenceFileModel } from '../../models/evidence-file.ts';
import { vendorKeyModel } from '../../models/vendor-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
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

describe('a vendor that is removed', () => {
  it('comes back within thirty days, with its papers and traces, and after them no more', async () => {
    await manager.found([aFoundVendor()]);
    const { id } = await manager.answer('PATCH', `/vendors/${CHAT}`, { owner: 'Asha Invented' });
    const { id: paperId } = await manager.answer<{ id: string }>('POST', `/vendors/${id}/papers`, {
      kind: 'badge',
      validUntil: null,
    });
    await manager.send(`/vendors/${id}/papers/${paperId}/file`, A_PDF, 'badge.pdf');
    const { undoUntil } = await manager.answer<{ undoUntil: string }>('DELETE', `/vendors/${id}`);
    const file = () => evidenceFileModel(api.system.store.connection).findOne({ shop: manager.shop }).lean();
    expect((await file())?.forgetAt.toISOString()).toBe(undoUntil);
    expect((await manager.register()).map((row) => row.id)).toContain(CHAT); // found, and nobody's again
    expect((await manager.problem('GET', `/vendors/${id}`)).status).toBe(404);
    const back = await manager.answer('POST', `/vendors/${id}/restore`);
    expect(back).toMatchObject({ id, owner: 'Asha Invented', papers: [{ hasFile: true }] });
    expect((await manager.register()).map((row) => row.id)).not.toContain(CHAT);
    expect((await file())?.forgetAt.getTime()).toBeGreaterThan(Date.parse(undoUntil));
    await manager.answer('DELETE', `/vendors/${id}`);
    api.system.clock.pass(31 * DAY_MS);
    expect((await manager.problem('POST', `/vendors/${id}/restore`)).status).toBe(404);
    expect((await manager.problem('DELETE', `/vendors/${id}`)).status).toBe(404);
  });

  it('leaves its traces to whoever takes them over meanwhile', async () => {
    await manager.found([aFoundVendor()]);
    const first = await manager.answer('PATCH', `/vendors/${CHAT}`, {});
    await manager.answer('DELETE', `/vendors/${first.id}`);
    const second = await manager.answer('PATCH', `/vendors/${CHAT}`, {});
    expect(second.id).not.toBe(first.id);
    await manager.answer('POST', `/vendors/${first.id}/restore`);
    const keys = await vendorKeyModel(api.system.store.connection).find({ shop: manager.shop }).lean();
    expect(new Set(keys.map(({ vendorId }) => vendorId))).toEqual(new Set([second.id]));
  });
});
