import { GSTIN_LAYOUT_TEXTS, GSTIN_REASON_TEXTS, gstinTextData } from '../../gst/gstin-texts.ts';
import { judgeGstin } from '../../gst/gstin.ts';
import { maskGstin } from '../../gst/mask-gstin.ts';
import type { Text } from '../../text.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a number that no registration can have ("27AAPFU0939F1ZO"), and one that is real but cannot be a seller's own
 * (tax deduction, embassies …). Sure: the check character is arithmetic. A pass means "could exist", no more.
 */
export const gstinValid = defineCheck({
  id: 'gst/gstin-valid',
  area: 'gst',
  title: { en: 'Each GSTIN is written as one can be', hi: 'हर GSTIN ठीक से लिखा हुआ है' },
  severity: 'high',
  rule: {
    name: { en: 'Structure of a GSTIN', hi: 'GSTIN की बनावट' },
    effectiveFrom: '2017-07-01',
    source: 'CGST Rules 2017, rule 10(1)',
    status: 'verified',
  },
  why: {
    en: 'Business buyers claim credit against the GSTIN on your invoice. A number with a mistake leads nowhere.',
    hi: 'व्यवसायी खरीदार आपके इनवॉइस के GSTIN पर ही क्रेडिट लेते हैं। गलती वाला नंबर किसी काम का नहीं।',
  },
  cost: {
    en: 'A buyer may lose the tax credit on every invoice that shows this number.',
    hi: 'इस नंबर वाले हर इनवॉइस पर खरीदार का टैक्स क्रेडिट रुक सकता है।',
  },
  remedy: [
    { en: 'Take your registration certificate (form REG-06).', hi: 'अपना पंजीकरण प्रमाणपत्र (फ़ॉर्म REG-06) लें।' },
    {
      en: 'Compare the number with it, character by character.',
      hi: 'नंबर को उससे एक-एक अक्षर करके मिलाएँ।',
    },
    {
      en: 'Remove the wrong number in Settings and enter the right one.',
      hi: 'सेटिंग में गलत नंबर हटाएँ और सही नंबर लिखें।',
    },
  ],
  proof: {
    en: 'The next check finds only numbers whose last character fits.',
    hi: 'अगली जाँच में सिर्फ़ वे नंबर मिलेंगे जिनका आखिरी अक्षर मेल खाता है।',
  },
  requires: ['registrations'],
  messages: {
    empty: about(GSTIN_REASON_TEXTS.empty),
    bad_charset: about(GSTIN_REASON_TEXTS.bad_charset),
    bad_length: about(GSTIN_REASON_TEXTS.bad_length),
    temporary_id: about(GSTIN_REASON_TEXTS.temporary_id),
    transporter_enrolment_id: about(GSTIN_REASON_TEXTS.transporter_enrolment_id),
    bad_state_code: about(GSTIN_REASON_TEXTS.bad_state_code),
    bad_layout: about(GSTIN_REASON_TEXTS.bad_layout),
    bad_checksum: about(GSTIN_REASON_TEXTS.bad_checksum),
    tcs: about(GSTIN_LAYOUT_TEXTS.tcs),
    tds: about(GSTIN_LAYOUT_TEXTS.tds),
    uin: about(GSTIN_LAYOUT_TEXTS.uin),
    oidar: about(GSTIN_LAYOUT_TEXTS.oidar),
    nrtp: about(GSTIN_LAYOUT_TEXTS.nrtp),
    government: about(GSTIN_LAYOUT_TEXTS.government),
  },
  applies: ({ registrations }) => registrations.length > 0,
  *evaluate({ registrations }) {
    for (const registration of registrations) {
      const verdict = judgeGstin(registration.gstin);
      const gstin = maskGstin(verdict.ok ? verdict.gstin : verdict.normalized);
      if (!verdict.ok) {
        yield { subject: gstin, messageId: verdict.reason, data: { gstin, ...gstinTextData(verdict) } };
      } else if (verdict.layout !== 'regular') {
        yield { subject: gstin, messageId: verdict.layout, data: { gstin } };
      }
    }
  },
});

/** Several numbers may be entered, so each message says which one it is about. */
function about({ en, hi }: Text): Text {
  return { en: `{gstin}: ${en}`, hi: `{gstin}: ${hi}` };
}
