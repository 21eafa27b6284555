import { judgeGstin } from '../../gst/gstin.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a shop whose GSTINs stand on different PANs: a number of another firm, or a slip in a number that happens to
 * fit. Sure that they differ; a shop of two firms is possible and then this can be suppressed.
 */
export const onePan = defineCheck({
  id: 'gst/one-pan',
  area: 'gst',
  title: { en: 'All GSTINs of the shop stand on one PAN', hi: 'स्टोर के सभी GSTIN एक ही PAN पर हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'One PAN behind the registrations of a business', hi: 'एक व्यवसाय के सभी पंजीकरण एक PAN पर' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Act 2017, section 25(4) to (6)',
    status: 'verified',
  },
  why: {
    en: 'A business has one PAN, and its GSTIN in each State holds it. A second PAN is another firm.',
    hi: 'एक व्यवसाय का एक ही PAN होता है और हर राज्य के GSTIN में वही रहता है। दूसरा PAN दूसरी फ़र्म का है।',
  },
  cost: {
    en: 'Sales under the number of another firm land in its returns, and credit goes to the wrong place.',
    hi: 'दूसरी फ़र्म के नंबर पर हुई बिक्री उसके GST रिटर्न में जाती है और क्रेडिट गलत जगह पहुँचता है।',
  },
  remedy: [
    {
      en: 'Compare each GSTIN with its registration certificate.',
      hi: 'हर GSTIN को उसके पंजीकरण प्रमाणपत्र से मिलाएँ।',
    },
    {
      en: 'Remove a number that is not of this business in Settings.',
      hi: 'जो नंबर इस व्यवसाय का नहीं है, उसे सेटिंग में हटाएँ।',
    },
    {
      en: 'If two firms sell in this shop, ask your CA how to keep their invoices apart.',
      hi: 'अगर इस स्टोर में दो फ़र्में बेचती हैं, तो CA से पूछें कि इनवॉइस अलग कैसे रखें।',
    },
  ],
  proof: {
    en: 'The next check finds one PAN in all GSTINs.',
    hi: 'अगली जाँच में सभी GSTIN में एक ही PAN मिलेगा।',
  },
  requires: ['registrations'],
  messages: {
    several: {
      en: 'The GSTINs entered stand on {count} different PANs: {gstins}.',
      hi: 'लिखे गए GSTIN {count} अलग-अलग PAN पर हैं: {gstins}।',
    },
  },
  applies: ({ registrations }) => pansOf(registrations).length > 1,
  *evaluate({ registrations }) {
    const byPan = new Map(pansOf(registrations).map(({ pan, gstin }) => [pan, maskGstin(gstin)]));
    if (byPan.size < 2) return;
    yield {
      subject: 'shop',
      messageId: 'several',
      data: { count: byPan.size, gstins: [...byPan.values()].join(', ') },
    };
  },
});

/** A number with a mistake says nothing of a PAN: another check says so. */
function pansOf(registrations: readonly { readonly gstin: string }[]): { pan: string; gstin: string }[] {
  return registrations.flatMap((registration) => {
    const verdict = judgeGstin(registration.gstin);
    return verdict.ok && verdict.pan !== null ? [{ pan: verdict.pan, gstin: verdict.gstin }] : [];
  });
}
