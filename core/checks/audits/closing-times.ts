import type { OpenAlert } from '../../evidence/own-records.ts';
import { dayInIndia } from '../../gst/days.ts';
import { daysSince } from '../../days-since.ts';
import { defineCheck } from '../check.ts';

const ID = 'security/closing-times';

/** Days until an alert should be closed. Critical and high: Amazon Data Protection Policy; the others: control AUD-04. */
const MOST_DAYS = { critical: 7, high: 30, medium: 90, low: 180 } as const;
type Timed = keyof typeof MOST_DAYS;
const TIMED = Object.keys(MOST_DAYS) as Timed[];

/**
 * Fails a shop with alerts that stand open longer than their severity allows, one finding for each severity. Alerts of
 * this check itself do not count, nor does information. Sure of it.
 */
export const closingTimes = defineCheck({
  id: ID,
  area: 'security',
  control: 'AUD-04',
  title: { en: 'Alerts are closed in time', hi: 'अलर्ट समय से हल होते हैं' },
  severity: 'high',
  rule: {
    name: { en: 'Known gaps are closed in time', hi: 'मिली कमियाँ समय से ठीक' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 6.3.3; ISO/IEC 27001:2022, A.8.8; Amazon Data Protection Policy, 7 and 30 days',
    status: 'verified',
  },
  why: {
    en: 'A gap that is known and open is worse than one nobody found: it was a choice.',
    hi: 'जो कमी पता है और खुली है, वह अनजानी कमी से बुरी है: वह एक फ़ैसला है।',
  },
  cost: {
    en: 'After a break-in you are asked when you knew, and what you did.',
    hi: 'सेंध के बाद पूछा जाता है कि आपको कब पता था और आपने क्या किया।',
  },
  remedy: [
    {
      en: 'Open Alerts, sorted by age, and begin with the critical ones.',
      hi: 'अलर्ट खोलें, पुराने पहले, और अति गंभीर से शुरू करें।',
    },
    {
      en: 'Give each one a person. What cannot be mended, suppress with a reason and an end.',
      hi: 'हर अलर्ट किसी को सौंपें। जो ठीक नहीं हो सकता, उसे कारण और अंतिम तारीख के साथ रोकें।',
    },
  ],
  proof: {
    en: 'Open alerts are younger than 7 days if critical, 30 high, 90 medium, 180 low.',
    hi: 'खुले अलर्ट इससे नए हों: अति गंभीर 7 दिन, ज़्यादा 30, मध्यम 90, कम 180।',
  },
  requires: ['records'],
  messages: {
    critical: {
      en: '{count} critical alerts are open for more than 7 days, the oldest since {day}: {check}.',
      hi: '{count} अति गंभीर अलर्ट 7 दिन से ज़्यादा खुले हैं, सबसे पुराना {day} से: {check}।',
    },
    high: {
      en: '{count} alerts of high severity are open for more than 30 days, the oldest since {day}: {check}.',
      hi: 'ज़्यादा गंभीरता के {count} अलर्ट 30 दिन से ज़्यादा खुले हैं, सबसे पुराना {day} से: {check}।',
    },
    medium: {
      en: '{count} alerts of medium severity are open for more than 90 days, the oldest since {day}: {check}.',
      hi: 'मध्यम गंभीरता के {count} अलर्ट 90 दिन से ज़्यादा खुले हैं, सबसे पुराना {day} से: {check}।',
    },
    low: {
      en: '{count} alerts of low severity are open for more than 180 days, the oldest since {day}: {check}.',
      hi: 'कम गंभीरता के {count} अलर्ट 180 दिन से ज़्यादा खुले हैं, सबसे पुराना {day} से: {check}।',
    },
  },
  // On its first day a shop has closed nothing in time yet, and nothing late.
  applies: ({ records }) => records.lastScanAt !== null || records.openAlerts.length > 0,
  *evaluate({ records }, { asOf }) {
    for (const severity of TIMED) {
      const late = records.openAlerts.filter(
        (alert) =>
          alert.severity === severity && alert.checkId !== ID && daysSince(alert.since, asOf) > MOST_DAYS[severity],
      );
      const [first, ...others] = late;
      if (!first) continue;
      const oldest = others.reduce<OpenAlert>((before, alert) => (alert.since < before.since ? alert : before), first);
      const data = { count: late.length, day: dayInIndia(oldest.since), check: oldest.checkId };
      yield { subject: severity, messageId: severity, data, severity: severity === 'critical' ? 'high' : severity };
    }
  },
});
