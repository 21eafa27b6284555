import { describe, expect, it } from '@jest/globals';
import { aRegistration } from '../../test/factories.ts';
import { GSTIN, anEntry, aProfile, aRecord, aStated } from '../../test/gst-factories.ts';
import { withoutDates } from './without-dates.ts';
import type { RegistryRecord } from '../../../core/evidence/registry.ts';
import type { CalendarEntry } from '../../../core/evidence/summaries.ts';
import type { StatedRegistration } from '../../../core/evidence/tax-profile.ts';

const entry = (parts: Partial<CalendarEntry>): CalendarEntry => ({
  dueOn: '2026-12-11',
  form: 'GSTR-1',
  gstin: GSTIN,
  period: '2026-11',
  state: 'upcoming',
  filedOn: null,
  isVerified: true,
  ...parts,
});

function isAsked(stated: Partial<StatedRegistration>, record: Partial<RegistryRecord>, calendar: CalendarEntry[] = []) {
  const registry = [
    anEntry({ known: { record: aRecord(record), service: 'setu', learnedAt: '2026-11-22T11:10:00Z' } }),
  ];
  const profile = aProfile({ registrations: [aStated(stated)] });
  return withoutDates([aRegistration({ gstin: GSTIN })], { profile, registry }, calendar).length > 0;
}

describe('registrations whose due dates wait for the merchant', () => {
  it.each([
    [{}, {}, [], true],
    [{ scheme: 'regular' }, {}, [], true],
    [{ scheme: 'regular', filing: 'monthly' }, {}, [], false],
    [{ scheme: 'composition' }, {}, [], false],
    [{ filing: 'monthly' }, {}, [], true],
    [{}, { taxpayerKind: null }, [], true],
    [{}, { taxpayerKind: 'isd' }, [], false],
    [{}, { status: 'cancelled' }, [], false],
    [{}, {}, [entry({})], false], // the registry shows how it files
    [{}, {}, [entry({ form: 'LUT' }), entry({ form: 'BANK' })], true],
    [{}, {}, [entry({ gstin: '29AAPFU0939F1ZR' })], true],
  ] as const)('%j %j %j: %s', (stated, record, calendar, expected) => {
    expect(isAsked(stated, record, [...calendar])).toBe(expected);
  });

  it('asks where the registry was never asked', () => {
    const rows = [aRegistration({ gstin: GSTIN })];
    expect(withoutDates(rows, { profile: aProfile({ registrations: [] }), registry: [] }, [])).toEqual(rows);
  });
});
