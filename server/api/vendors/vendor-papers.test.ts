import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { A_PDF } from '../../../test/papers.ts';
import { startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';
import { evidenceFileModel } from '../../models/evidence-file.ts';
import { vendorModel } from '../../models/vendor.ts';

let api: VendorApi;
let manager: VendorManager;
beforeAll(async () => {
  api = await startVendorApi();
});
afterAll(() => api.close());
beforeEach(() => {
  manager = aVendorManager(api);
});

describe('papers', () => {
  const pathOf = (id: string, paperId: string) => `/vendors/${id}/papers/${paperId}/file`;
  async function aPaper(): Promise<{ id: string; paperId: string }> {
    const { id } = await manager.enter();
    const paper = { kind: 'soc2-type2', validUntil: '2027-06-30' };
    const { id: paperId } = await manager.answer<{ id: string }>('POST', `/vendors/${id}/papers`, paper);
    return { id, paperId };
  }

  it('are kept sealed, served to be saved and never shown', async () => {
    const { id, paperId } = await aPaper();
    const bytes = A_PDF;
    expect((await manager.send(pathOf(id, paperId), bytes, 'रिपोर्ट <b>.pdf')).status).toBe(200);
    expect((await manager.details(id)).papers).toMatchObject([
      { id: paperId, kind: 'soc2-type2', validUntil: '2027-06-30', hasFile: true, sizeBytes: bytes.length },
    ]);
    const file = await manager.ask('GET', pathOf(id, paperId));
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
    expect((await manager.send(pathOf(id, paperId), bytes, 'report.pdf')).status).toBe(status);
    expect((await manager.details(id)).papers).toMatchObject([{ id: paperId, hasFile: false, fileName: null }]);
    expect((await manager.ask('GET', pathOf(id, paperId))).status).toBe(404);
  });

  it('go with their file', async () => {
    const { id, paperId } = await aPaper();
    await manager.send(pathOf(id, paperId), A_PDF, 'report.pdf');
    await manager.answer('DELETE', `/vendors/${id}/papers/${paperId}`);
    expect((await manager.details(id)).papers).toEqual([]);
    expect(await evidenceFileModel(api.system.store.connection).countDocuments({ shop: manager.shop })).toBe(0);
    expect((await manager.problem('DELETE', `/vendors/${id}/papers/${paperId}`)).status).toBe(404);
  });

  it('of a vendor are not opened through another', async () => {
    const { id, paperId } = await aPaper();
    await manager.send(pathOf(id, paperId), A_PDF, 'report.pdf');
    const other = await manager.enter({ name: 'Other', hosts: ['other.example'] });
    expect((await manager.ask('GET', pathOf(other.id, paperId))).status).toBe(404);
    expect((await api.ask({ ...manager.who, shop: 'else.myshopify.com' }, 'GET', pathOf(id, paperId))).status).toBe(
      404,
    );
    expect((await api.ask({ ...manager.who, role: 'viewer' }, 'GET', pathOf(id, paperId))).status).toBe(403);
  });

  it('are fifty of one vendor at most', async () => {
    const { id } = await manager.enter();
    const papers = Array.from({ length: 50 }, (_, at) => ({
      ...{ id: at.toString(16).padStart(24, '0'), kind: 'badge' as const, addedAt: new Date(), addedBy: '1' },
    }));
    await vendorModel(api.system.store.connection).updateOne({ shop: manager.shop, _id: id }, { $set: { papers } });
    const one = { kind: 'badge', validUntil: null };
    expect((await manager.problem('POST', `/vendors/${id}/papers`, one)).status).toBe(409);
  });
});
