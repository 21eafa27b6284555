import { describe, expect, it } from '@jest/globals';
import { headOfTitle } from './order-tax-titles.ts';

describe('headOfTitle', () => {
  it.each([
    ['CGST', 'cgst'],
    ['cgst', 'cgst'],
    ['CGST 9%', 'cgst'],
    ['9%CGST', 'cgst'],
    ['C.G.S.T. @ 2.5', 'cgst'],
    ['Central GST', 'cgst'],
    ['Central Tax', 'cgst'],
    ['ＣＧＳＴ', 'cgst'],
    ['SGST', 'sgst'],
    ['KA SGST', 'sgst'],
    ['State GST 9%', 'sgst'],
    ['State tax', 'sgst'],
    ['UTGST', 'utgst'],
    ['UT GST', 'utgst'],
    ['Union Territory tax', 'utgst'],
    ['IGST', 'igst'],
    ['igst18', 'igst'],
    ['Integrated GST', 'igst'],
    ['Inter-State GST', 'igst'],
    ['Interstate GST', 'igst'],
    ['CGST + SGST', 'halves'],
    ['CGST/UTGST 5%', 'halves'],
    ['SGST/UTGST', 'local'],
    ['GST compensation cess', 'cess'],
    ['एकीकृत GST', 'igst'],
    ['केंद्रीय GST', 'cgst'],
    ['सीजीएसटी', 'cgst'],
    ['एसजीएसटी', 'sgst'],
    ['आईजीएसटी', 'igst'],
    ['GST', 'unnamed'],
    ['GST 18%', 'unnamed'],
    ['Intra-State GST', 'unnamed'],
    ['IGST or CGST', 'unnamed'],
    ['VAT', 'unnamed'],
    ['CGSTSGST', 'unnamed'],
    ['', 'unnamed'],
  ])('%j: %s', (title, head) => {
    expect(headOfTitle(title)).toBe(head);
  });

  it('reads a title of any length in no time that grows with it', () => {
    expect(headOfTitle(`CGST ${'x'.repeat(1_000_000)}`)).toBe('cgst');
  });
});
