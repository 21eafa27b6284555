import { describe, expect, it } from '@jest/globals';
import { readHsnList, type HsnList } from './hsn-list.ts';

const read = (rows: readonly (readonly string[])[]): HsnList =>
  readHsnList(rows.map((cells, at) => ({ line: at + 1, cells })));

describe('the portal’s list of codes', () => {
  it('reads sheets one after another, each with its header, codes as texts', () => {
    const { codes, errors } = read([
      ['HSN list'],
      ['\ufeffHSN_CD', 'HSN_Description'],
      ['01', 'Live animals'],
      ['0101', 'Live horses'],
      ["'01012100", 'Pure-bred'],
      ['', ''],
      ['Description', 'SAC_CD'],
      ['Services of transport', '9965'],
      ['Again', '9965'],
    ]);
    expect(errors).toEqual([]);
    expect(codes).toEqual(['0101', '01012100', '9965']);
  });

  it('names the line of a code that lost its zero or is none, and goes on', () => {
    const { codes, errors } = read([
      ['HSN Code', 'Description'],
      ['101', 'Live horses'],
      ['1012100', 'Pure-bred'],
      ['see note', ''],
      ['', 'a description that ran over'],
      ['6109', 'T-shirts'],
    ]);
    expect(codes).toEqual(['6109']);
    expect(errors).toEqual([
      { line: 2, text: '101', problem: 'lost-zero' },
      { line: 3, text: '1012100', problem: 'lost-zero' },
      { line: 4, text: 'see note', problem: 'not-a-code' },
    ]);
  });

  it.each([[[]], [[['6109', 'T-shirts']]]])('without a header there is no list: %j', (rows) => {
    expect(read(rows)).toEqual({ codes: [], errors: [{ line: 1, text: '', problem: 'no-header' }] });
  });

  it('tells of a hundred errors at most', () => {
    const rows = [['HSN_CD'], ...Array.from({ length: 500 }, () => ['x'.repeat(500)])];
    const { errors } = read(rows);
    expect(errors).toHaveLength(100);
    expect(errors[0]?.text).toHaveLength(40);
  });
});
