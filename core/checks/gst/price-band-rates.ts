import type { Catalogue } from '../../evidence/catalogue.ts';
import { atProduct } from '../../evidence/derived/admin-paths.ts';
import { isOnSale } from '../../evidence/derived/hsn-code.ts';
import { bandFaults } from '../../evidence/derived/price-band-faults.ts';
import { bandOfVariant, wellFormedCode } from '../../evidence/derived/price-bands.ts';
import { rupeesText } from '../../finding-figures.ts';
import { dayInIndia } from '../../gst/days.ts';
import { lawWith } from '../../gst/law.ts';
import type { Law } from '../../gst/law.ts';
import type { Day } from '../../time.ts';
import { defineCheck } from '../check.ts';

/** One alert a product and fault, up to here; then one for all that are left. */
const MOST_PRODUCTS = 100;

/**
 * Fails a saree of Rs 3,200 before tax at 5%, a kurta that a discount brought to Rs 2,400 at 18%, and a price of
 * Rs 2,700 with tax inside, at which neither rate can be right. Sure for goods whose HSN is entered; of heading 9404
 * only cotton quilts have a band, so there it informs.
 */
export const priceBandRates = defineCheck({
  id: 'gst/price-band-rates',
  area: 'gst',
  title: {
    en: 'Clothes and shoes carry the rate of their price',
    hi: 'कपड़ों और जूतों पर कीमत के हिसाब से दर लगी है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Rate by value of one piece or pair', hi: 'एक नग या जोड़ी के मूल्य से दर' },
    effectiveFrom: '2025-09-22',
    source: 'Notification 9/2025-CT(Rate) of 2025-09-17, Schedules I and II; CGST Act 2017, section 15',
    status: 'verified',
  },
  why: {
    en: 'Clothes, linen and shoes carry 5% up to ₹2,500 and 18% above, after discount and before tax.',
    hi: 'कपड़ों, चादरों और जूतों पर ₹2,500 तक 5% और उससे ऊपर 18% लगता है। मूल्य छूट के बाद और कर से पहले का गिनें।',
  },
  cost: {
    en: 'Too little tax is paid by you, with interest. Too much makes your price higher than it has to be.',
    hi: 'कम कर ब्याज के साथ आपको भरना पड़ता है। ज़्यादा कर से आपकी कीमत बेवजह बढ़ती है।',
  },
  remedy: [
    {
      en: 'For a price at which no rate fits, open the product and move the price out of that range.',
      hi: 'जिस कीमत पर कोई दर ठीक नहीं बैठती, उत्पाद खोलकर उसे उस दायरे से बाहर करें।',
    },
    {
      en: 'Keep goods up to the limit in one collection and goods above it in another.',
      hi: 'सीमा तक का माल एक कलेक्शन में और उससे ऊपर का दूसरे में रखें।',
    },
    {
      en: 'Open Settings, then Taxes and duties, then India, and give each collection its rate.',
      hi: 'सेटिंग में Taxes and duties खोलें, India चुनें और हर कलेक्शन पर उसकी दर लगाएँ।',
    },
    {
      en: 'See that no discount takes goods across the limit.',
      hi: 'देखें कि कोई छूट माल को सीमा के पार न ले जाए।',
    },
  ],
  adminPath: '/products',
  proof: {
    en: 'No price lies where no rate fits, and new orders carry the rate of their value.',
    hi: 'कोई कीमत बिना दर वाले दायरे में नहीं होगी, और नए ऑर्डर पर मूल्य के हिसाब से दर लगेगी।',
  },
  requires: ['shop', 'orders', 'catalogue', 'locations', 'registrations', 'law'],
  uses: ['taxProfile', 'registry', 'companyBuyers'],
  messages: {
    priceList: {
      en: '{product} costs ₹{price} with tax inside. From ₹{from} to ₹{to} no rate fits. Take less, or more than ₹{to}.',
      hi: '{product} की कीमत कर सहित ₹{price} है। ₹{from} से ₹{to} तक कोई दर ठीक नहीं बैठती। कीमत इससे कम या ₹{to} से ज़्यादा रखें।',
    },
    deadZone: {
      en: '{product} was sold at ₹{price} with tax inside, as on order {last}. From ₹{from} to ₹{to} no rate fits. Lines: {count}.',
      hi: '{product} कर सहित ₹{price} में बिका, जैसे ऑर्डर {last} पर। ₹{from} से ₹{to} तक कोई दर ठीक नहीं बैठती। पंक्तियाँ: {count}।',
    },
    tooLow: {
      en: '{product} carries {rate}% at a value of ₹{value} each. Above ₹{limit} it is {expected}%. Lines: {count}, the last on order {last}.',
      hi: '{product} का मूल्य ₹{value} है और उस पर {rate}% लगा है। ₹{limit} से ऊपर {expected}% लगता है। पंक्तियाँ: {count}, आखिरी ऑर्डर {last}।',
    },
    tooHigh: {
      en: '{product} carries {rate}% at a value of ₹{value} each. Up to ₹{limit} it is {expected}%. Lines: {count}, the last on order {last}.',
      hi: '{product} का मूल्य ₹{value} है और उस पर {rate}% लगा है। ₹{limit} तक {expected}% लगता है। पंक्तियाँ: {count}, आखिरी ऑर्डर {last}।',
    },
    more: {
      en: 'More products with a rate or price of this kind: {count}.',
      hi: 'ऐसी दर या कीमत वाले और उत्पाद: {count}।',
    },
  },
  applies: ({ catalogue, law }, { asOf }) => {
    const { banded, unknown } = goodsOf(catalogue, lawWith(law), dayInIndia(asOf));
    return banded + unknown > 0;
  },
  lacks: ({ catalogue, law }, { asOf }) => {
    const { banded } = goodsOf(catalogue, lawWith(law), dayInIndia(asOf));
    return banded > 0 ? null : { kind: 'catalogue', reason: 'too-little' };
  },
  *evaluate(evidence, { asOf }) {
    const found = bandFaults(evidence, dayInIndia(asOf)).sort((a, b) => b.stakePaise - a.stakePaise);
    for (const { productId, product, messageId, band, data, stakePaise, last, count } of found.slice(
      0,
      MOST_PRODUCTS,
    )) {
      yield {
        subject: `${productId} ${messageId}`,
        messageId,
        data: { product, limit: rupeesText(band.maxLowPaise), last, count, ...data },
        atStakePaise: Math.round(stakePaise),
        severity: band.status === 'verified' && band.isAllGoods ? 'high' : 'info',
        ...atProduct(productId),
      };
    }
    const rest = found.slice(MOST_PRODUCTS);
    if (rest.length > 0) yield { subject: 'more', messageId: 'more', data: { count: rest.length } };
  },
});

/** Variants on sale whose rate goes by value, and those that cannot be told without a code. */
function goodsOf({ products }: Catalogue, law: Law, day: Day): { banded: number; unknown: number } {
  let banded = 0;
  let unknown = 0;
  for (const product of products.filter(isOnSale)) {
    for (const variant of product.variants) {
      if (!variant.isTaxable) continue;
      if (wellFormedCode(law, product, variant) === null) unknown += 1;
      else if (bandOfVariant(law, product, variant, day) !== null) banded += 1;
    }
  }
  return { banded, unknown };
}
