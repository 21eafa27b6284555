import { dayInIndia } from '../../gst/days.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { defineCheck } from '../check.ts';
import { askedVendors, shownName, subjectOf, traceGap, TRACE_KINDS, TRACE_USES } from '../register-evidence.ts';

/**
 * Fails a vendor of whom there is a trace and whom nobody can name, or who is known and stands in the register without
 * purpose, owner, data or approval. Sure of the traces; an app that only calls the Admin API leaves none.
 */
export const vendorRegister = defineCheck({
  id: 'security/vendor-register',
  area: 'security',
  control: 'VND-01',
  title: { en: 'Each vendor stands in the register', hi: 'हर वेंडर रजिस्टर में दर्ज है' },
  severity: 'high',
  rule: {
    name: { en: 'A list of service providers', hi: 'सेवा प्रदाताओं की सूची' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 12.8.1; ISO/IEC 27001:2022, A.5.19 and A.5.21; CIS Controls 8.1, 15.1',
    status: 'verified',
  },
  why: {
    en: 'Whoever is in your shop can read or change it. You can ask only those whom you know.',
    hi: 'जो आपके स्टोर के अंदर है, वह उसे पढ़ या बदल सकता है। सवाल उसी से पूछ सकते हैं जिसे जानते हैं।',
  },
  cost: {
    en: 'A forgotten app or a stranger’s script can hand on your customers’ data, and nobody notices.',
    hi: 'भूला हुआ ऐप या अनजान स्क्रिप्ट ग्राहकों का डेटा आगे दे सकती है, और किसी को पता नहीं चलता।',
  },
  remedy: [
    {
      en: 'Open Vendors in Prahari, and the vendor named.',
      hi: 'Prahari में वेंडर खोलें और बताया गया वेंडर चुनें।',
    },
    {
      en: 'Ask who brought it in. If nobody needs it, remove its app or its code.',
      hi: 'पूछें कि इसे कौन लाया। किसी को ज़रूरत न हो तो ऐप या उसका कोड हटाएँ।',
    },
    {
      en: 'Otherwise write down purpose, owner and data, and approve it.',
      hi: 'नहीं तो उद्देश्य, ज़िम्मेदार और डेटा लिखें, और मंज़ूरी दें।',
    },
  ],
  proof: {
    en: 'The next check finds each vendor in the register, approved, or finds no trace of it.',
    hi: 'अगली जाँच में हर वेंडर मंज़ूरी के साथ रजिस्टर में मिले, या उसका निशान न मिले।',
  },
  requires: TRACE_KINDS,
  uses: TRACE_USES,
  messages: {
    unrecognised: {
      en: 'Nobody has said who {vendor} is. It was found in: {place}.',
      hi: 'किसी ने नहीं बताया कि {vendor} कौन है। यह यहाँ मिला: {place}।',
    },
    notBegun: {
      en: 'Nobody has begun the register. Vendors known by name wait in it: {count}, {vendor} among them.',
      hi: 'रजिस्टर किसी ने शुरू नहीं किया। नाम से पहचाने गए वेंडर इंतज़ार में हैं: {count}, जैसे {vendor}।',
    },
    notEntered: {
      en: '{vendor} is in your shop and not in the register. It was found in: {place}.',
      hi: '{vendor} आपके स्टोर में है, पर रजिस्टर में नहीं। यह यहाँ मिला: {place}।',
    },
    lastSeen: {
      en: '{vendor} was last seen on {day} and is not in the register. This time nobody could look.',
      hi: '{vendor} आखिरी बार {day} को दिखा और रजिस्टर में नहीं है। इस बार देखा नहीं जा सका।',
    },
    noPurpose: {
      en: 'The register does not say what {vendor} is for.',
      hi: 'रजिस्टर में नहीं लिखा कि {vendor} किस काम का है।',
    },
    noOwner: { en: 'Nobody in your shop is named for {vendor}.', hi: 'आपके स्टोर में {vendor} का कोई ज़िम्मेदार नहीं लिखा है।' },
    noData: {
      en: 'The register does not say which data {vendor} touches.',
      hi: 'रजिस्टर में नहीं लिखा कि {vendor} कौन-सा डेटा देखता है।',
    },
    noApproval: { en: 'Nobody has approved {vendor}.', hi: '{vendor} को किसी ने मंज़ूरी नहीं दी है।' },
  },
  *evaluate(evidence, { asOf }) {
    // A shop that has yet to begin hears so once, and not for each app that everybody knows by name.
    const isBegun = evidence.vendorBook.entries.length > 0;
    const waiting: string[] = [];
    for (const vendor of askedVendors(evidence, asOf)) {
      const messageId = faultOf(vendor);
      if (messageId === null) continue;
      if (messageId === 'notEntered' && !isBegun) {
        waiting.push(shownName(vendor.name));
        continue;
      }
      const data = {
        vendor: shownName(vendor.name),
        place: shownName(vendor.found?.traces[0]?.place ?? ''),
        // Each check sees a vendor again: only the day of one that was not seen is news.
        ...(messageId === 'lastSeen' && { day: vendor.lastSeenAt === null ? '' : dayInIndia(vendor.lastSeenAt) }),
      };
      // A mere mention of a stranger is no stranger at work.
      const isStrange = messageId === 'unrecognised' && vendor.found?.strength !== 'weak';
      yield { subject: subjectOf(vendor), messageId, data, severity: isStrange ? 'high' : 'medium' };
    }
    const [vendor] = waiting;
    if (vendor !== undefined) {
      const data = { vendor, count: waiting.length };
      yield { subject: 'register', messageId: 'notBegun', data, severity: 'medium' };
    }
  },
  lacks(evidence, { asOf }) {
    // An empty register proves nothing: apps that only call the Admin API leave no trace.
    const isEmpty = askedVendors(evidence, asOf).length === 0;
    if (isEmpty) return { kind: 'vendorBook', reason: 'not-stated' };
    // Whoever was seen lately where nobody could look this time is named above: nobody else's alert hangs on the gap.
    const gap = traceGap(evidence);
    return gap && { ...gap, isSettled: true };
  },
});

type Fault = 'unrecognised' | 'notEntered' | 'lastSeen' | 'noPurpose' | 'noOwner' | 'noData' | 'noApproval';

function faultOf({ entry, found, isRecognised }: Vendor): Fault | null {
  if (entry === null) return found === null ? 'lastSeen' : isRecognised ? 'notEntered' : 'unrecognised';
  if (!entry.hasPurpose) return 'noPurpose';
  if (!entry.hasOwner) return 'noOwner';
  if (entry.dataClasses.length === 0) return 'noData';
  return entry.approval === null ? 'noApproval' : null;
}
