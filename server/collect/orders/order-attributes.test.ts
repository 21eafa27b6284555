import { describe, expect, it } from '@jest/globals';
import { taxAttributes } from './order-attributes.ts';

const GSTIN = '27AAPFU0939F1ZV';

describe('what is written on an order', () => {
  it.each([
    'gstin',
    'GSTIN',
    'GST',
    'gst_number',
    'GST No.',
    'Gst Num',
    'buyer_gstin',
    'Buyer GSTIN',
    'Your GSTIN number',
    'company-gst-no',
    'Business GST',
    'GST registration number',
  ])('%s names a GSTIN', (key) => {
    expect(taxAttributes([{ key, value: ` ${GSTIN} ` }])).toEqual({ gstins: [GSTIN], invoiceNumber: null });
  });

  it.each(['invoice_number', 'Invoice No', 'invoice no.', 'GST invoice number', 'Tax Invoice No', 'bill_no'])(
    '%s names an invoice number',
    (key) => {
      expect(taxAttributes([{ key, value: 'SD/26-27/0001' }])).toEqual({ gstins: [], invoiceNumber: 'SD/26-27/0001' });
    },
  );

  it.each([
    'gift message',
    'gst_amount',
    'gst rate',
    'gst included',
    'angst',
    'registration number',
    'phone',
    'invoice address',
    'invoice',
    'invoice_email',
    'name on invoice',
    '',
    'जीएसटी नोट',
  ])('%s names neither, and is dropped', (key) => {
    expect(taxAttributes([{ key, value: 'Meera, 98xxx' }])).toEqual({ gstins: [], invoiceNumber: null });
  });

  it('keeps every GSTIN up to five, and the first invoice number', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ key: 'gst', value: `number ${index}` }));
    const invoices = ['', 'A/1', 'A/2'].map((value) => ({ key: 'invoice no', value }));
    expect(taxAttributes([...many, ...invoices])).toEqual({
      gstins: ['number 0', 'number 1', 'number 2', 'number 3', 'number 4'],
      invoiceNumber: 'A/1',
    });
  });

  it.each([null, '', '   '])('%j is nothing said', (value) => {
    expect(taxAttributes([{ key: 'gstin', value }])).toEqual({ gstins: [], invoiceNumber: null });
  });
});
