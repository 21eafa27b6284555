import { describe, expect, it } from '@jest/globals';
import { columnLabelAt, columnsOf } from './columns.ts';

describe('columns', () => {
  it.each([
    ['Name,Tracking Number,Phone', [null, 'parcel', 'other']],
    ['"Name";"AWB No.";"Note"', [null, 'parcel', null]],
    ['Order\tAadhaar\tCard', ['other', 'aadhaar', 'card']],
    ['Name,Note,City', null], // nothing is said of any number
    ['Dear all, here they are', null],
    ['Asha,+91 98765 43210,Pune', null], // a row
    ['one column', null],
    ['', null],
  ])('%j: %j', (line, labels) => {
    expect(columnsOf(line)?.labels ?? null).toEqual(labels);
  });

  const columns = columnsOf('Name,Tracking Number,Note');
  it.each([
    ['Asha,4242424242424242,x', 'parcel'],
    ['"Asha, Pune",4242424242424242,x', 'parcel'],
    ['Asha,1,4242424242424242', null],
    ['Asha,4242424242424242', null], // a row of another length
    ['Asha,"4242424242424242', null], // it goes on in the next line
  ])('%s: %s', (row, label) => {
    expect(columns && columnLabelAt(row, row.indexOf('4242'), columns)).toBe(label);
  });
});
