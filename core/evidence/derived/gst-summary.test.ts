import { describe, expect, it } from '@jest/globals';
import { aSnapshot } from '../../../test/factories.ts';
import { anOrder, anOrderArea, anOrderBook } from '../../../test/gst-factories.ts';
import type { EvidenceKind } from '../kinds.ts';
import type { Collected, Snapshot } from '../snapshot.ts';
import { gstSummary } from './gst-summary.ts';

const AT = '2026-11-22T06:30:00.000Z';

function missing(kind: EvidenceKind, collected?: Collected<never>, from = aSnapshot()): Snapshot {
  const { [kind]: _, ...evidence } = from.evidence;
  return { ...from, evidence: { ...evidence, ...(collected && { [kind]: collected }) } };
}

describe('the summary of a snapshot', () => {
  it('has every part of a shop that was read whole', () => {
    const summary = gstSummary(aSnapshot());
    expect(summary).toMatchObject({
      asOf: AT,
      registry: [{ known: { record: { status: 'active' } } }],
      places: [{ state: '27', isRegistered: true, locations: [{ name: 'Mumbai shop', isOnRegistration: true }] }],
      taxAudit: { orders: 1, ordersJudged: 1, wrongHeadPaise: 0 },
      hsn: { variants: 1, withCode: 1, missing: 0, wrong: 0 },
    });
    expect(Array.isArray(summary.calendar)).toBe(true);
  });

  it.each([
    ['orders', ['taxAudit']],
    ['catalogue', ['hsn']],
    ['registry', ['registry']],
    ['locations', ['places', 'taxAudit']],
    ['registrations', ['places', 'taxAudit']],
    ['taxProfile', ['hsn', 'calendar']],
    ['law', ['taxAudit', 'hsn', 'calendar']],
    ['companyBuyers', []],
  ] as const)('without %s lacks only what needs it', (kind, parts) => {
    const { asOf: _, ...summary } = gstSummary(missing(kind));
    const without = Object.entries(summary).flatMap(([name, part]) => ('reason' in part ? [name] : []));
    expect(without.sort()).toEqual([...parts].sort());
  });

  it('says why, and which scopes would open it', () => {
    const denied = { status: 'unavailable', reason: 'not-permitted', collectedAt: AT } as const;
    const snapshot = missing('orders', { ...denied, missingScopes: ['read_orders'] });
    expect(gstSummary(snapshot).taxAudit).toEqual({ reason: 'not-permitted', missingScopes: ['read_orders'] });
    expect(gstSummary(missing('catalogue')).hsn).toEqual({ reason: 'not-collected', missingScopes: [] });
  });

  it('keeps the other parts when one meets evidence of another shape', () => {
    const broken = { status: 'collected', value: {} as never, collectedAt: AT, rung: 'platform' } as const;
    const summary = gstSummary(missing('catalogue', broken));
    expect(summary.hsn).toEqual({ reason: 'collector-failed', missingScopes: [] });
    expect(summary.taxAudit).toMatchObject({ orders: 1 });
  });

  it('puts the letter of undertaking into the calendar of who exports', () => {
    const orders = anOrderBook([anOrder({ shipTo: anOrderArea(null, 'AE') })]);
    const formsOf = (snapshot: Snapshot) => {
      const { calendar } = gstSummary(snapshot, '2027-03-10T06:30:00.000Z');
      return 'reason' in calendar ? [] : calendar.map(({ form }) => form);
    };
    expect(formsOf(aSnapshot({ orders }))).toContain('LUT');
    expect(formsOf(aSnapshot())).not.toContain('LUT');
  });

  it('is plain data: stored and read again it is the same', () => {
    const summary = gstSummary(aSnapshot());
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });
});
