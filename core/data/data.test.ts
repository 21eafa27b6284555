import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PIN_PREFIXES, PIN_PREFIX_SOURCE } from './pin-prefixes.ts';
import { PINS_IN_SEVERAL_STATES, STRADDLING_PIN_SOURCE } from './pins-in-several-states.ts';
import { stateOfPin } from './pins.ts';
import { isStateCode, successorOf } from './state-codes.ts';
import { STATES, stateByCode, stateOfZone } from './states.ts';

describe('states', () => {
  it('have unique codes and zones', () => {
    const codes = STATES.map(({ code }) => code);
    const zones = STATES.flatMap((state) => state.zones);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(zones).size).toBe(zones.length);
  });

  it('agree with the codes that the validator knows', () => {
    const known = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).filter(isStateCode);
    expect(known).toEqual(STATES.map(({ code }) => code));
    for (const { code, succeededBy } of STATES) expect(successorOf(code)).toBe(succeededBy);
  });

  it.each([
    ['MH', '27'],
    ['mh', '27'],
    ['IN-MH', '27'],
    ['LA', '38'], // missing from many lists
    ['ML', '17'], // Meghalaya, not Mizoram
    ['MZ', '15'],
    ['UT', '05'],
    ['UK', '05'],
    ['OR', '21'],
    ['OD', '21'],
    ['CT', '22'],
    ['CG', '22'],
    ['TG', '36'],
    ['TS', '36'],
    ['DN', '26'],
    ['DD', '26'], // Shopify's second zone for one code
    ['DH', '26'],
    ['AP', '37'],
    ['XX', null],
    ['', null],
    [null, null],
  ])('zone %s is State %s', (zone, code) => {
    expect(stateOfZone(zone)).toBe(code);
  });

  it('names a State in both languages', () => {
    expect(stateByCode('27')?.name).toEqual({ en: 'Maharashtra', hi: 'महाराष्ट्र' });
    expect(stateByCode('00')).toBeNull();
  });
});

describe('PIN codes', () => {
  it.each([
    ['400001', '27'],
    ['400 001', '27'],
    ['403001', '30'], // Goa, inside the 40 of Maharashtra
    ['194101', '38'],
    ['560001', '29'],
    ['500001', '36'],
    ['110001', '07'],
    ['737101', '11'],
    ['682555', '31'],
  ])('%s lies in State %s', (pin, code) => {
    expect(stateOfPin(pin)).toEqual({ kind: 'one', code });
  });

  it.each(['110025', '160014', '396230', '605007', '782410'])('%s lies in several', (pin) => {
    expect(stateOfPin(pin).kind).toBe('several');
  });

  it.each(['', '4000', '4000011', '000000', '990001', 'SW1A 1AA', '४००००१', '4'.repeat(10_000)])(
    '%p is unknown',
    (pin) => {
      expect(stateOfPin(pin)).toEqual({ kind: 'unknown' });
    },
  );

  it('reads no further than an envelope would', () => {
    expect(stateOfPin('4'.repeat(10_000))).toEqual({ kind: 'unknown' });
  });

  it('name only States that exist', () => {
    const codes = [...PIN_PREFIXES.map(([, code]) => code), ...PINS_IN_SEVERAL_STATES.flatMap(([, states]) => states)];
    expect(codes.filter((code) => stateByCode(code) === null)).toEqual([]);
    expect(new Set(PIN_PREFIXES.map(([prefix]) => prefix)).size).toBe(PIN_PREFIXES.length);
  });
});

describe('what others gave', () => {
  const notice = readFileSync(join(import.meta.dirname, 'NOTICE.md'), 'utf8');

  it.each([PIN_PREFIX_SOURCE, STRADDLING_PIN_SOURCE])('$source', ({ licence, effectiveFrom, status }) => {
    expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(status).toBe('verified');
    expect(licence).toContain('Shopify Inc.');
  });

  it('is credited', () => {
    expect(notice).toContain('Copyright (c) Shopify Inc.');
    expect(notice).toContain('GeoNames');
    expect(notice).toContain('creativecommons.org/licenses/by/4.0');
  });

  it.each(STATES)(
    'State $code has its dates, source and status',
    ({ effectiveFrom, effectiveTo, source, status, succeededBy }) => {
      expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).not.toBe('');
      expect(['verified', 'unverified']).toContain(status);
      if (effectiveTo !== null) expect(stateByCode(succeededBy ?? '')).not.toBeNull();
    },
  );
});
