import { dayInIndia } from '../../gst/days.ts';
import { daysSince } from '../../days-since.ts';
import { defineCheck } from '../check.ts';

/** Weekly checks come at the same hour each week, so the one before is seven days old, and a little more. */
const MOST_DAYS = 7;

/** Fails a shop whose last whole check before this one is more than a week old: in between nobody looked. Sure of it. */
export const scanFreshness = defineCheck({
  id: 'security/scan-freshness',
  area: 'security',
  control: 'MON-11',
  title: { en: 'The shop is checked at least each week', hi: 'स्टोर की जाँच कम से कम हर हफ़्ते होती है' },
  severity: 'medium',
  rule: {
    name: { en: 'Regular scans', hi: 'नियमित जाँच' },
    effectiveFrom: '2025-03-31',
    source: 'PCI DSS 4.0.1, 11.3.2 and 11.6.1; ISO/IEC 27001:2022, A.8.16; CIS Controls 8.1, 7.6',
    status: 'verified',
  },
  why: {
    en: 'Themes, apps and records change daily. A picture from last month says little about today.',
    hi: 'थीम, ऐप और रिकॉर्ड रोज़ बदलते हैं। पिछले महीने की तस्वीर आज के बारे में कम बताती है।',
  },
  cost: {
    en: 'A change that steals cards stays unseen until somebody looks.',
    hi: 'कार्ड चुराने वाला बदलाव तब तक नहीं दिखता जब तक कोई देखे नहीं।',
  },
  remedy: [
    { en: 'Open Home in Prahari, and choose Check now.', hi: 'Prahari का होम खोलें और अभी जाँचें चुनें।' },
    {
      en: 'If it ends with an error, write down what it says and tell whoever runs Prahari.',
      hi: 'अगर गड़बड़ी दिखे, तो संदेश लिख लें और Prahari चलाने वाले को बताएँ।',
    },
  ],
  proof: {
    en: 'Two checks that ended well lie at most a week apart.',
    hi: 'दो पूरी हुई जाँचों के बीच ज़्यादा से ज़्यादा एक हफ़्ता हो।',
  },
  requires: ['records'],
  messages: {
    old: {
      en: 'Before this check, the last whole one was on {day}, {days} days ago.',
      hi: 'इस जाँच से पहले पूरी जाँच {day} को हुई थी, {days} दिन पहले।',
    },
  },
  *evaluate({ records }, { asOf }) {
    if (records.lastScanAt === null) return;
    const days = daysSince(records.lastScanAt, asOf);
    if (days > MOST_DAYS)
      yield { subject: 'shop', messageId: 'old', data: { day: dayInIndia(records.lastScanAt), days } };
  },
  lacks: ({ records }) => (records.lastScanAt === null ? { kind: 'records', reason: 'not-asked' } : null),
});
