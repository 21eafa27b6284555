import { describe, expect, it } from '@jest/globals';
import { aSnapshot } from '../../../test/factories.ts';
import { aCatalogue, aProduct, aRegistryEntry, aTaxProfile, aVariant } from '../../../test/gst-factories.ts';
import type { LookUpState } from '../../../core/api/gst.ts';
import { gstSummary } from '../../../core/evidence/derived/gst-summary.ts';
import type { Snapshot } from '../../../core/evidence/snapshot.ts';
import type { GstSummary } from '../../../core/evidence/summaries.ts';
import { presentCalendar, presentGst, presentHsn, presentTaxAudit, type GstDeps } from './gst.presenter.ts';

const SHOP = 'invented.myshopify.com';
const MERCHANT = { shop: SHOP, userId: '1', role: 'viewer' } as const;
const SNAPSHOT_ID = 'a'.repeat(24);
const NOW = '2026-11-22T06:30:00.000Z';
const LOOK_UPS: LookUpState = {
  service: null,
  isTestMode: false,
  keyEnding: null,
  connectedAt: null,
  callsToday: 0,
  budgetPerDay: 50,
  pausedUntil: null,
};

/** A shop whose newest snapshot is this one. */
function depsOf(snapshot: Snapshot | null, summary: GstSummary | null = snapshot && gstSummary(snapshot)): GstDeps {
  return {
    summaries: {
      newest: (shop) =>
        Promise.resolve(shop === SHOP && summary ? { snapshotId: SNAPSHOT_ID, summary } : null) as never,
    },
    snapshots: { find: (shop, id) => Promise.resolve(shop === SHOP && id === SNAPSHOT_ID ? snapshot : null) },
    registry: { entries: () => Promise.resolve([aRegistryEntry()]) },
    taxProfiles: { read: () => Promise.resolve(aTaxProfile()) },
    lookUpService: { read: () => Promise.resolve(LOOK_UPS) },
  };
}

describe('the GST page', () => {
  it('shows figures of the snapshot beside what is fresher', async () => {
    expect(await presentGst(depsOf(aSnapshot()), MERCHANT)).toMatchObject({
      summary: { asOf: NOW, taxAudit: { orders: 1 } },
      registry: [{ known: { service: 'sandbox-co-in' } }],
      profile: { turnover: 'to-1.5-crore' },
      lookUps: { service: null },
    });
  });

  it.each([
    ['before the first check', null],
    ['after an older version wrote another shape', { asOf: NOW, places: [] } as unknown as GstSummary],
  ])('has no figures %s', async (_, summary) => {
    const deps = depsOf(aSnapshot(), summary);
    expect((await presentGst(deps, MERCHANT)).summary).toBeNull();
    for (const file of [presentTaxAudit, presentHsn]) {
      expect(await file(deps, SHOP, 'en')).toContain('Not assessed');
    }
    expect(await presentCalendar(deps, SHOP, NOW, 'en')).not.toContain('VEVENT');
  });
});

describe('the list of HSN codes', () => {
  const many = aCatalogue(
    Array.from({ length: 150 }, (_, n) =>
      aProduct({ id: `gid://shopify/Product/${n}`, variants: [aVariant({ hsnForIndia: null })] }),
    ),
  );

  it('is whole, though the page shows a hundred', async () => {
    const text = await presentHsn(depsOf(aSnapshot({ catalogue: many })), SHOP, 'en');
    expect(text.trimEnd().split('\r\n')).toHaveLength(151);
  });

  it('says so when the snapshot is gone', async () => {
    const deps = { ...depsOf(aSnapshot()), snapshots: { find: () => Promise.resolve(null) } };
    expect(await presentHsn(deps, SHOP, 'hi')).toContain('जाँच नहीं हुई');
  });
});
