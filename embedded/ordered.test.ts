import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ordered } from './ordered.ts';

const NUMBER = fc.integer({ min: 0, max: 3_000 });

describe('an ordered list', () => {
  it('holds what a sorted array holds, over blocks that split and empty', () => {
    fc.assert(
      fc.property(fc.array(NUMBER, { minLength: 2_000, maxLength: 4_000 }), NUMBER, NUMBER, (toggled, from, to) => {
        const list = new Ordered<number>((a, b) => a - b);
        const model = new Set<number>();
        for (const value of toggled) {
          if (model.delete(value)) list.delete(value);
          else {
            model.add(value);
            list.insert(value);
          }
        }
        const within = [...model].filter((value) => value >= from && value <= to).sort((a, b) => a - b);
        const place = (value: number): number => (value < from ? -1 : value > to ? 1 : 0);
        if (from > to) return;
        expect([...list.stretch(place)]).toEqual(within);
        expect([...list.stretch(place, true)]).toEqual(within.toReversed());
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
