import { describe, expect, it } from '@jest/globals';
import { AS_OF, aGstin } from '../../../test/a-gstin.ts';
import { aRegistryEntry, aRegistryRecord, aStatedRegistration, aTaxProfile } from '../../../test/gst-factories.ts';
import { NO_CHANGES } from '../../gst/law.ts';
import type { FiledReturn, RegistryEntry } from '../registry.ts';
import type { StatedRegistration, TaxProfile } from '../tax-profile.ts';
import { returnCalendar } from './return-calendar.ts';

interface Given {
  readonly stated?: Partial<StatedRegistration>;
  readonly profile?: Partial<TaxProfile>;
  readonly entry?: Partial<RegistryEntry> | null;
  readonly isExporting?: boolean;
  readonly asOf?: string;
}

function calendarOf({ stated, profile, entry, isExporting = false, asOf = AS_OF }: Given = {}) {
  const taxProfile = aTaxProfile({ registrations: [aStatedRegistration(stated)], ...profile });
  const registry = entry === null ? null : [aRegistryEntry({ ...entry })];
  return returnCalendar({ taxProfile, registry, law: NO_CHANGES, isExporting }, asOf);
}

const told = (filed: readonly FiledReturn[], learnedAt = AS_OF) => ({ returns: { filed, learnedAt } });
const lines = (entries: ReturnType<typeof calendarOf>) =>
  entries.map(({ dueOn, form, period, state }) => `${dueOn} ${form} ${period} ${state}`);

describe('the calendar of a monthly filer', () => {
  it('reaches from 60 days back to 120 days ahead', () => {
    expect(lines(calendarOf())).toEqual([
      '2026-10-11 GSTR-1 2026-09 filed',
      '2026-10-20 GSTR-3B 2026-09 filed',
      '2026-11-11 GSTR-1 2026-10 filed',
      '2026-11-20 GSTR-3B 2026-10 filed',
      '2026-12-11 GSTR-1 2026-11 upcoming',
      '2026-12-20 GSTR-3B 2026-11 upcoming',
      '2027-01-11 GSTR-1 2026-12 upcoming',
      '2027-01-20 GSTR-3B 2026-12 upcoming',
      '2027-02-11 GSTR-1 2027-01 upcoming',
      '2027-02-20 GSTR-3B 2027-01 upcoming',
      '2027-03-11 GSTR-1 2027-02 upcoming',
      '2027-03-20 GSTR-3B 2027-02 upcoming',
    ]);
  });

  it('is overdue only where the registry was asked after the day', () => {
    const stateOf = (learnedAt: string) =>
      calendarOf({ entry: told([], learnedAt) }).find(({ dueOn }) => dueOn === '2026-11-20')?.state;
    expect(stateOf('2026-11-20T18:29:59.000Z')).toBe('unknown'); // the day itself, in India
    expect(stateOf('2026-11-20T18:30:00.000Z')).toBe('overdue');
    expect(calendarOf({ entry: { returns: null } })[0]?.state).toBe('unknown');
    expect(calendarOf({ entry: null })[0]?.state).toBe('unknown');
  });

  it('is upcoming on the day itself', () => {
    const at = (asOf: string) =>
      calendarOf({ entry: told([], asOf), asOf }).find(({ dueOn }) => dueOn === '2026-11-20');
    expect(at('2026-11-20T18:29:59.000Z')?.state).toBe('upcoming');
    expect(at('2026-11-20T18:30:00.000Z')?.state).toBe('overdue');
  });

  it('says when a return was filed', () => {
    const filed = calendarOf().find(({ form, period }) => form === 'GSTR-3B' && period === '2026-10');
    expect(filed).toMatchObject({ state: 'filed', filedOn: '2026-11-19', isVerified: true, gstin: aGstin() });
  });
});

