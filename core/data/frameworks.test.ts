import { describe, expect, it } from '@jest/globals';
import { bannedWordsIn } from '../../test/writing-rules.ts';
import { CONTROLS, FRAMEWORK_IDS } from './controls.ts';
import { CERTIN15_ITEMS, FRAMEWORKS, controlsByFrameworkItem } from './frameworks.ts';

describe('frameworks', () => {
  it.each(FRAMEWORK_IDS)('%s has a name, an edition and a source', (id) => {
    const { name, version, source } = FRAMEWORKS[id];
    expect(FRAMEWORKS[id].id).toBe(id);
    expect(bannedWordsIn(name.en)).toEqual([]);
    expect(name.hi).toBe(name.hi.normalize('NFC'));
    expect([version.length > 0, source.length > 10]).toEqual([true, true]);
  });

  it.each(FRAMEWORK_IDS)('%s: each mapping of each control is found again', (id) => {
    const pairs = CONTROLS.flatMap((control) =>
      (control.mappings[id] ?? []).map((item) => `${item.replace('*', '')} ${control.id}`),
    );
    const found = [...controlsByFrameworkItem(id)].flatMap(([item, { controls }]) =>
      controls.map((control) => `${item} ${control.id}`),
    );
    expect([...found].sort()).toEqual([...pairs].sort());
    expect(pairs.length).toBeGreaterThan(0);
  });

  it('orders numbers as people do', () => {
    const numbers = [...controlsByFrameworkItem('ISO').keys()];
    expect(numbers.indexOf('A.5.9')).toBeLessThan(numbers.indexOf('A.5.16'));
  });
});

describe("CERT-In's fifteen", () => {
  it('are fifteen, nine of them confirmed', () => {
    expect(new Set(CERTIN15_ITEMS.map(({ code }) => code)).size).toBe(15);
    expect(CERTIN15_ITEMS.filter(({ status }) => status === 'verified')).toHaveLength(9);
  });

  it('mark what the mappings mark, and know every code in them', () => {
    const codes = CONTROLS.flatMap(({ mappings }) => mappings.CERTIN15 ?? []);
    const known = CERTIN15_ITEMS.map(({ code, status }) => (status === 'verified' ? code : `${code}*`));
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('stand in the list also where no control speaks for them', () => {
    expect([...controlsByFrameworkItem('CERTIN15')].filter(([, { controls }]) => controls.length === 0)).toEqual([
      ['PS', { status: 'unverified', controls: [] }],
    ]);
  });
});
