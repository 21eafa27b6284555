import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testProduct, type TestProduct } from '../../test/product.ts';
import { alertModel } from '../models/alert.ts';
import { dataAtRestStore } from './data-at-rest.ts';
import { ownRecords } from './own-records.ts';

const SHOP = 'marigold.myshopify.com';
const OTHER = 'jasmine.myshopify.com';
const AT = new Date('2026-11-01T00:00:00.000Z');

let system: TestProduct;
beforeAll(async () => {
  system = await testProduct();
});
afterAll(() => system.close());

const anAlert = (fingerprint: string, over: Record<string, unknown> = {}) => ({
  shop: SHOP,
  fingerprint,
  checkId: 'security/domain-tls',
  subject: fingerprint,
  messageId: 'm',
  data: {},
  area: 'security',
  severity: 'high',
  severityRank: 1,
  status: 'open',
  snapshotId: 'a'.repeat(24),
  firstObservedAt: AT,
  lastObservedAt: AT,
  history: [],
  ...over,
});

describe('our own records as evidence', () => {
  it('knows nothing of a shop without a scan', async () => {
    expect(await ownRecords(system.store.connection, OTHER)).toEqual({
      lastScanAt: null,
      openAlerts: [],
      acceptedRisks: [],
    });
  });

  it('tells what is open and what was put aside, by whom and until when', async () => {
    const until = new Date('2027-01-01T00:00:00.000Z');
    const aside = { status: 'suppressed', suppressReason: 'Known.', suppressedUntil: until };
    await alertModel(system.store.connection).insertMany([
      anAlert('open.example'),
      anAlert('seen.example', { status: 'acknowledged' }),
      anAlert('gone.example', { status: 'resolved', resolvedAt: AT }),
      anAlert('aside.example', { ...aside, history: [{ kind: 'suppressed', at: AT, by: '7', reason: 'Known.' }] }),
      anAlert('no-reason.example', { status: 'suppressed', suppressReason: ' ' }),
      anAlert('foreign.example', { shop: OTHER }),
    ]);
    const { openAlerts, acceptedRisks } = await ownRecords(system.store.connection, SHOP);
    expect(openAlerts.map(({ subject }) => subject).sort()).toEqual(['open.example', 'seen.example']);
    expect(acceptedRisks).toContainEqual({
      checkId: 'security/domain-tls',
      subject: 'aside.example',
      severity: 'high',
      acceptedAt: AT.toISOString(),
      acceptedBy: '7',
      hasReason: true,
      until: until.toISOString(),
    });
    expect(acceptedRisks).toContainEqual(
      expect.objectContaining({ subject: 'no-reason.example', hasReason: false, acceptedBy: null, until: null }),
    );
  });
});

describe('files scanned in the browser', () => {
  it('keeps counts of one shop, and forgets them on request', async () => {
    const store = dataAtRestStore({ connection: system.store.connection, clock: system.clock });
    const id = await store.addFileScan(SHOP, { rows: 12, counts: { card: 1, aadhaar: 0, pan: 2 } }, '7');
    expect(await store.fileScans(SHOP)).toMatchObject([{ id, rows: 12, counts: { card: 1, aadhaar: 0, pan: 2 } }]);
    expect(await store.fileScans(OTHER)).toEqual([]);
    expect(await store.removeFileScan(OTHER, id)).toBe(false);
    expect(await store.removeFileScan(SHOP, id)).toBe(true);
    expect(await store.fileScans(SHOP)).toEqual([]);
  });

  it('reads no sample unless somebody switched it on', async () => {
    const store = dataAtRestStore({ connection: system.store.connection, clock: system.clock });
    expect(await store.isSampleOn(SHOP)).toBe(false);
    await store.switchSample(SHOP, true, '7');
    expect([await store.isSampleOn(SHOP), await store.isSampleOn(OTHER)]).toEqual([true, false]);
    await store.switchSample(SHOP, false, '7');
    expect(await store.isSampleOn(SHOP)).toBe(false);
  });
});
