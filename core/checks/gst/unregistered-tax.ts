import { hasOrdersToJudge, judgedOrders, orderTaxes } from '../../evidence/derived/order-tax-book.ts';
import { isInIndia } from '../../evidence/derived/state-of-area.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails orders that carry tax in a shop without a GSTIN, and goods sold to another State by a merchant who states to
 * have no registration. Sure of the orders; where no GSTIN was entered yet, it may simply be missing here, so that
 * weighs less.
 */
export const unregisteredTax = defineCheck({
  id: 'gst/unregistered-tax',
  area: 'gst',
  title: { en: 'Tax is charged under a registration', hi: 'कर पंजीकरण के साथ ही लिया जाता है' },
  severity: 'critical',
  rule: {
    name: { en: 'Tax without registration', hi: 'बिना पंजीकरण कर' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, sections 24(i) and 32(1)',
    status: 'verified',
  },
  why: {
    en: 'Only a registered seller may collect GST. Any sale of goods to another State needs registration, whatever the turnover.',
    hi: 'GST सिर्फ़ पंजीकृत विक्रेता ले सकता है। दूसरे राज्य में माल बेचने के लिए हर टर्नओवर पर पंजीकरण चाहिए।',
  },
  cost: {
    en: 'Tax that was collected is owed to the government. Sales without a registration that they need can be taxed later.',
    hi: 'लिया हुआ कर सरकार को देना पड़ता है। ज़रूरी पंजीकरण के बिना हुई बिक्री पर बाद में कर लग सकता है।',
  },
  remedy: [
    { en: 'If you have a GSTIN, enter it in Prahari.', hi: 'अगर GSTIN है, तो उसे Prahari में लिखें।' },
    {
      en: 'If not, open Settings, then Taxes and duties, and stop collecting tax in India.',
      hi: 'नहीं तो सेटिंग में Taxes and duties खोलें और भारत में कर लेना बंद करें।',
    },
    {
      en: 'Ask your CA about registration before you ship to another State.',
      hi: 'दूसरे राज्य में भेजने से पहले अपने CA से पंजीकरण के बारे में पूछें।',
    },
  ],
  adminPath: '/settings/taxes',
  proof: {
    en: 'The next check finds a GSTIN, or new orders without tax that stay within the State.',
    hi: 'अगली जाँच में GSTIN मिलेगा, या नए ऑर्डर बिना कर के और राज्य के अंदर होंगे।',
  },
  requires: ['shop', 'orders', 'locations', 'registrations', 'taxProfile', 'law'],
  uses: ['companyBuyers'],
  messages: {
    charges: {
      en: 'Orders carry tax, and you say that you have no registration. Orders: {count}, the last {last}.',
      hi: 'ऑर्डर पर कर लगा है, और आपने बताया है कि पंजीकरण नहीं है। ऑर्डर: {count}, आखिरी {last}।',
    },
    noGstin: {
      en: 'Orders carry tax, and no GSTIN is entered here. Orders: {count}, the last {last}.',
      hi: 'ऑर्डर पर कर लगा है, और यहाँ कोई GSTIN नहीं लिखा गया है। ऑर्डर: {count}, आखिरी {last}।',
    },
    interState: {
      en: 'Orders went to another State, and you say that you have no registration. Orders: {count}, the last {last}.',
      hi: 'ऑर्डर दूसरे राज्य में गए, और आपने बताया है कि पंजीकरण नहीं है। ऑर्डर: {count}, आखिरी {last}।',
    },
  },
  applies: ({ shop, orders, registrations }) =>
    registrations.length === 0 && isInIndia(shop.address) && hasOrdersToJudge(orders),
  lacks: (evidence) => {
    const isBlind = evidence.taxProfile.isUnregistered === true && judgedOrders(evidence).length === 0;
    return isBlind ? { kind: 'orders', reason: 'too-little' } : null;
  },
  *evaluate(evidence) {
    const isStated = evidence.taxProfile.isUnregistered === true;
    const taxed = orderTaxes(evidence).filter(
      ({ order, taxPaise }) => taxPaise > 0 && !order.isCancelled && order.currencyCode === 'INR',
    );
    if (taxed.length > 0) {
      yield {
        subject: 'tax',
        messageId: isStated ? 'charges' : 'noGstin',
        data: { count: taxed.length, last: taxed.at(-1)?.order.name ?? '' },
        severity: isStated ? 'critical' : 'high',
        atStakePaise: taxed.reduce((sum, { taxPaise }) => sum + taxPaise, 0),
      };
    }
    const away = judgedOrders(evidence).filter(({ dispatchState, placeOfSupply }) => dispatchState !== placeOfSupply);
    if (!isStated || away.length === 0) return;
    yield {
      subject: 'away',
      messageId: 'interState',
      data: { count: away.length, last: away.at(-1)?.order.name ?? '' },
    };
  },
});
