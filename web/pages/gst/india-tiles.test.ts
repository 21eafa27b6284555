import { describe, expect, it } from '@jest/globals';
import { INDIA_TILES } from './india-tiles.ts';
import { STATES } from '../../../core/data/states.ts';

const placed = STATES.filter(({ kind, succeededBy }) => kind !== 'other-territory' && succeededBy === null);

describe('the tiles of India', () => {
  it('have a place for every State and union territory of today, and for nothing else', () => {
    expect(Object.keys(INDIA_TILES).sort()).toEqual(placed.map(({ code }) => code).sort());
  });

  it('lie beside each other, never on one another', () => {
    const places = Object.values(INDIA_TILES).map(([, column, row]) => `${column} ${row}`);
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...Object.values(INDIA_TILES).map(([, column]) => column))).toBe(9); // columns of style.css
  });

  it.each(placed)('$code carries letters that people know', ({ code, zones }) => {
    expect(zones).toContain(INDIA_TILES[code]?.[0]);
  });
});
