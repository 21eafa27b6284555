import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aRegistration } from '../../../test/factories.ts';
import { anOrder, anOrderBook } from '../../../test/gst-factories.ts';
import { lookAlikeGstins } from './look-alike-gstins.ts';

const CYRILLIC = '27\u0410APFU0939F1ZV';
const judge = (text: string | null, over = {}) =>
  assess(lookAlikeGstins, {
    orders: anOrderBook([
      anOrder({ isCancelled: true, buyerGstins: text === null ? [] : [{ place: 'cart-attribute', text }] }),
    ]),
    ...over,
  });

describe('security/look-alike-gstins', () => {
  it.each([
    [CYRILLIC, 'otherScript', 'medium', 'U+0410'],
    ['２７ＡＡＰＦＵ０９３９Ｆ１ＺＶ', 'otherScript', 'medium', 'U+FF12, U+FF17, U+FF21, U+FF30, U+FF26'],
    ['27AAPFU\u200B0939F1ZV', 'hidden', 'low', 'U+200B'],
  ])('%j: %s, %s', (text, messageId, severity, characters) => {
    expect(judge(text)).toMatchObject({
      outcome: 'fail',
      findings: [
        { subject: 'gid://shopify/Order/1001', messageId, severity, adminPath: '/orders/1001', data: { characters } },
      ],
    });
  });

  it.each([['27AAPFU0939F1ZO'], ['27AAPFU.0939F1ZV'], ['NA'], ['नहीं'], [null]])('passes %j', (text) => {
    expect(judge(text).outcome).toBe('pass');
  });

  it('weighs one in the own registration more', () => {
    const registrations = [aRegistration({ gstin: CYRILLIC })];
    expect(judge(null, { registrations }).findings).toMatchObject([{ messageId: 'own', severity: 'high' }]);
  });

  it('reads the numbers of companies', () => {
    const companyBuyers = [
      { orderId: 'gid://shopify/Order/1001', text: CYRILLIC },
      { orderId: 'gid://shopify/Order/404', text: CYRILLIC },
    ];
    expect(judge(null, { companyBuyers }).findings).toHaveLength(1);
  });

  it('never repeats the PAN inside', () => {
    expect(JSON.stringify(judge(CYRILLIC).findings)).not.toContain('0939');
    expect(JSON.stringify(judge('27AAPFU\u200B0939F1ZV').findings)).not.toContain('0939');
  });

  it('does not apply without any number', () => {
    expect(judge(null, { registrations: [] }).outcome).toBe('notApplicable');
  });
});
