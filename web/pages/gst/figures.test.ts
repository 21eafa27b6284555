import { describe, expect, it } from '@jest/globals';
import { anAudit } from '../../test/gst-factories.ts';
import { isNoFigures, sortedRows, taxByState, wrongTaxStates } from './figures.ts';
import type { TaxAuditRow } from '../../../core/evidence/summaries.ts';

const [right] = anAudit().rows;
const aRow = (deliveryState: string, taxPaise: number, wrongPaise: number): TaxAuditRow => ({
  ...(right as TaxAuditRow),
  deliveryState,
  taxPaise,
  wrongPaise,
  wrongOrders: wrongPaise > 0 ? 1 : 0,
});

describe('tax by State', () => {
  it('adds up the rows of one State, the most to correct first', () => {
    expect(taxByState([aRow('27', 500, 0), aRow('29', 300, 100), aRow('29', 50, 50)])).toEqual([
      { state: '29', rightPaise: 200, wrongPaise: 150 },
      { state: '27', rightPaise: 500, wrongPaise: 0 },
    ]);
  });

  it.each([
    [10, 10, '36'],
    [11, 11, null],
    [15, 11, null],
  ])('of %i States it shows %i bars', (states, bars, last) => {
    const rows = Array.from({ length: states }, (_, index) => aRow(String(27 + index), 1000 - index, 0));
    const taxes = taxByState(rows);
    expect(taxes).toHaveLength(bars);
    expect(taxes.at(-1)?.state).toBe(last);
    const sum = (total: number, { rightPaise }: { rightPaise: number }) => total + rightPaise;
    expect(taxes.reduce(sum, 0)).toBe(rows.reduce((total, { taxPaise }) => total + taxPaise, 0));
  });

  it('knows the States with wrong tax, and none where nothing was read', () => {
    expect([...wrongTaxStates(anAudit())]).toEqual(['29']);
    expect(wrongTaxStates({ reason: 'not-permitted', missingScopes: ['read_orders'] }).size).toBe(0);
  });

  it('puts what is to be corrected first', () => {
    expect(sortedRows(anAudit().rows).map(({ deliveryState }) => deliveryState)).toEqual(['29', '27', '96']);
  });
});

it.each([
  [{ reason: 'throttled', missingScopes: [] } as const, true],
  [anAudit(), false],
])('tells figures from their absence', (part, isMissing) => {
  expect(isNoFigures(part)).toBe(isMissing);
});
