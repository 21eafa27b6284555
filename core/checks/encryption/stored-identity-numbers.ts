import { dayInIndia } from '../../gst/days.ts';
import { numberSubject, storedNumbers, storesGap } from '../../evidence/derived/stored-numbers.ts';
import { defineCheck } from '../check.ts';

const NAMES = { card: 'card', aadhaar: 'Aadhaar', pan: 'PAN' } as const;

/**
 * Fails an Aadhaar number or a PAN in an order's note, tag or attribute of the sample, or in a scanned file of the last
 * 30 days. A hint to look: an Aadhaar is told by its check digit and shape, a PAN by its shape alone. The PAN inside a
 * GSTIN is none.
 */
export const storedIdentityNumbers = defineCheck({
  id: 'security/stored-identity-numbers',
  area: 'security',
  control: 'ENC-09',
  title: {
    en: 'No Aadhaar or PAN is kept in free text',
    hi: 'खुले लेख में कोई आधार या PAN नहीं रखा गया है',
  },
  severity: 'high',
  rule: {
    name: { en: 'Reasonable safeguards for personal data', hi: 'निजी डेटा की उचित सुरक्षा' },
    effectiveFrom: '2022-10-25',
    source:
      'ISO/IEC 27001:2022, A.5.34 and A.8.11; DPDP Act 2023, section 8, and DPDP Rules 2025, rule 6, from May 2027',
    status: 'verified',
  },
  why: {
    en: 'A note is read by staff, apps and every export. With these numbers others can pose as your customer.',
    hi: 'नोट को स्टाफ़, ऐप और हर एक्सपोर्ट पढ़ता है। इन नंबरों से कोई और आपका ग्राहक बन सकता है।',
  },
  cost: {
    en: 'A leak of identity numbers harms your customers for years, and must be reported.',
    hi: 'पहचान नंबर बाहर जाने से ग्राहकों को सालों तक नुकसान होता है, और सूचना देनी पड़ती है।',
  },
  remedy: [
    {
      en: 'Open the order and remove the number from the note, tag or attribute.',
      hi: 'ऑर्डर खोलें और नोट, टैग या attribute से नंबर हटाएँ।',
    },
    {
      en: 'Where you need it for tax, keep it in the field made for it, and nowhere else.',
      hi: 'टैक्स के लिए चाहिए, तो उसके लिए बने खाने में रखें, और कहीं नहीं।',
    },
    { en: 'Delete files that hold such numbers.', hi: 'जिन फ़ाइलों में ऐसे नंबर हैं, उन्हें मिटाएँ।' },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The next sample and the next scanned file show no such number.',
    hi: 'अगले नमूने और अगली जाँची फ़ाइल में ऐसा कोई नंबर नहीं मिलेगा।',
  },
  requires: ['fileScans'],
  uses: ['dataSample'],
  messages: {
    seen: {
      en: '{subject}: what could be a number of kind {kind}, ending in {lastFour}.',
      hi: '{subject}: यह {kind} नंबर हो सकता है, अंत में {lastFour}।',
    },
    file: {
      en: 'A file scanned on {day} holds what could be such numbers: {count}.',
      hi: '{day} को जाँची फ़ाइल में ऐसे नंबर हो सकते हैं: {count}।',
    },
  },
  lacks: (evidence, { asOf }) => storesGap(evidence, asOf),
  *evaluate(evidence, { asOf }) {
    const { seen, files } = storedNumbers(evidence, ['aadhaar', 'pan'], asOf);
    for (const number of seen) {
      const { subject, lastFour, adminPath, type } = number;
      const data = { subject, lastFour, kind: NAMES[type] };
      const found = { subject: numberSubject(number), messageId: 'seen' as const, data };
      yield adminPath === null ? found : { ...found, adminPath };
    }
    for (const { scan, count } of files) {
      yield { subject: `file ${scan.id}`, messageId: 'file', data: { day: dayInIndia(scan.scannedAt), count } };
    }
  },
});
