import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startVendorApi, type VendorApi } from '../../../test/vendor-api.ts';
import { aVendorManager, type VendorManager } from '../../../test/vendor-manager.ts';

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
    const { id } = await manager.enter();
    expect(await manager.problem('POST', `/vendors/${id}/${what}`, body)).toMatchObject({
      status: 400,
      fields: { [field]: code },
    });
  });

  it('accept a risk for a reason and a year at most, and end it', async () => {
    const { id } = await manager.enter();
    const accept = (until: string) => manager.problem('PUT', `/vendors/${id}/accepted-risk`, { reason: REASON, until });
    expect(await accept(manager.dayFromNow(366))).toMatchObject({ status: 400, fields: { until: 'too_far' } });
    expect(await accept(manager.dayFromNow(0))).toMatchObject({ status: 400, fields: { until: 'past' } });
    const accepted = await manager.answer('PUT', `/vendors/${id}/accepted-risk`, {
      reason: REASON,
      until: manager.dayFromNow(365),
    });
    expect(accepted.acceptedRisk).toEqual({
      until: `${manager.dayFromNow(365)}T18:29:59.999Z`,
      by: '1001',
      reason: REASON,
    });
    expect((await manager.answer('DELETE', `/vendors/${id}/accepted-risk`)).acceptedRisk).toBeNull();
    expect((await manager.problem('DELETE', `/vendors/${id}/accepted-risk`)).status).toBe(404);
  });

  it('note an incident and close it once', async () => {
    const { id } = await manager.enter();
    const noted = await manager.answer('POST', `/vendors/${id}/breaches`, {
      happenedOn: manager.dayFromNow(0),
      note: 'A leak\nof addresses',
    });
    expect(noted.breaches).toMatchObject([
      { happenedOn: manager.dayFromNow(0), note: 'A leak\nof addresses', closedAt: null },
    ]);
    const close = `/vendors/${id}/breaches/${noted.breaches[0]?.id}/close`;
    const closed = await manager.answer('POST', close);
    api.system.clock.pass(1_000);
    expect((await manager.answer('POST', close)).breaches).toEqual(closed.breaches);
    expect((await manager.details(id)).history.map(({ kind }) => kind)).toEqual([
      'breach-closed',
      'breach-noted',
      'entered',
    ]);
  });

  it('say when somebody looked', async () => {
    const { id } = await manager.enter();
    expect((await manager.answer('POST', `/vendors/${id}/review`)).reviewedAt).not.toBeNull();
  });
});
