import type { Severity } from '../../severity.ts';
import { endingPapers } from '../../vendors/duties.ts';
import { OWN_KEY } from '../../vendors/keys.ts';
import { defineCheck } from '../check.ts';
import { dueInData } from '../due-in-data.ts';
import { shownName } from '../register-evidence.ts';

/** How grave a paper that ends is, by the days that are left at most; 0: it ended. */
const GRAVITY: Readonly<Record<number, Severity>> = { 30: 'low', 14: 'medium', 7: 'medium', 1: 'high', 0: 'high' };

/**
 * Fails a paper of a vendor that ended or ends within 30 days, where none of its kind takes its place. Its figures change
 * at 30, 14, 7 and 1 days alone, so that each step is one notice. Sure of the days that people entered.
 */
export const vendorPapersEnd = defineCheck({
  id: 'security/vendor-papers-end',
  area: 'security',
  control: 'VND-03',
  title: { en: 'No paper of a vendor runs out', hi: 'किसी वेंडर का कागज़ समय से बाहर नहीं है' },
  severity: 'high',
  rule: {
    name: { en: 'Suppliers are watched each year', hi: 'आपूर्तिकर्ताओं की हर साल निगरानी' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 12.8.4; ISO/IEC 27001:2022, A.5.22; CIS Controls 8.1, 15.5',
    status: 'verified',
  },
  why: {
    en: 'A report speaks for a period. After it, nobody has looked.',
    hi: 'रिपोर्ट एक अवधि के लिए होती है। उसके बाद किसी ने नहीं देखा।',
  },
  cost: {
    en: 'When the paper ends, the vendor’s risk rises, and you have nothing to show.',
    hi: 'कागज़ खत्म होने पर वेंडर का जोखिम बढ़ता है, और आपके पास दिखाने को कुछ नहीं रहता।',
  },
  remedy: [
    {
      en: 'Ask the vendor for the new paper: the prepared letter names it.',
      hi: 'वेंडर से नया कागज़ माँगें: तैयार पत्र में उसका नाम है।',
    },
    {
      en: 'Add it to the vendor in Prahari with its last day. The old one may stay.',
      hi: 'Prahari में वेंडर के साथ उसे अंतिम तारीख सहित जोड़ें। पुराना रह सकता है।',
    },
  ],
  proof: {
    en: 'The next check finds a paper of the same kind that counts for more than 30 days.',
    hi: 'अगली जाँच में उसी तरह का कागज़ मिले, जो 30 दिन से ज़्यादा चले।',
  },
  requires: ['vendorBook'],
  dueOn: dueInData('day'),
  messages: {
    ends: {
      en: '{vendor}: {paper} ends on {day}. Days left at most: {days}.',
      hi: '{vendor}: {paper} {day} को खत्म है। ज़्यादा से ज़्यादा बचे दिन: {days}।',
    },
    ended: { en: '{vendor}: {paper} ended on {day}.', hi: '{vendor}: {paper} {day} को खत्म हो गया।' },
  },
  applies: ({ vendorBook }) => vendorBook.entries.some(({ papers }) => papers.length > 0),
  *evaluate({ vendorBook }, { asOf }) {
    for (const entry of vendorBook.entries) {
      if (entry.keys.includes(OWN_KEY)) continue;
      for (const { kind, endsOn, step } of endingPapers({ entry }, asOf)) {
        yield {
          subject: `${entry.id}:${kind}`,
          messageId: step === 0 ? 'ended' : 'ends',
          severity: GRAVITY[step] ?? 'high',
          data: { vendor: shownName(entry.name), paper: kind, day: endsOn, days: step },
        };
      }
    }
  },
});
