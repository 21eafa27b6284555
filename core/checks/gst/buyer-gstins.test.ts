import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aGstin } from '../../../test/factories.ts';
import { anOrder, anOrderArea, anOrderBook } from '../../../test/gst-factories.ts';
import type { BuyerGstin, Order } from '../../evidence/orders.ts';
import { buyerGstins } from './buyer-gstins.ts';

const BUYER = aGstin({ pan: 'AAAPZ9876C' });
const at = (text: string, place: BuyerGstin['place'] = 'cart-attribute'): BuyerGstin => ({ place, text });
const order = (numbers: BuyerGstin[], over: Partial<Order> = {}) => anOrder({ buyerGstins: numbers, ...over });
const judge = (orders: Order[], over = {}) => assess(buyerGstins, { orders: anOrderBook(orders), ...over });

describe('gst/buyer-gstins', () => {
  it.each([
    [BUYER, 'pass', undefined],
    [BUYER.toLowerCase(), 'pass', undefined],
    ['27AAPFU0939F1ZO', 'fail', 'bad_checksum'],
    ['27AAPFU0939F1Z', 'fail', 'bad_length'],
    ['AAPFU0939F', 'fail', 'bad_length'], // a PAN
    ['50AAPFU0939F1Z6', 'fail', 'bad_state_code'],
    ['27AAPFU.0939F1ZV', 'fail', 'bad_charset'],
    ['270939AAPFUF1ZV', 'fail', 'bad_layout'],
    ['88AAACD8017H1ZX', 'fail', 'transporter_enrolment_id'],
    ['221712345678TMP', 'fail', 'temporary_id'],
    ['9917SGP29001OST', 'fail', 'fromAbroad'],
    ['06DELI09652G1DA', 'fail', 'notForBuying'],
    ['29AABCF8078M1C8', 'fail', 'notForBuying'],
    ['0717UNO00157UNO', 'pass', 'uin'],
    [aGstin(), 'fail', 'own'],
    [aGstin({ state: '29' }), 'fail', 'otherState'],
    ['27АAPFU0939F1ZV', 'pass', undefined], // Cyrillic: security/look-alike-gstins
  ])('%s: %s, %s', (text, outcome, messageId) => {
    const result = judge([order([at(text)])]);
    expect(result.outcome).toBe(outcome);
    expect(result.findings[0]?.messageId).toBe(messageId);
  });

  it('names order and place, and hides the PAN', () => {
    const { findings } = judge([order([at('27AAPFU0939F1ZO', 'order-metafield')])]);
    expect(findings).toMatchObject([
      {
        subject: 'gid://shopify/Order/1001',
        severity: 'medium',
        adminPath: '/orders/1001',
        data: { order: '#1001', gstin: '27AAPFUXXXXF1ZO', place: 'order-metafield' },
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('0939');
  });

  it('finds two numbers on one order, and not one number twice', () => {
    const other = aGstin({ pan: 'AAAPZ5555C' });
    expect(judge([order([at(BUYER), at(other, 'checkout-field')])]).findings).toMatchObject([
      { messageId: 'conflict', data: { place: 'checkout-field', otherPlace: 'cart-attribute' } },
    ]);
    expect(judge([order([at(BUYER), at(` ${BUYER.toLowerCase()}`, 'checkout-field')])]).outcome).toBe('pass');
  });

  it('reads the number of a B2B company where it is known', () => {
    const companyBuyers = [{ orderId: 'gid://shopify/Order/1001', text: '27AAPFU0939F1ZO' }];
    expect(judge([order([])], { companyBuyers }).findings).toMatchObject([{ data: { place: 'company' } }]);
  });

  it('makes one finding of a company, however many orders it placed', () => {
    const ids = ['gid://shopify/Order/1', 'gid://shopify/Order/2'];
    const companyBuyers = ids.map((orderId) => ({ orderId, text: '27AAPFU0939F1ZO' }));
    const { findings } = judge(
      ids.map((id) => order([], { id })),
      { companyBuyers },
    );
    expect(findings.map(({ subject }) => subject)).toEqual(['company 27AAPFUXXXXF1ZO']);
  });

  it('compares the State with the bill, and reads the code before the merger as the one of today', () => {
    const zone = (code: string) => ({ shipTo: anOrderArea('KA'), billTo: anOrderArea(code) });
    const before = at(aGstin({ state: '25', pan: 'AAAPZ9876C' }));
    expect(judge([order([before], zone('DN'))]).outcome).toBe('pass');
    expect(judge([order([before], zone('MH'))]).findings).toMatchObject([
      { messageId: 'otherState', severity: 'low', data: { state: '26', billState: '27' } },
    ]);
    expect(judge([order([before], zone('XX'))]).outcome).toBe('pass');
  });

  it('tells of a hundred orders, and of the rest in one', () => {
    const many = Array.from({ length: 130 }, (_, n) =>
      order([at('27AAPFU0939F1ZO')], { id: `gid://shopify/Order/${n + 1}` }),
    );
    const { findings } = judge(many);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ messageId: 'more', data: { count: 30 } });
  });

  it.each([
    ['no number', [order([])]],
    ['a word that says so', [order([at('NA')])]],
    ['a cancelled order', [order([at('27AAPFU0939F1ZO')], { isCancelled: true })]],
    ['no order', []],
  ])('does not apply with %s', (_, orders) => {
    expect(judge(orders).outcome).toBe('notApplicable');
  });
});
