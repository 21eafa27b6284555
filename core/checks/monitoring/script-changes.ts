import { daysSince } from '../../days-since.ts';
import { hasPages, hostsWithPages, lacksStorefront } from '../../evidence/derived/storefront-seen.ts';
import type { EvidenceByKind } from '../../evidence/kinds.ts';
import { dayInIndia } from '../../gst/days.ts';
import { scriptChanges as changesOf } from '../../scripts/changes.ts';
import { scriptInventory } from '../../scripts/inventory.ts';
import { pagesRead } from '../../scripts/pages-read.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const DECIDED_WITHIN_DAYS = 7;
const COMPARED_WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;

type Evidence = Pick<EvidenceByKind, 'storefront' | 'scriptBook'> & Partial<Pick<EvidenceByKind, 'domains'>>;

/**
 * Fails a queue of script changes in which one has waited for more than seven days, and a shop whose pages were not
 * compared for as long. Sure of both. One finding for the whole queue, however long it is.
 */
export const scriptChanges = defineCheck({
  id: 'security/script-changes',
  area: 'security',
  control: 'MON-03',
  title: {
    en: 'Changes of scripts are seen and decided on within a week',
    hi: 'स्क्रिप्ट के बदलाव एक हफ़्ते में देखे और तय किए जाते हैं',
  },
  severity: 'medium',
  rule: {
    name: { en: 'Changes of payment pages are noticed weekly', hi: 'भुगतान पेज के बदलाव हर हफ़्ते पकड़े जाएँ' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 11.6.1; ISO/IEC 27001:2022, A.8.16 and A.8.32',
    status: 'verified',
  },
  why: {
    en: 'A change that nobody looks at is how stolen cards are noticed months later.',
    hi: 'जिस बदलाव को कोई नहीं देखता, उसी से चोरी हुए कार्ड का पता महीनों बाद चलता है।',
  },
  cost: {
    en: 'The longer a bad script stays, the more customers it reads.',
    hi: 'बुरी स्क्रिप्ट जितने दिन रहती है, उतने ज़्यादा ग्राहकों का लिखा पढ़ती है।',
  },
  remedy: [
    {
      en: 'Open Scripts in Prahari and go through the queue, the oldest first.',
      hi: 'Prahari में स्क्रिप्ट खोलें और क़तार देखें, सबसे पुराना बदलाव पहले।',
    },
    {
      en: 'Approve each with a reason, refuse it, or take back the approval of what is gone.',
      hi: 'हर एक को कारण लिखकर मंज़ूर करें, नामंज़ूर करें, या जो हट गया उसकी मंज़ूरी वापस लें।',
    },
    {
      en: 'If pages could not be read, open Storefront and enter a crawler signature.',
      hi: 'अगर पेज पढ़े नहीं जा सके, तो स्टोरफ़्रंट खोलें और crawler signature डालें।',
    },
  ],
  proof: {
    en: 'The next check reads the pages and finds no change that waits longer than a week.',
    hi: 'अगली जाँच पेज पढ़ेगी और एक हफ़्ते से पुराना कोई बदलाव बाक़ी नहीं मिलेगा।',
  },
  requires: ['storefront', 'scriptBook'],
  uses: ['domains'],
  messages: {
    undecided: {
      en: 'Changes of scripts wait for a decision for more than {days} days, the oldest since {day}: {count}.',
      hi: 'स्क्रिप्ट के बदलाव {days} दिन से ज़्यादा से फ़ैसले के लिए रुके हैं, सबसे पुराना {day} से: {count}।',
    },
    uncompared: {
      en: 'The scripts of your pages were last compared on {day}. Pages could not be read since.',
      hi: 'आपके पेज की स्क्रिप्ट आख़िरी बार {day} को मिलाई गईं। उसके बाद पेज पढ़े नहीं जा सके।',
    },
  },
  lacks: ({ storefront }) => lacksStorefront(storefront, hasPages),
  *evaluate(evidence, { asOf }) {
    const { storefront, scriptBook } = evidence;
    const pages = pagesRead(storefront);
    const changes = changesOf(scriptInventory(evidence), scriptBook, { asOf, pagesRead: pages });
    const old = changes.filter(({ since }) => Date.parse(asOf) - Date.parse(since) > DECIDED_WITHIN_DAYS * DAY_MS);
    const [oldest] = old;
    if (oldest) {
      const data = { days: DECIDED_WITHIN_DAYS, day: dayInIndia(oldest.since), count: old.length };
      yield { subject: 'queue', messageId: 'undecided', data };
    }
    const compared = lastComparedAt(evidence);
    if (compared !== null && daysSince(compared, asOf) >= COMPARED_WITHIN_DAYS) {
      yield { subject: 'comparison', messageId: 'uncompared', data: { day: dayInIndia(compared) } };
    }
  },
});

/** This look, if it saw a page, is a comparison too. Null: there was none, ever. */
function lastComparedAt({ storefront, scriptBook }: Evidence): Instant | null {
  const looks = [...hostsWithPages(storefront).map(({ visitedAt }) => visitedAt), scriptBook.lastComparedAt];
  return looks.reduce((latest, look) => (look !== null && (latest === null || look > latest) ? look : latest), null);
}
