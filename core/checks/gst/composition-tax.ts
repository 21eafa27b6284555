import { compositionGstins, isComposition } from '../../evidence/derived/composition-gstins.ts';
import { hasOrdersToJudge, judgedOrders } from '../../evidence/derived/order-tax-book.ts';
import type { JudgedOrder } from '../../evidence/derived/order-tax.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a registration under the composition scheme whose orders carry tax, or go to another State. As sure as
 * the registry or the merchant, whichever says so: where they differ, one of them has to be put right. One finding a registration and fault.
 */
export const compositionTax = defineCheck({
  id: 'gst/composition-tax',
  area: 'gst',
  title: {
    en: 'A composition seller charges no tax and sells within the State',
    hi: 'कंपोज़िशन विक्रेता कर नहीं लेता और राज्य में ही बेचता है',
  },
  severity: 'critical',
  rule: {
    name: { en: 'Limits of the composition scheme', hi: 'कंपोज़िशन योजना की सीमाएँ' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, section 10(2)(c) and 10(4)',
    status: 'verified',
  },
  why: {
    en: 'Under the composition scheme you give a bill of supply without tax, and sell no goods to another State.',
    hi: 'कंपोज़िशन योजना में बिना कर का बिल ऑफ़ सप्लाई दिया जाता है, और दूसरे राज्य में माल नहीं बेचा जाता।',
  },
  cost: {
    en: 'The tax taken is owed in full. The scheme can be lost from the day of the first such sale.',
    hi: 'लिया हुआ पूरा कर जमा करना पड़ता है, और ऐसी पहली बिक्री के दिन से योजना छिन सकती है।',
  },
  remedy: [
    {
      en: 'If you left the scheme, correct it in the GST profile here.',
      hi: 'अगर आप योजना छोड़ चुके हैं, तो यहाँ GST प्रोफ़ाइल में ठीक करें।',
    },
    {
      en: 'If not, open Settings, then Taxes and duties, and stop collecting tax in India.',
      hi: 'नहीं तो सेटिंग में Taxes and duties खोलें और भारत में कर लेना बंद करें।',
    },
    {
      en: 'Open Settings, then Shipping and delivery, and ship to your own State alone.',
      hi: 'सेटिंग में Shipping and delivery खोलें और सिर्फ़ अपने राज्य में भेजें।',
    },
    {
      en: 'To sell across India, ask your CA to move you to regular registration first.',
      hi: 'पूरे भारत में बेचना हो, तो पहले अपने CA से नियमित पंजीकरण करवाएँ।',
    },
  ],
  adminPath: '/settings/taxes',
  proof: {
    en: 'New orders carry no tax and stay within the State, or the registration is regular.',
    hi: 'नए ऑर्डर पर कर नहीं होगा और वे राज्य में ही रहेंगे, या पंजीकरण नियमित होगा।',
  },
  requires: ['orders', 'locations', 'registrations', 'taxProfile', 'law'],
  uses: ['registry', 'companyBuyers'],
  messages: {
    charges: {
      en: '{gstin} is under the composition scheme, and orders from {state} carry tax. Orders: {count}, the last {last}.',
      hi: '{gstin} कंपोज़िशन योजना में है, फिर भी {state} के ऑर्डर पर कर लगा है। ऑर्डर: {count}, आखिरी {last}।',
    },
    interState: {
      en: '{gstin} is under the composition scheme, and orders left {state}. Orders: {count}, the last {last}.',
      hi: '{gstin} कंपोज़िशन योजना में है, फिर भी ऑर्डर {state} से बाहर गए। ऑर्डर: {count}, आखिरी {last}।',
    },
  },
  applies: ({ orders, registrations }) => registrations.length > 0 && hasOrdersToJudge(orders),
  lacks: (evidence) => {
    const isUntold = evidence.registrations.some(({ gstin }) => isComposition(gstin, evidence) === null);
    if (isUntold) return { kind: 'taxProfile', reason: 'not-stated' };
    const isMute = compositionGstins(evidence).length > 0 && judgedOrders(evidence).length === 0;
    return isMute ? { kind: 'orders', reason: 'too-little' } : null;
  },
  *evaluate(evidence) {
    for (const { gstin: whole, state } of compositionGstins(evidence)) {
      const gstin = maskGstin(whole);
      const sent = judgedOrders(evidence).filter(({ dispatchState }) => dispatchState === state);
      const taxed = sent.filter(({ taxPaise }) => taxPaise > 0);
      if (taxed.length > 0) {
        const atStakePaise = taxed.reduce((sum, { taxPaise }) => sum + taxPaise, 0);
        yield {
          subject: `${gstin} charges`,
          messageId: 'charges',
          data: { gstin, state, ...told(taxed) },
          atStakePaise,
        };
      }
      const away = sent.filter(({ placeOfSupply }) => placeOfSupply !== state);
      if (away.length > 0)
        yield { subject: `${gstin} away`, messageId: 'interState', data: { gstin, state, ...told(away) } };
    }
  },
});

function told(orders: readonly JudgedOrder[]): { count: number; last: string } {
  return { count: orders.length, last: orders.at(-1)?.order.name ?? '' };
}
