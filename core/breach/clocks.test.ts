import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BREACH_CLOCKS, type BreachClock } from '../data/breach-clocks.ts';
import { breachClock, dueAt, dueOn, isInForce } from './clocks.ts';

interface Examples {
  readonly hours: readonly { readonly id: string; readonly awareAt: string; readonly due: Record<string, string> }[];
}
const EXAMPLES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/examples/security/breach-clocks.examples.json'), 'utf8'),
) as Examples;

function known(id: string): BreachClock {
  const clock = breachClock(id);
  if (!clock) throw new RangeError(`There is no clock ${id}.`);
  return clock;
}

describe('clocks of a breach', () => {
  it.each(EXAMPLES.hours.flatMap(({ awareAt, due }) => Object.entries(due).map(([id, at]) => [id, awareAt, at])))(
    '%s from %s ends at %s',
    (id, awareAt, at) => expect(dueAt(known(id ?? ''), awareAt ?? '')).toBe(new Date(at ?? '').toISOString()),
  );

  it.each([
    ['US-CA-30D', '2026-01-31', '2026-03-02'],
    ['US-CA-AG-15D', '2026-12-20', '2027-01-04'],
    ['GDPR-33', '2026-01-31', null],
  ])('%s from %s ends on %s', (id, start, end) => expect(dueOn(known(id), start)).toBe(end));

  it.each([
    ['CERTIN-6H', '2022-06-26', false, false],
    ['CERTIN-6H', '2022-06-27', false, true],
    ['CERTIN-6H', '2022-06-27', true, false],
    ['CERTIN-6H', '2022-09-25', true, true],
    ['DPDP-BOARD-72H', '2027-05-13', false, false],
    ['DPDP-BOARD-72H', '2027-05-14', false, true],
    ['AMAZON-24H', '2026-11-22', true, true],
    ['SHOPIFY-PARTNER', '2026-11-22', true, false], // nobody confirmed it
  ])('%s on %s, a small firm %s: %s', (id, day, isSmall, binds) => {
    expect(isInForce(known(id), day, { isSmall })).toBe(binds);
  });

  it('are eighteen, each named once; one without a length is not verified', () => {
    expect(new Set(BREACH_CLOCKS.map(({ id }) => id)).size).toBe(18);
    expect(BREACH_CLOCKS.filter(({ length, status }) => length === null && status === 'verified')).toEqual([]);
    expect(breachClock('NO-SUCH')).toBeNull();
  });
});
