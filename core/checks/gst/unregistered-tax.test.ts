import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aShop, anAddress } from '../../../test/factories.ts';
import { aLine, anOrder, anOrderArea, anOrderBook, aTaxProfile } from '../../../test/gst-factories.ts';
import type { Order } from '../../evidence/orders.ts';
import { unregisteredTax } from './unregistered-tax.ts';

const untaxed = (over: Partial<Order> = {}) => anOrder({ lines: [aLine({ taxes: [] })], ...over });
const stated = { taxProfile: aTaxProfile({ isUnregistered: true, registrations: [] }) };
const judge = (orders: readonly Order[], over = {}) =>
  assess(unregisteredTax, { registrations: [], orders: anOrderBook(orders), ...over });

describe('gst/unregistered-tax', () => {
  it('finds tax charged by who states to have no registration', () => {
    const cancelled = anOrder({ isCancelled: true });
    expect(judge([anOrder(), anOrder({ name: '#1002' }), cancelled], stated)).toMatchObject({
      outcome: 'fail',
      findings: [
        { messageId: 'charges', severity: 'critical', data: { count: 2, last: '#1002' }, atStakePaise: 10_000 },
      ],
    });
  });

  it('says it otherwise where no GSTIN was entered yet', () => {
    expect(judge([anOrder()]).findings).toMatchObject([{ messageId: 'noGstin', severity: 'high' }]);
  });

  it('finds goods sent to another State', () => {
    expect(judge([untaxed({ shipTo: anOrderArea('KA') }), untaxed()], stated).findings).toMatchObject([
      { messageId: 'interState', severity: 'critical', data: { count: 1 } },
    ]);
    expect(judge([untaxed({ shipTo: anOrderArea('KA') })]).outcome).toBe('pass');
  });

  it('judges tax without knowing any State', () => {
    expect(judge([anOrder({ dispatchedFrom: [] })], stated).findings).toMatchObject([{ messageId: 'charges' }]);
  });

  it.each([
    ['no tax, within the State', [untaxed()], stated, 'pass'],
    ['no tax, and nobody knows where it went', [untaxed({ dispatchedFrom: [] })], stated, 'notAssessed'],
    ['no order', [], stated, 'notApplicable'],
    ['a shop abroad', [anOrder()], { shop: aShop({ address: anAddress({ countryCode: 'AE' }) }) }, 'notApplicable'],
  ])('%s', (_, orders, over, outcome) => {
    expect(judge(orders, over).outcome).toBe(outcome);
  });

  it('does not apply with a GSTIN', () => {
    expect(assess(unregisteredTax, { orders: anOrderBook() }).outcome).toBe('notApplicable');
  });
});
