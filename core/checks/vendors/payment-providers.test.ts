import { describe, expect, it } from '@jest/globals';
import {
  anApiTrace,
  aVendorBook,
  aVendorEntry,
  aVendorPaper,
  someVendorTraces,
} from '../../../test/vendor-factories.ts';
import { judgedVendors } from '../../../test/vendor-shop.ts';
import type { VendorPaper } from '../../evidence/vendors.ts';
import { paymentProviders as check } from './payment-providers.ts';

const paidThrough = (...names: string[]) =>
  someVendorTraces({
    traces: names.map((name) => anApiTrace({ source: 'gateways', name, appId: null })),
  });
const entered = (...papers: VendorPaper[]) => ({
  vendorBook: aVendorBook({ entries: [aVendorEntry({ kind: 'payment-gateway', keys: ['known:razorpay'], papers })] }),
});
const aoc = (validUntil: string) => aVendorPaper({ kind: 'pci-aoc', validUntil });

describe('security/payment-providers', () => {
  it.each([
    ['nobody entered', {}, 'fail', ['none high']],
    ['without papers', entered(), 'fail', ['none high']],
    ['with another report', entered(aVendorPaper()), 'fail', ['none high']],
    ['with an attestation', entered(aoc('2026-11-22')), 'pass', []],
    ['with one that ended', entered(aoc('2026-11-21')), 'fail', ['ended high']],
  ] as const)('a gateway %s: %s', (_, book, outcome, found) => {
    expect(judgedVendors(check, { vendorTraces: paidThrough('Razorpay Secure'), ...book })).toEqual([
      outcome,
      found,
      [],
    ]);
  });

  it.each([
    ['Shopify Payments', paidThrough('shopify_payments')],
    ['ways without a provider', paidThrough('Cash on Delivery (COD)', 'manual', 'gift_card')],
    ['no orders', someVendorTraces()],
  ])('%s: nothing to show', (_, vendorTraces) => {
    expect(judgedVendors(check, { vendorTraces })[0]).toBe('notApplicable');
  });

  it('asks of a provider that a person entered, though no order of late went through it', () => {
    expect(judgedVendors(check, entered())[1]).toEqual(['none high']);
  });

  it('does not know the ways to pay without orders', () => {
    const sources = [
      { source: 'gateways', state: 'not-permitted', missingScopes: ['read_orders'], isPartial: false },
    ] as const;
    const vendorTraces = someVendorTraces({ sources });
    expect(judgedVendors(check, { vendorTraces })).toEqual(['notAssessed', [], ['vendorTraces not-permitted']]);
  });
});
