import { daysSince } from '../../days-since.ts';
import { dayInIndia } from '../../gst/days.ts';
import type { Instant } from '../../time.ts';
import { UNUSED_DAYS } from '../../vendors/facts-of-vendor.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { defineCheck } from '../check.ts';
import { askedVendors, shownName, subjectOf, traceGap, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/** A trace may be missed once: only after a week without it is a vendor said to be gone. */
const MISSED_DAYS = 7;

/**
 * Fails a vendor that a person calls unused, whose parts are all switched off, or of which no trace was seen for a week,
 * while it still stands in the register; graver after 90 days. Sure of the traces: the app may be gone already.
 */
export const unusedVendors = defineCheck({
  id: 'security/unused-vendors',
  area: 'security',
  control: 'VND-06',
  title: { en: 'Vendors that nobody uses are removed', hi: 'जिन वेंडर को कोई नहीं चलाता, वे हटाए गए हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Only software that is needed', hi: 'सिर्फ़ ज़रूरी सॉफ़्टवेयर' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.8.19; CIS Controls 8.1, 2.3 and 15.7',
    status: 'verified',
  },
  why: {
    en: 'An app that nobody uses keeps its permissions, and nobody watches it.',
    hi: 'जिस ऐप को कोई नहीं चलाता, उसकी अनुमतियाँ बनी रहती हैं, और उस पर किसी की नज़र नहीं रहती।',
  },
  cost: {
    en: 'Whoever breaks into its maker can use what you forgot.',
    hi: 'उसे बनाने वाले के यहाँ सेंध लगे, तो भूली हुई अनुमतियाँ काम आती हैं।',
  },
  remedy: [
    {
      en: 'Open Settings, then Apps, and uninstall the app if nobody needs it.',
      hi: 'Settings में Apps खोलें, और किसी को ज़रूरत न हो तो ऐप हटाएँ।',
    },
    {
      en: 'Open Themes and remove what it left in the theme.',
      hi: 'Themes खोलें और थीम में उसका छोड़ा हुआ हिस्सा हटाएँ।',
    },
    {
      en: 'Then remove the vendor in Prahari, or say there that it is used.',
      hi: 'फिर Prahari में वेंडर हटाएँ, या लिखें कि वह इस्तेमाल में है।',
    },
  ],
  adminPath: '/settings/apps',
  proof: {
    en: 'The next check finds the vendor neither in the shop nor in the register, or in use.',
    hi: 'अगली जाँच में वेंडर न स्टोर में मिले न रजिस्टर में, या इस्तेमाल में मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    stated: { en: 'Nobody has used {vendor} since {day}.', hi: '{day} से {vendor} को किसी ने नहीं चलाया।' },
    switchedOff: {
      en: '{vendor} is switched off and still there: {place}.',
      hi: '{vendor} बंद है, पर अब भी मौजूद है: {place}।',
    },
    unseen: {
      en: '{vendor} stands in the register, and its last trace was seen on {day}.',
      hi: '{vendor} रजिस्टर में है, पर उसका आखिरी निशान {day} को दिखा।',
    },
  },
  applies: (evidence, { asOf }) => askedVendors(evidence, asOf).length > 0,
  *evaluate(evidence, { asOf }) {
    const isWhole = traceGap(evidence) === null;
    for (const vendor of askedVendors(evidence, asOf)) {
      const fault = faultOf(vendor, asOf);
      // What could not be looked at may still be there.
      if (fault === null || (fault.messageId === 'unseen' && !isWhole)) continue;
      const place = shownName(vendor.found?.traces[0]?.place ?? '');
      yield {
        subject: subjectOf(vendor),
        messageId: fault.messageId,
        severity: fault.days >= UNUSED_DAYS || fault.messageId === 'switchedOff' ? 'medium' : 'low',
        data: { vendor: shownName(vendor.name), day: fault.day, place },
      };
    }
  },
  lacks: traceGap,
});

interface Fault {
  readonly messageId: 'stated' | 'switchedOff' | 'unseen';
  readonly day: string;
  readonly days: number;
}

function faultOf({ entry, found, lastSeenAt }: Vendor, asOf: Instant): Fault | null {
  if (entry?.unusedSince != null) {
    const days = daysSince(`${entry.unusedSince}T00:00:00+05:30`, asOf);
    return { messageId: 'stated', day: entry.unusedSince, days };
  }
  if (found) return found.isActive ? null : { messageId: 'switchedOff', day: '', days: 0 };
  if (entry === null || lastSeenAt === null) return null;
  const days = daysSince(lastSeenAt, asOf);
  return days < MISSED_DAYS ? null : { messageId: 'unseen', day: dayInIndia(lastSeenAt), days };
}
