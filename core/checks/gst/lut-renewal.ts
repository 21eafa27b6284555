import { isExport } from '../../evidence/derived/exports.ts';
import type { Order } from '../../evidence/orders.ts';
import { addDays, dayInIndia, daysOfFinancialYear, financialYearOf } from '../../gst/days.ts';
import { lawWith } from '../../gst/law.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { lutDue } from '../../gst/return-dates.ts';
import { defineCheck } from '../check.ts';
import { dueInData } from '../due-in-data.ts';

const TOLD_BEFORE_DAYS = 30;

/**
 * Fails a registration with a letter of undertaking of an earlier year and none of this one, and reminds from 30 days
 * before the last of March. Stands on what the merchant states. Orders abroad without tax and without a letter are
 * gst/export-lut's: then nothing is said twice. Exports with IGST need no letter, so they only bring a hint.
 */
export const lutRenewal = defineCheck({
  id: 'gst/lut-renewal',
  area: 'gst',
  title: { en: 'The letter of undertaking covers this financial year', hi: 'इस वित्तीय वर्ष का LUT मौजूद है' },
  severity: 'high',
  rule: {
    name: { en: 'Letter of undertaking (RFD-11) for each financial year', hi: 'हर वित्तीय वर्ष के लिए LUT (RFD-11)' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rule 96A (hrareceipt.in; xflowpay.com)',
    status: 'verified',
  },
  why: {
    en: 'A letter of undertaking lets you export without tax. It ends on 31 March, without a reminder.',
    hi: 'LUT से आप बिना कर के निर्यात कर सकते हैं। यह 31 मार्च को बिना किसी सूचना के खत्म होता है।',
  },
  cost: {
    en: 'Exports without a letter need IGST, and interest on it, until it comes back as a refund.',
    hi: 'बिना LUT के निर्यात पर IGST और ब्याज देना पड़ता है, जो रिफ़ंड में बाद में आता है।',
  },
  remedy: [
    {
      en: 'Sign in to the GST portal: Services, User Services, Furnish Letter of Undertaking.',
      hi: 'GST पोर्टल पर साइन इन करें: Services, User Services, Furnish Letter of Undertaking।',
    },
    { en: 'File RFD-11 for the year named.', hi: 'बताए गए वर्ष के लिए RFD-11 दाखिल करें।' },
    { en: 'Enter the year on the GST page of Prahari.', hi: 'Prahari के GST पेज पर वह वर्ष लिखें।' },
  ],
  proof: {
    en: 'The next check finds the year among those stated.',
    hi: 'अगली जाँच में लिखे गए वर्षों में यह वर्ष मिलेगा।',
  },
  requires: ['taxProfile', 'law'],
  uses: ['orders'],
  dueOn: dueInData('dueDay'),
  messages: {
    lapsed: {
      en: '{gstin}: no letter of undertaking is stated for {year}. The last one stated is for {last}.',
      hi: '{gstin}: {year} के लिए LUT नहीं लिखा गया है। आखिरी LUT {last} का है।',
    },
    renew: {
      en: '{gstin}: the letter of undertaking for {year} is to be filed by {dueDay}.',
      hi: '{gstin}: {year} का LUT {dueDay} तक दाखिल करना है।',
    },
    option: {
      en: 'Orders abroad carry IGST. With a letter of undertaking for {year} they could go without.',
      hi: 'विदेश के ऑर्डर पर IGST लग रहा है। {year} के LUT से वे बिना कर के जा सकते हैं।',
    },
  },
  applies: ({ taxProfile, orders }) =>
    orders === undefined ||
    taxProfile.registrations.some(({ lutYears }) => lutYears.length > 0) ||
    orders.orders.some(isExport),
  *evaluate({ taxProfile, law, orders }, { asOf }) {
    const today = dayInIndia(asOf);
    const year = financialYearOf(today);
    const next = financialYearOf(addDays(daysOfFinancialYear(year).last, 1));
    const due = lutDue(lawWith(law), next);
    const isTime = due !== null && addDays(due, -TOLD_BEFORE_DAYS) <= today;
    const exports = (orders?.orders ?? []).filter(isExport);
    const isToldByOrders = exports.some((order) => !isTaxed(order) && yearOf(order) === year);
    for (const { gstin, lutYears } of taxProfile.registrations) {
      const last = [...lutYears].sort().at(-1);
      if (last === undefined) continue;
      const shown = maskGstin(gstin);
      if (last < year) {
        const data = { gstin: shown, year, last };
        if (!isToldByOrders) yield { subject: `${shown} ${year}`, messageId: 'lapsed', data };
      } else if (isTime && last < next) {
        const data = { gstin: shown, year: next, dueDay: due };
        yield { subject: `${shown} ${next}`, messageId: 'renew', data, severity: 'medium' };
      }
    }
    const hasLetters = taxProfile.registrations.some(({ lutYears }) => lutYears.length > 0);
    if (!hasLetters && exports.some(isTaxed)) {
      yield { subject: 'shop', messageId: 'option', data: { year }, severity: 'info' };
    }
  },
  lacks({ taxProfile, orders }) {
    const isStated = taxProfile.registrations.some(({ lutYears }) => lutYears.length > 0);
    return orders === undefined && !isStated ? { kind: 'taxProfile', reason: 'not-stated' } : null;
  },
});

function isTaxed({ lines }: Order): boolean {
  return lines.some(({ taxes }) => taxes.some(({ paise }) => paise > 0));
}

function yearOf({ placedAt }: Order): string {
  return financialYearOf(dayInIndia(placedAt));
}
