import type { AcceptedRisk } from '../../evidence/own-records.ts';
import { dayInIndia } from '../../gst/days.ts';
import { fingerprint } from '../../fingerprint.ts';
import { daysSince } from '../../days-since.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const MOST_DAYS = 365;

/**
 * Fails an alert that somebody put aside without a name, a reason or an end, for longer than 365 days, or whose end has
 * passed. Sure of it.
 */
export const acceptedRisks = defineCheck({
  id: 'security/accepted-risks',
  area: 'security',
  control: 'AUD-05',
  title: { en: 'Accepted risks have an owner, a reason and an end', hi: 'माने हुए जोखिम का ज़िम्मेदार, कारण और अंत तय है' },
  severity: 'medium',
  rule: {
    name: { en: 'Exceptions are limited in time', hi: 'छूट की समय-सीमा' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 12.3.1; ISO/IEC 27001:2022, A.5.36; CIS Controls 8.1, 16.6',
    status: 'verified',
  },
  why: {
    en: 'What was put aside once is forgotten. An end makes somebody look again.',
    hi: 'एक बार अलग रखी बात भुला दी जाती है। अंतिम तारीख से कोई फिर देखता है।',
  },
  cost: {
    en: 'A gap that was small when accepted can be large a year later.',
    hi: 'मानते समय जो कमी छोटी थी, वह एक साल बाद बड़ी हो सकती है।',
  },
  remedy: [
    { en: 'Open Alerts, then Suppressed, and the alert named.', hi: 'अलर्ट में रोके गए अलर्ट खोलें और बताया गया अलर्ट देखें।' },
    {
      en: 'Mend it, or suppress it again with a reason and an end within 365 days.',
      hi: 'उसे ठीक करें, या कारण और 365 दिन के अंदर की तारीख के साथ फिर रोकें।',
    },
  ],
  proof: {
    en: 'Each suppressed alert names a person, a reason and an end that lies ahead.',
    hi: 'हर रोके गए अलर्ट में व्यक्ति, कारण और आगे की अंतिम तारीख हो।',
  },
  requires: ['records'],
  messages: {
    noOwner: { en: 'Put aside, and nobody is named: {check}.', hi: 'रोका गया, पर किसी का नाम नहीं है: {check}।' },
    noReason: { en: 'Put aside without a reason: {check}.', hi: 'बिना कारण रोका गया: {check}।' },
    noEnd: { en: 'Put aside without an end: {check}.', hi: 'बिना अंतिम तारीख रोका गया: {check}।' },
    tooLong: {
      en: 'Put aside until {day}, which is more than 365 days: {check}.',
      hi: '{day} तक रोका गया, जो 365 दिन से ज़्यादा है: {check}।',
    },
    ended: {
      en: 'Put aside until {day}, and nobody looked since: {check}.',
      hi: '{day} तक रोका गया था, उसके बाद किसी ने नहीं देखा: {check}।',
    },
  },
  applies: ({ records }) => records.acceptedRisks.length > 0,
  *evaluate({ records }, { asOf }) {
    for (const risk of records.acceptedRisks) {
      const messageId = faultOf(risk, asOf);
      if (messageId === null) continue;
      const day = risk.until === null ? '' : dayInIndia(risk.until);
      yield { subject: fingerprint(risk.checkId, risk.subject), messageId, data: { check: risk.checkId, day } };
    }
  },
});

type Fault = 'noOwner' | 'noReason' | 'noEnd' | 'tooLong' | 'ended';

function faultOf({ acceptedAt, acceptedBy, hasReason, until }: AcceptedRisk, asOf: Instant): Fault | null {
  if (until === null) return 'noEnd';
  if (until <= asOf) return 'ended';
  if (daysSince(acceptedAt ?? asOf, until) > MOST_DAYS) return 'tooLong';
  if (!hasReason) return 'noReason';
  return acceptedBy === null ? 'noOwner' : null;
}
