import { atOrder } from '../../evidence/derived/admin-paths.ts';
import { judgedOrders } from '../../evidence/derived/order-tax-book.ts';
import type { JudgedOrder } from '../../evidence/derived/order-tax.ts';
import type { TaxProfile } from '../../evidence/tax-profile.ts';
import { rupeesText } from '../../finding-figures.ts';
import { financialYearOf } from '../../gst/days.ts';
import { judgeGstin } from '../../gst/gstin.ts';
import { currentStateCode } from '../../gst/place-of-supply.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails exports without tax in a financial year for which no letter of undertaking is entered. Sure of the orders; the
 * letter is what the merchant states. An export with IGST is right, and one with CGST is left to gst/order-heads.
 */
export const exportLut = defineCheck({
  id: 'gst/export-lut',
  area: 'gst',
  title: { en: 'Exports without tax stand on a letter of undertaking', hi: 'बिना कर के निर्यात LUT पर होते हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Letter of undertaking for each financial year', hi: 'हर वित्तीय वर्ष का LUT' },
    effectiveFrom: '2017-07-01',
    source: 'IGST Act 2017, section 16(3); CGST Rules 2017, rule 96A (form RFD-11)',
    status: 'verified',
  },
  why: {
    en: 'Goods may leave India without tax only under a letter of undertaking (LUT). It ends on 31 March.',
    hi: 'LUT होने पर ही माल बिना कर के भारत से बाहर जा सकता है। LUT 31 मार्च को खत्म हो जाता है।',
  },
  cost: {
    en: 'Without the letter, IGST on these exports is owed with interest.',
    hi: 'LUT के बिना इन निर्यातों पर IGST ब्याज के साथ देना पड़ सकता है।',
  },
  remedy: [
    {
      en: 'If you have a letter for that year, tick the year in the GST profile here.',
      hi: 'अगर उस वर्ष का LUT है, तो यहाँ GST प्रोफ़ाइल में वह वर्ष चुनें।',
    },
    {
      en: 'If not, file form RFD-11 on the GST portal, under Services and User services.',
      hi: 'नहीं तो GST पोर्टल पर Services में User services के अंदर फ़ॉर्म RFD-11 भरें।',
    },
    {
      en: 'Ask your CA about the orders that left before it.',
      hi: 'उससे पहले गए ऑर्डर के बारे में अपने CA से पूछें।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The letter of that financial year is entered, or the exports carry IGST.',
    hi: 'उस वित्तीय वर्ष का LUT दर्ज होगा, या निर्यात पर IGST होगा।',
  },
  requires: ['orders', 'locations', 'registrations', 'taxProfile', 'law'],
  uses: ['registry', 'companyBuyers'],
  messages: {
    missing: {
      en: 'Exports from {state} in {year} carry no tax, and no LUT is entered for that year. Orders: {count}, worth ₹{value}, the last {last}.',
      hi: '{state} से {year} में बिना कर के निर्यात हुआ, और उस वर्ष का LUT दर्ज नहीं है। ऑर्डर: {count}, कुल ₹{value}, आखिरी {last}।',
    },
  },
  applies: (evidence) => evidence.registrations.length > 0 && judgedOrders(evidence).some(({ isExport }) => isExport),
  *evaluate(evidence) {
    const groups = new Map<string, JudgedOrder[]>();
    for (const judged of judgedOrders(evidence)) {
      if (!judged.isExport || judged.verdict !== 'untaxed' || judged.expected !== 'igst') continue;
      if (valueOf(judged) === 0 || hasLut(evidence.taxProfile, judged)) continue;
      const key = `${judged.dispatchState} ${financialYearOf(judged.day)}`;
      const group = groups.get(key);
      if (group) group.push(judged);
      else groups.set(key, [judged]);
    }
    for (const [subject, orders] of groups) {
      const last = orders.at(-1);
      if (!last) continue;
      yield {
        subject,
        messageId: 'missing',
        data: {
          state: last.dispatchState,
          year: financialYearOf(last.day),
          count: orders.length,
          value: rupeesText(orders.reduce((sum, order) => sum + valueOf(order), 0)),
          last: last.order.name,
        },
        ...atOrder(last.order),
      };
    }
  },
});

function hasLut(profile: TaxProfile, { dispatchState, day }: JudgedOrder): boolean {
  return profile.registrations.some(({ gstin, lutYears }) => {
    const verdict = judgeGstin(gstin);
    const isThere = verdict.ok && currentStateCode(verdict.stateCode, day) === dispatchState;
    return isThere && lutYears.includes(financialYearOf(day));
  });
}

function valueOf({ order }: JudgedOrder): number {
  const goods = order.lines.reduce((sum, { amountPaise }) => sum + amountPaise, 0);
  return order.shipping.reduce((sum, { amountPaise }) => sum + amountPaise, goods);
}