describe('other ways of filing', () => {
  it('a quarterly filer deposits tax, of which the registry does not tell', () => {
    const entry = told([{ form: 'GSTR1', period: '2026-09', filedOn: null }]);
    expect(lines(calendarOf({ stated: { filing: 'quarterly' }, entry })).slice(0, 5)).toEqual([
      '2026-09-25 PMT-06 2026-08 unknown',
      '2026-10-13 GSTR-1 2026-09 filed',
      '2026-10-22 GSTR-3B 2026-09 overdue', // Maharashtra is of group A
      '2026-11-25 PMT-06 2026-10 upcoming',
      '2026-12-13 IFF 2026-11 upcoming', // that of October was left out, and may be
    ]);
  });

  it('a composition seller files by quarter', () => {
    const entries = calendarOf({ stated: { scheme: 'composition', filing: null }, entry: null });
    expect(lines(entries)).toEqual(['2026-10-18 CMP-08 2026-09 unknown', '2027-01-18 CMP-08 2026-12 upcoming']);
  });

  it('reads the scheme from the registry where it is not stated', () => {
    const known = {
      record: aRegistryRecord({ taxpayerKind: 'composition' }),
      service: 'setu' as const,
      learnedAt: AS_OF,
    };
    const entries = calendarOf({ stated: { scheme: null, filing: null }, entry: { known } });
    expect(new Set(entries.map(({ form }) => form))).toEqual(new Set(['CMP-08']));
  });

  it.each([
    ['not stated, nothing filed', { filing: null }, {}, told([]), 0],
    ['a turnover above Rs 5 crore', { filing: null }, { turnover: 'to-10-crore' }, told([]), 13], // the annual return too
    ['a month filed that ends no quarter', { filing: null }, {}, {}, 12],
    ['a quarter filed', { filing: null }, {}, told([{ form: 'GSTR3B', period: '2026-09', filedOn: null }]), 0],
    ['a kind with returns of its own', { scheme: null }, {}, { known: knownKind('isd') }, 0],
  ] as const)('%s', (_, stated, profile, entry, count) => {
    const taxProfile = { registrations: [aStatedRegistration(stated)], ...profile };
    expect(calendarOf({ profile: taxProfile, entry })).toHaveLength(count);
  });
});

function knownKind(taxpayerKind: 'isd') {
  return { record: aRegistryRecord({ taxpayerKind }), service: 'setu' as const, learnedAt: AS_OF };
}

describe('the life of a registration', () => {
  it.each([
    ['the last day of September', '2026-09-30', '2026-09'],
    ['the first of October', '2026-10-01', '2026-10'],
  ])('begins with the period of %s', (_, registeredOn, period) => {
    const returns = calendarOf({ stated: { registeredOn } }).filter(({ form }) => form.startsWith('GSTR'));
    expect(returns[0]?.period).toBe(period);
  });

  it.each([
    ['2026-10-31', '2026-10'],
    ['2026-11-01', '2026-11'],
  ])('ends with the period of %s', (cancelledOn, period) => {
    const record = aRegistryRecord({ status: 'cancelled', cancelledOn });
    const entries = calendarOf({ entry: { known: { record, service: 'setu', learnedAt: AS_OF } } });
    expect(entries.at(-1)?.period).toBe(period);
  });
});

describe('letters and bank accounts', () => {
  const MARCH = '2027-03-10T06:30:00.000Z';
  const lutOf = (given: Given) => calendarOf(given).filter(({ form }) => form === 'LUT');

  it.each([
    ['no exports', { asOf: MARCH }, []],
    ['out of sight', { isExporting: true }, []],
    ['exports are seen', { asOf: MARCH, isExporting: true }, ['2027-03-31 LUT 2027-28 upcoming']],
    ['a letter of this year', { asOf: MARCH, stated: { lutYears: ['2026-27'] } }, ['2027-03-31 LUT 2027-28 upcoming']],
    ['next year is filed', { asOf: MARCH, stated: { lutYears: ['2027-28'] } }, ['2027-03-31 LUT 2027-28 filed']],
    [
      'the last day',
      { asOf: '2027-03-31T18:29:59.000Z', stated: { lutYears: ['2026-27'] } },
      ['2027-03-31 LUT 2027-28 upcoming'],
    ],
    [
      'the day after',
      { asOf: '2027-03-31T18:30:00.000Z', stated: { lutYears: ['2026-27'] } },
      ['2027-03-31 LUT 2027-28 overdue'],
    ],
    ['never stated', { asOf: '2027-04-10T06:30:00.000Z', isExporting: true }, ['2027-03-31 LUT 2027-28 unknown']],
  ])('%s', (_, given, expected) => {
    expect(lines(lutOf(given))).toEqual(expected);
  });

  it.each([
    ['2026-11-22', null, ['2026-12-22 BANK 2026-12 upcoming']],
    ['2026-10-23', false, ['2026-11-22 BANK 2026-11 upcoming']],
    ['2026-10-22', false, ['2026-11-21 BANK 2026-11 overdue']],
    ['2026-10-22', null, ['2026-11-21 BANK 2026-11 unknown']],
    ['2026-10-22', true, ['2026-11-21 BANK 2026-11 filed']],
    ['2020-07-01', null, []],
  ])('registered on %s, bank account %s', (registeredOn, hasBankAccount, expected) => {
    const entries = calendarOf({ stated: { registeredOn, hasBankAccount } });
    expect(lines(entries.filter(({ form }) => form === 'BANK'))).toEqual(expected);
  });
});
