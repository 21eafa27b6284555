import { dayInIndia } from '../../gst/days.ts';
import { numberSubject, storedNumbers, storesGap } from '../../evidence/derived/stored-numbers.ts';
import { defineCheck } from '../check.ts';

/**
 * Fails a card number in an order's note, tag or attribute of the sample, or in a scanned file of the last 30 days. A
 * hint to look: the range and the check digit fit, which one long number in many does by chance.
 */
export const storedCardNumbers = defineCheck({
  id: 'security/stored-card-numbers',
  area: 'security',
  control: 'ENC-08',
  title: { en: 'No card number is kept', hi: 'कोई कार्ड नंबर रखा नहीं गया है' },
  severity: 'critical',
  rule: {
    name: { en: 'Only networks and issuers keep card numbers', hi: 'कार्ड नंबर केवल नेटवर्क और बैंक रखते हैं' },
    effectiveFrom: '2022-10-01',
    source: 'RBI, card-on-file tokenisation, in force from 2022-10-01; PCI DSS 4.0.1, 3.2.1 and 3.5.1',
    status: 'verified',
  },
  why: {
    en: 'Since October 2022 no shop in India may store card numbers. Notes and files are read by many.',
    hi: 'अक्टूबर 2022 से भारत में कोई दुकान कार्ड नंबर नहीं रख सकती। नोट और फ़ाइलें कई लोग पढ़ते हैं।',
  },
  cost: {
    en: 'One leaked file with card numbers can end your contract with the payment gateway.',
    hi: 'कार्ड नंबर वाली एक फ़ाइल बाहर जाए, तो पेमेंट गेटवे से अनुबंध टूट सकता है।',
  },
  remedy: [
    {
      en: 'Open the order and remove the number from the note, tag or attribute.',
      hi: 'ऑर्डर खोलें और नोट, टैग या attribute से नंबर हटाएँ।',
    },
    {
      en: 'Delete files that hold numbers, also from mail, chat and the bin.',
      hi: 'जिन फ़ाइलों में नंबर हैं, उन्हें मिटाएँ; मेल, चैट और ट्रैश से भी।',
    },
    {
      en: 'Tell staff to send a payment link and never to write a card number down.',
      hi: 'स्टाफ़ से कहें कि पेमेंट लिंक भेजें और कार्ड नंबर कभी न लिखें।',
    },
  ],
  adminPath: '/orders',
  proof: {
    en: 'The next sample and the next scanned file show no card number.',
    hi: 'अगले नमूने और अगली जाँची फ़ाइल में कोई कार्ड नंबर नहीं मिलेगा।',
  },
  requires: ['fileScans'],
  uses: ['dataSample'],
  messages: {
    seen: {
      en: '{subject}: what could be a card number, ending in {lastFour}.',
      hi: '{subject}: यह कार्ड नंबर हो सकता है, अंत में {lastFour}।',
    },
    file: {
      en: 'A file scanned on {day} holds what could be card numbers: {count}.',
      hi: '{day} को जाँची फ़ाइल में कार्ड नंबर हो सकते हैं: {count}।',
    },
  },
  lacks: (evidence, { asOf }) => storesGap(evidence, asOf),
  *evaluate(evidence, { asOf }) {
    const { seen, files } = storedNumbers(evidence, ['card'], asOf);
    for (const number of seen) {
      const { subject, lastFour, adminPath } = number;
      const found = { subject: numberSubject(number), messageId: 'seen' as const, data: { subject, lastFour } };
      yield adminPath === null ? found : { ...found, adminPath };
    }
    for (const { scan, count } of files) {
      yield { subject: `file ${scan.id}`, messageId: 'file', data: { day: dayInIndia(scan.scannedAt), count } };
    }
  },
});
