import { orderTaxes, hasOrdersToJudge } from '../../evidence/derived/order-tax-book.ts';
import type { OrderTaxEvidence } from '../../evidence/derived/order-tax-book.ts';
import { atOrder } from '../../evidence/derived/admin-paths.ts';
import { lineRate } from '../../evidence/derived/order-tax-rates.ts';
import { titleReader } from '../../evidence/derived/order-tax-titles.ts';
import type { Order } from '../../evidence/orders.ts';
import { percentText } from '../../finding-figures.ts';
import { defineCheck } from '../check.ts';

/**
 * Points out an order whose goods carry 5% while its shipping carries 18%, or none. Sure of the figures; that delivery
 * with goods follows the goods' rate rests on professional opinion alone, so it informs and fails nobody.
 */
export const shippingTax = defineCheck({
  id: 'gst/shipping-tax',
  area: 'gst',
  title: { en: 'Shipping carries the rate of its goods', hi: 'शिपिंग पर माल वाली ही दर लगी है' },
  severity: 'medium',
  rule: {
    name: { en: 'Delivery as a part of the sale of goods', hi: 'माल की बिक्री के साथ डिलीवरी' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, sections 2(30), 8(a) and 15(2): composite supply; not confirmed by a primary source',
    status: 'unverified',
  },
  why: {
    en: 'Goods and their delivery, sold together, usually count as one supply. Then the rate of the goods holds for both.',
    hi: 'साथ में बेचा माल और उसकी डिलीवरी आम तौर पर एक ही सप्लाई मानी जाती है। तब दोनों पर माल की दर लगती है।',
  },
  cost: {
    en: 'Tax on shipping may be short, and you would pay the difference from your own pocket.',
    hi: 'शिपिंग पर कर कम हो सकता है, और बाकी कर आपको अपनी जेब से देना पड़ेगा।',
  },
  remedy: [
    {
      en: 'Open Settings, then Taxes and duties, and see whether tax is charged on shipping.',
      hi: 'सेटिंग में Taxes and duties खोलें और देखें कि शिपिंग पर कर लिया जाता है या नहीं।',
    },
    {
      en: 'Under India, see the rate that an override gives to shipping.',
      hi: 'India में देखें कि अलग नियम शिपिंग पर कौन सी दर लगाता है।',
    },
    { en: 'Ask your CA which rate your shipping carries.', hi: 'अपने CA से पूछें कि आपकी शिपिंग पर कौन सी दर लगेगी।' },
  ],
  adminPath: '/settings/taxes',
  proof: {
    en: 'New orders carry the same rate on shipping as on goods.',
    hi: 'नए ऑर्डर में शिपिंग और माल पर एक ही दर होगी।',
  },
  requires: ['orders', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers'],
  messages: {
    untaxed: {
      en: 'Orders have tax on goods and none on shipping. Orders: {count}, the last {last} with goods at {goods}%.',
      hi: 'ऑर्डर में माल पर कर है और शिपिंग पर नहीं। ऑर्डर: {count}, आखिरी {last}, जिसमें माल पर {goods}% है।',
    },
    otherRate: {
      en: 'Orders have another rate on shipping than on goods. Orders: {count}, the last {last} with {rate}% beside {goods}%.',
      hi: 'ऑर्डर में शिपिंग पर माल से अलग दर है। ऑर्डर: {count}, आखिरी {last}: माल पर {goods}%, शिपिंग पर {rate}%।',
    },
  },
  applies: ({ orders }) =>
    hasOrdersToJudge(orders) &&
    orders.orders.some(({ shipping }) => shipping.some(({ amountPaise }) => amountPaise > 0)),
  *evaluate(evidence) {
    const kinds: Record<'untaxed' | 'otherRate', Apart[]> = { untaxed: [], otherRate: [] };
    for (const one of ordersApart(evidence)) kinds[one.ratePpm === 0 ? 'untaxed' : 'otherRate'].push(one);
    for (const messageId of ['untaxed', 'otherRate'] as const) {
      const orders = kinds[messageId];
      const last = orders.at(-1);
      if (!last) continue;
      yield {
        subject: messageId,
        messageId,
        data: {
          count: orders.length,
          last: last.order.name,
          goods: percentText(last.goodsPpm),
          rate: percentText(last.ratePpm),
        },
        atStakePaise: orders.reduce((sum, { missingPaise }) => sum + missingPaise, 0),
        ...(orders.length === 1 ? atOrder(last.order) : {}),
      };
    }
  },
});

interface Apart {
  readonly order: Order;
  /** Of shipping: 0 is untaxed. */
  readonly ratePpm: number;
  /** The highest rate of its goods. */
  readonly goodsPpm: number;
  /** Tax that shipping would carry at that rate, less what it carries; 0 where it carries more. */
  readonly missingPaise: number;
}

/** Orders whose shipping has a rate that none of its goods has. Goods without tax say nothing of their shipping. */
function* ordersApart(evidence: OrderTaxEvidence): Generator<Apart> {
  const headOf = titleReader();
  for (const result of orderTaxes(evidence)) {
    const { order } = result;
    if (order.isCancelled || order.currencyCode !== 'INR' || (result.isJudged && result.verdict === 'not-allowed'))
      continue;
    const goods = new Set<number>();
    for (const line of order.lines) {
      const rate = lineRate(line, order, headOf);
      if (rate.kind === 'rate') goods.add(rate.ratePpm);
    }
    if (goods.size === 0) continue;
    const goodsPpm = Math.max(...goods);
    for (const shipping of order.shipping) {
      const rate = lineRate(shipping, order, headOf);
      if (shipping.amountPaise <= 0 || (rate.kind !== 'rate' && rate.kind !== 'none')) continue;
      const ratePpm = rate.kind === 'rate' ? rate.ratePpm : 0;
      if (goods.has(ratePpm)) continue;
      const whole = order.taxesIncluded ? 1_000_000 + goodsPpm : 1_000_000;
      const should = Math.round((shipping.amountPaise * goodsPpm) / whole);
      const missingPaise = Math.max(0, should - (rate.kind === 'rate' ? rate.taxPaise : 0));
      yield { order, ratePpm, goodsPpm, missingPaise };
      break;
    }
  }
}
