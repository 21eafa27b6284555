import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin, aLocation, anAddress, aRegistration } from '../../../test/factories.ts';
import { anOrder, anOrderBook } from '../../../test/gst-factories.ts';
import type { Order } from '../../evidence/orders.ts';
import { invoiceNumbers } from './invoice-numbers.ts';

/** Orders #1, #2 … with these invoice numbers. */
const orders = (numbers: readonly (string | null)[], over: Partial<Order> = {}) =>
  numbers.map((invoiceNumber, n) =>
    anOrder({ id: `gid://shopify/Order/${n + 1}`, name: `#${n + 1}`, invoiceNumber, ...over }),
  );
const judge = (book: readonly Order[], over = {}) => assess(invoiceNumbers, { orders: anOrderBook(book), ...over });

describe('gst/invoice-numbers', () => {
  it.each([
    ['VN/26-27/000001', 'pass', undefined],
    ['VN/26-27/00000001', 'fail', 'tooLong'], // seventeen characters
    ['a', 'pass', undefined],
    ['VN 1', 'fail', 'badCharacter'],
    ['VN_1', 'fail', 'badCharacter'],
    ['वीएन/1', 'fail', 'badCharacter'],
    ['#1', 'fail', 'orderNames'],
    ['#1042', 'fail', 'orderNames'],
    ['#VN/1', 'fail', 'badCharacter'],
  ])('%s: %s, %s', (number, outcome, messageId) => {
    const result = judge(orders([number]));
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.messageId).toBe(messageId);
  });

  it('finds a number twice in a financial year', () => {
    expect(judge(orders(['VN/1', 'VN/2', 'VN/1'])).findings).toMatchObject([
      {
        messageId: 'repeated',
        severity: 'high',
        data: { number: 'VN/1', year: '2026-27', count: 2, orders: '#1, #3' },
        adminPath: '/orders/3',
      },
    ]);
  });

  it('lets a number come back on 1 April, by the clock of India', () => {
    const [first, second] = orders(['VN/1', 'VN/1']);
    if (!first || !second) throw new Error('There are two orders');
    const before = { ...first, placedAt: '2026-03-31T18:29:59.000Z' };
    expect(judge([before, { ...second, placedAt: '2026-03-31T18:30:00.000Z' }]).outcome).toBe('pass');
    expect(judge([before, { ...second, placedAt: '2026-03-31T18:29:59.500Z' }]).outcome).toBe('fail');
  });

  it('lets each registration count by itself', () => {
    const elsewhere = { dispatchedFrom: ['gid://shopify/Location/2'] };
    const locations = [
      aLocation(),
      aLocation({ id: 'gid://shopify/Location/2', address: anAddress({ provinceCode: 'KA' }) }),
    ];
    const registrations = [aRegistration(), aRegistration({ gstin: aGstin({ state: '29' }) })];
    const book = [...orders(['VN/1', 'VN/2']), ...orders(['VN/1', 'VN/2'], elsewhere)];
    expect(judge(book, { locations, registrations }).outcome).toBe('pass');
  });

  it('tells of gaps within a series, mildly, and of cancelled orders as used', () => {
    const cancelled = anOrder({ id: 'gid://shopify/Order/9', invoiceNumber: 'VN/0005', isCancelled: true });
    expect(judge([...orders(['VN/0001', 'VN/0002', 'VN/0006', 'CR/1']), cancelled]).findings).toMatchObject([
      { messageId: 'gap', severity: 'low', data: { first: 'VN/0003', last: 'VN/0004', count: 2 } },
    ]);
  });

  it('takes order names for one cause', () => {
    expect(judge(orders(['#1', '#2', '#3'])).findings).toMatchObject([
      { subject: 'order names', data: { count: 3, number: '#1' }, adminPath: null },
    ]);
  });

  it('only informs where no order holds a number', () => {
    expect(judge(orders([null, ' ']))).toMatchObject({
      outcome: 'pass',
      findings: [{ messageId: 'none', severity: 'info' }],
    });
  });

  it('finds orders without a number among others that have one, a week later', () => {
    const late = { placedAt: '2026-11-15T06:29:59.000Z' };
    const fresh = { placedAt: '2026-11-15T06:30:00.000Z' };
    expect(judge([...orders(['VN/1']), ...orders([null], { ...late, name: '#9' })]).findings).toMatchObject([
      { messageId: 'missing', severity: 'medium', data: { count: 1, last: '#9' } },
    ]);
    expect(judge([...orders(['VN/1']), ...orders([null], fresh)]).outcome).toBe('pass');
    expect(judge([...orders(['VN/1']), ...orders([null], { ...late, isCancelled: true })]).outcome).toBe('pass');
  });

  it('tells of a hundred, and of the rest in one', () => {
    const { findings } = judge(orders(Array.from({ length: 130 }, (_, n) => `VN_${n}`)));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 30 } });
  });

  it.each([
    ['no order', [], {}],
    ['no GSTIN: then there is no tax invoice', orders(['#1']), { registrations: [] }],
  ])('does not apply with %s', (_, book, over) => {
    expect(judge(book, over).outcome).toBe('notApplicable');
  });
});
