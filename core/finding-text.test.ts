import { describe, expect, it } from '@jest/globals';
import { checkById } from './checks/index.ts';
import { POLICY_TYPES } from './evidence/kinds.ts';
import { POLICY_NAMES } from './evidence/policy-names.ts';
import { findingText } from './finding-text.ts';

const text = { en: 'In {state}: {host}.', hi: '{state} में: {host}।' };

describe('findingText', () => {
  it.each([
    [{ state: '27', host: 'a.example' }, 'In Maharashtra: a.example.', 'महाराष्ट्र में: a.example।'],
    [{ state: '99', host: 5 }, 'In 99: 5.', '99 में: 5।'], // a code without a name stays itself
    [{ state: '27', host: '29' }, 'In Maharashtra: 29.', 'महाराष्ट्र में: 29।'], // only keys of States are names
    [{ state: '27' }, 'In Maharashtra: {host}.', 'महाराष्ट्र में: {host}।'],
  ])('%j', (data, en, hi) => {
    expect(findingText(text, data, 'en')).toBe(en);
    expect(findingText(text, data, 'hi')).toBe(hi);
  });

  it.each([
    [{ states: '27, 29' }, '{states}', 'Maharashtra, Karnataka'],
    [{ pinState: '26' }, '{pinState}', 'Dadra and Nagar Haveli and Daman and Diu'],
    [{ estate: '27' }, '{estate}', '27'],
    [{ policy: 'REFUND_POLICY' }, '{policy}', 'Refund policy'],
    [{ policy: 'SOMETHING_NEW' }, '{policy}', 'SOMETHING_NEW'],
    [{ policy: 'toString' }, '{policy}', 'toString'],
    [{ service: 'gst-portal' }, '{service}', 'GST portal'],
    [{ service: 'constructor' }, '{service}', 'constructor'],
    [{ paper: 'iso-27001' }, '{paper}', 'ISO 27001 certificate'],
    [{ paper: 'constructor' }, '{paper}', 'constructor'],
    [{ check: 'security/form-captcha' }, '{check}', 'Spam protection of forms is on'],
    [{ check: 'security/gone' }, '{check}', 'security/gone'],
    [{ day: '2026-10-05' }, '{day}', '5 Oct 2026'],
    [{ dueDay: '2026-10-05' }, '{dueDay}', '5 Oct 2026'],
    [{ today: '2026-10-05' }, '{today}', '2026-10-05'], // neither `day` nor …Day
    [{ day: 'soon' }, '{day}', 'soon'],
    [{ day: 5 }, '{day}', '5'],
    [{ period: '2026-10' }, '{period}', 'Oct 2026'],
    [{ periods: '2026-09, 2026-10' }, '{periods}', 'Sep 2026, Oct 2026'],
    [{ period: '2026-27' }, '{period}', '2026-27'],
  ])('%j', (data, en, filled) => {
    expect(findingText({ en, hi: en }, data, 'en')).toBe(filled);
  });

  it('writes days in Hindi', () => {
    const due = { en: '{dueDay}', hi: '{period}: {dueDay} तक' };
    expect(findingText(due, { period: '2026-10', dueDay: '2026-11-20' }, 'hi')).toBe('अक्टूबर 2026: 20 नवंबर 2026 तक');
  });

  it('reads like a sentence', () => {
    const message = checkById('gst/location-states')?.messages.fulfils ?? text;
    const data = { state: '29', code: '29', locations: 'Bengaluru godown' };
    expect(findingText(message, data, 'en')).toBe(
      'Orders are sent from Karnataka (29): Bengaluru godown. No GSTIN entered is of that State.',
    );
    expect(findingText(message, data, 'hi')).toContain('कर्नाटक (29) से ऑर्डर भेजे जाते हैं');
  });

  it('knows every policy', () => {
    expect(Object.keys(POLICY_NAMES).sort()).toEqual([...POLICY_TYPES].sort());
  });
});
