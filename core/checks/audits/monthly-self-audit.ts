import { QUESTIONS } from '../../data/questions.ts';
import type { Attestation } from '../../evidence/attestations.ts';
import { answerTo } from '../../people/answers.ts';
import type { Instant } from '../../time.ts';
import { defineCheck } from '../check.ts';

const DAY_MS = 86_400_000;
/** An answer that ended may wait for the next monthly round. */
const GRACE_DAYS = 31;

/**
 * Fails a shop that began to answer our questions and lets some lie: never answered, or ended more than a month ago. A
 * shop that answered none did not begin, and is not assessed. Sure of it.
 */
export const monthlySelfAudit = defineCheck({
  id: 'security/monthly-self-audit',
  area: 'security',
  control: 'AUD-01',
  title: { en: 'Open questions are answered each month', hi: 'खुले सवालों के जवाब हर महीने दिए जाते हैं' },
  severity: 'medium',
  rule: {
    name: { en: 'Regular review by the shop itself', hi: 'स्टोर की अपनी नियमित समीक्षा' },
    effectiveFrom: '2022-10-25',
    source: 'ISO/IEC 27001:2022, A.5.36; PCI DSS 4.0.1, 12.4.2; CIS Controls 8.1, 4.1',
    status: 'verified',
  },
  why: {
    en: 'Some things only you can see: devices, servers, papers. An old answer says nothing about today.',
    hi: 'कुछ चीज़ें सिर्फ़ आप देख सकते हैं: डिवाइस, सर्वर, कागज़। पुराना जवाब आज के बारे में नहीं बताता।',
  },
  cost: {
    en: 'What nobody asks about gets worse unseen, and the score says less.',
    hi: 'जिसके बारे में कोई नहीं पूछता, वह चुपचाप बिगड़ता है, और स्कोर कम बताता है।',
  },
  remedy: [
    { en: 'Open Security in Prahari, and answer the open questions.', hi: 'Prahari में सुरक्षा खोलें और खुले सवालों के जवाब दें।' },
    { en: 'Put a day for it into the calendar of each month.', hi: 'इसके लिए हर महीने का एक दिन तय करें।' },
  ],
  proof: {
    en: 'Each question has an answer that counts, or one that ended within the month.',
    hi: 'हर सवाल का मान्य जवाब हो, या ऐसा जो इसी महीने में खत्म हुआ हो।',
  },
  requires: ['attestations'],
  messages: {
    open: {
      en: '{count} of {all} questions have no answer that counts.',
      hi: '{all} में से {count} सवालों का कोई मान्य जवाब नहीं है।',
    },
  },
  *evaluate({ attestations }, { asOf }) {
    const answered = answeredOf(attestations, asOf);
    if (answered === 0) return;
    const open = QUESTIONS.filter(({ id }) => isOpen(id, attestations, asOf)).length;
    if (open > 0) yield { subject: 'questions', messageId: 'open', data: { count: open, all: QUESTIONS.length } };
  },
  lacks: ({ attestations }, { asOf }) =>
    answeredOf(attestations, asOf) === 0 ? { kind: 'attestations', reason: 'not-stated' } : null,
});

function answeredOf(attestations: readonly Attestation[], asOf: Instant): number {
  return QUESTIONS.filter(({ id }) => answerTo(id, attestations, asOf).state !== 'not-stated').length;
}

function isOpen(id: (typeof QUESTIONS)[number]['id'], attestations: readonly Attestation[], asOf: Instant): boolean {
  const aMonthAgo = new Date(Date.parse(asOf) - GRACE_DAYS * DAY_MS).toISOString();
  const { state } = answerTo(id, attestations, asOf);
  if (state !== 'expired') return state === 'not-stated';
  return !attestations.some((one) => one.questionId === id && one.statedAt <= asOf && one.expiresAt >= aMonthAgo);
}
