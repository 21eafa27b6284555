import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import {
  aLine,
  anOrder,
  anOrderArea,
  anOrderBook,
  aRegistryEntry,
  aRegistryRecord,
  aStatedRegistration,
  aTaxProfile,
} from '../../../test/gst-factories.ts';
import type { Order } from '../../evidence/orders.ts';
import { compositionTax } from './composition-tax.ts';

const untaxed = (over: Partial<Order> = {}) => anOrder({ lines: [aLine({ taxes: [] })], ...over });
const stated = (scheme: 'regular' | 'composition' | null) =>
  aTaxProfile({ registrations: [aStatedRegistration({ scheme })] });
const entry = aRegistryEntry();
const told = [
  { ...entry, known: entry.known && { ...entry.known, record: aRegistryRecord({ taxpayerKind: 'composition' }) } },
];
const quiet = [{ ...entry, known: entry.known && { ...entry.known, record: aRegistryRecord({ taxpayerKind: null }) } }];
const judge = (orders: readonly Order[], over = {}) =>
  assess(compositionTax, {
    orders: anOrderBook(orders),
    taxProfile: stated('composition'),
    registry: quiet,
    ...over,
  });

describe('gst/composition-tax', () => {
  it('finds tax on orders', () => {
    expect(judge([anOrder(), anOrder({ id: 'gid://shopify/Order/2', name: '#1002' }), untaxed()])).toMatchObject({
      outcome: 'fail',
      findings: [
        {
          subject: '27AAAPZXXXXC1Z0 charges',
          messageId: 'charges',
          severity: 'critical',
          data: { count: 2, state: '27', last: '#1002' },
          atStakePaise: 10_000,
        },
      ],
    });
  });

  it('finds orders to another State, and abroad, without tax too', () => {
    const orders = [untaxed({ shipTo: anOrderArea('KA') }), untaxed({ shipTo: anOrderArea('DU', 'AE') })];
    expect(judge(orders).findings).toMatchObject([{ messageId: 'interState', data: { count: 2 } }]);
  });

  it('takes the word of the registry', () => {
    expect(judge([anOrder()], { taxProfile: stated('regular'), registry: told }).outcome).toBe('fail');
    expect(judge([anOrder()], { taxProfile: stated(null), registry: [entry] }).outcome).toBe('pass');
  });

  it('never repeats the PAN inside', () => {
    expect(JSON.stringify(judge([anOrder()]).findings)).not.toContain('1234');
  });

  it.each([
    ['no tax, within the State', [untaxed()], {}, 'pass'],
    ['a regular seller', [anOrder()], { taxProfile: stated('regular') }, 'pass'],
    ['nobody told the scheme', [anOrder()], { taxProfile: stated(null) }, 'notAssessed'],
    ['no order that can be placed', [untaxed({ shipTo: anOrderArea('XX') })], {}, 'notAssessed'],
    ['no order', [], {}, 'notApplicable'],
    ['no GSTIN', [anOrder()], { registrations: [] }, 'notApplicable'],
  ])('%s', (_, orders, over, outcome) => {
    expect(judge(orders, over).outcome).toBe(outcome);
  });
});
