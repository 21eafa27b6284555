import { describe, expect, it } from '@jest/globals';
import { CONSTITUTIONS, PAN_KINDS } from './constitutions.ts';
import { DUE_DATES } from './due-dates.ts';
import { HSN_CHAPTERS, chapterCovers, chapterUse } from './hsn-chapters.ts';
import { PRICE_BANDS } from './price-bands.ts';
import { RATES } from './rates.ts';
import { REGISTRATION_STATUSES, isEwayBlocked, registrationStatusOf } from './registration-statuses.ts';
import { STATES } from './states.ts';
import { taxpayerKindOf } from './taxpayer-kinds.ts';
import { THRESHOLDS } from './thresholds.ts';

const TABLES = [
  ['rates', RATES.map((row) => ({ ...row, id: row.key })), 16],
  ['price bands', PRICE_BANDS.map((row) => ({ ...row, id: row.hsnPrefix })), 10],
  ['thresholds', THRESHOLDS.map((row) => ({ ...row, id: `${row.name} ${row.variant}` })), 38],
  ['due dates', DUE_DATES.map((row) => ({ ...row, id: `${row.form} ${row.who}` })), 14],
] as const;

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

describe.each(TABLES)('%s', (_name, rows, count) => {
  it('are all there', () => {
    expect(rows).toHaveLength(count);
  });

  it('have real days, in order, a source and a status', () => {
    for (const { id, effectiveFrom, effectiveTo, source, status } of rows) {
      expect([id, isDay(effectiveFrom)]).toEqual([id, true]);
      if (effectiveTo !== null) expect([id, effectiveFrom <= effectiveTo && isDay(effectiveTo)]).toEqual([id, true]);
      expect(source.length).toBeGreaterThan(5);
      expect(['verified', 'unverified']).toContain(status);
    }
  });

  it('follow one another without overlap', () => {
    const overlaps = rows.flatMap((row) =>
      rows
        .filter((other) => other !== row && other.id === row.id && other.effectiveFrom >= row.effectiveFrom)
        .filter((other) => row.effectiveTo === null || other.effectiveFrom <= row.effectiveTo)
        .map((other) => `${row.id} ${row.effectiveFrom} ${other.effectiveFrom}`),
    );
    expect(overlaps).toEqual([]);
  });
});

describe('what cannot be confirmed', () => {
  it('is marked', () => {
    const unverified = TABLES.flatMap(([, rows]) => rows.filter(({ status }) => status === 'unverified'));
    expect(unverified.map(({ id, effectiveFrom }) => `${id} ${effectiveFrom}`)).toEqual([
      '0.1 2017-10-23',
      '1 2019-04-01',
      '6 2022-04-01',
      '7.5 2019-04-01',
      '64 2019-01-01',
      'registration-special-turnover  2019-02-01',
      'GSTR-4 composition 2019-04-01',
      'GSTR-4 composition 2024-04-01',
    ]);
  });
});

describe('rates and bands', () => {
  it('halve exactly', () => {
    for (const { ratePpm } of RATES) expect(ratePpm % 2).toBe(0);
  });

  it('have codes that chapters know', () => {
    for (const { hsnPrefix, exceptPrefixes } of PRICE_BANDS) {
      expect(chapterUse(hsnPrefix.slice(0, 2))).toBe('goods');
      for (const except of exceptPrefixes) expect(except.startsWith(hsnPrefix)).toBe(true);
    }
  });

  it('have chapters from 01 to 99, 77 without use and 99 for services', () => {
    expect(HSN_CHAPTERS).toEqual(Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, '0')));
    expect(HSN_CHAPTERS.filter((chapter) => chapterUse(chapter) !== 'goods')).toEqual(['77', '99']);
    expect(chapterUse('00')).toBeNull();
    expect(chapterCovers('64')).toBe('footwear');
  });
});

describe('States', () => {
  it('have their group for quarterly returns, as Notification 76/2020 lists them', () => {
    const inB = STATES.filter(({ qrmpGroup }) => qrmpGroup === 'B').map(({ code }) => code);
    const expected = [...Array.from({ length: 21 }, (_, n) => String(n + 1).padStart(2, '0')), '38'];
    expect(inB).toEqual(expected);
    expect(STATES.filter(({ qrmpGroup }) => qrmpGroup === null).map(({ code }) => code)).toEqual(['97']);
  });

  it('without the limit of Rs 40 lakh are ten', () => {
    const excluded = STATES.filter(({ isExcludedFrom40Lakh }) => isExcludedFrom40Lakh).map(({ code }) => code);
    expect(excluded).toEqual(['05', '11', '12', '13', '14', '15', '16', '17', '34', '36']);
  });

  it('with UTGST are the union territories without a legislature, and Other Territory', () => {
    const withUtgst = STATES.filter(({ localTax }) => localTax === 'UTGST').map(({ code }) => code);
    expect(withUtgst).toEqual(['04', '25', '26', '31', '35', '38', '97']);
    for (const { kind, localTax } of STATES) {
      expect(localTax === 'UTGST').toBe(kind === 'union-territory' || kind === 'other-territory');
    }
  });
});

describe('what the registry writes', () => {
  it.each([
    ['Regular', 'regular'],
    ['COMPOSITION', 'composition'],
    ['SEZ Unit', 'sez'],
    ['SEZ Developer', 'sez'],
    ['SEZ Co-Developer', 'sez'],
    ['Input Service Distributor (ISD)', 'isd'],
    ['Tax Collector (Electronic Commerce Operator)', 'tcs'],
    ['United Nation Body', 'uin'],
    ['Casual Taxable Person', 'casual'],
    ['Something new', undefined],
    ['', undefined],
  ])('kind %j is %s', (text, id) => {
    expect(taxpayerKindOf(text)?.id).toBe(id);
  });

  it.each([
    ['Active', 'gstn', 'active'],
    ['active', 'gstn', 'active'],
    ['Cancelled', 'gstn', 'cancelled'],
    ['Cancelled suo-moto', 'gstn', 'cancelled'],
    ['Cancelled on application of Taxpayer', 'gstn', 'cancelled'],
    ['Suspended', 'gstn', 'suspended'],
    ['Inactive', 'gstn', 'inactive'],
    ['Activeness', 'gstn', undefined],
    ['', 'gstn', undefined],
    ['ACT', 'nic', 'active'],
    ['CNL', 'nic', 'cancelled'],
    ['Active', 'nic', undefined],
  ] as const)('status %j of %s is %s', (text, system, id) => {
    expect(registrationStatusOf(text, system)?.id).toBe(id);
  });

  it('only an active registration may sell with tax', () => {
    for (const { id, maySellWithTax } of REGISTRATION_STATUSES) expect(maySellWithTax).toBe(id === 'active');
  });

  it.each([
    ['B', true],
    ['U', false],
    [null, false],
    ['', false],
    ['X', null],
  ])('block %j: %s', (text, isBlocked) => {
    expect(isEwayBlocked(text)).toBe(isBlocked);
  });

  it('has constitutions whose letters are letters of a PAN', () => {
    const letters = PAN_KINDS.map(({ letter }) => letter);
    for (const { panLetters } of CONSTITUTIONS) for (const letter of panLetters) expect(letters).toContain(letter);
  });
});
