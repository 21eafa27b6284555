import { describe, expect, it } from '@jest/globals';
import { assess } from '../../test/assess.ts';
import { anAttestation } from '../../test/security-factories.ts';
import type { Attestation } from '../evidence/attestations.ts';
import type { QuestionId } from '../data/questions.ts';
import { attestedCheck } from './attested.ts';
import { QUESTION_IDS, questionById } from '../data/questions.ts';
import { CHECKS } from './index.ts';

const TEXT = { en: 'Invented.', hi: 'मनगढ़ंत।' };
const check = (question: QuestionId) =>
  attestedCheck({
    id: 'security/invented',
    question,
    title: TEXT,
    severity: 'medium',
    rule: { name: TEXT, effectiveFrom: '2022-10-25', source: 'invented', status: 'verified' },
    why: TEXT,
    cost: TEXT,
    remedy: [TEXT],
    no: TEXT,
  });
const outcome = (question: QuestionId, over: Partial<Attestation> = {}) => {
  const { outcome: told, notAssessed } = assess(check(question), { attestations: [anAttestation(question, over)] });
  return notAssessed.length > 0 ? notAssessed.map(({ reason }) => reason).join() : told;
};

describe('attestedCheck', () => {
  it.each([
    ['recovery', {}, 'pass'],
    ['recovery', { answer: 'no' }, 'fail'],
    ['recovery', { answer: 'no', expiresAt: '2026-11-21T00:00:00.000Z' }, 'expired'],
    ['recovery', { expiresAt: '2026-11-21T00:00:00.000Z' }, 'expired'],
    ['recovery', { questionId: 'router' }, 'not-stated'],
    ['recovery', { answer: 'not-applicable' }, 'too-little'],
    ['own-servers', { answer: 'not-applicable' }, 'notApplicable'],
    ['own-servers', { answer: 'not-applicable', expiresAt: '2026-11-21T00:00:00.000Z' }, 'expired'],
    ['external-audit', {}, 'too-little'],
    ['external-audit', { hasFile: true }, 'pass'],
  ] as const)('%s %j: %s', (question, over, told) => {
    expect(outcome(question, over)).toBe(told);
  });
});

describe('checks of questions', () => {
  it.each(QUESTION_IDS)('a "no" to %s alone fails a check of its control', (id) => {
    const attestations = [anAttestation(id, { answer: 'no' })];
    const failing = CHECKS.filter(({ requires }) => requires.includes('attestations')).filter(
      (one) => assess(one, { attestations }).outcome === 'fail',
    );
    expect(failing.map(({ control }) => control)).toContain(questionById(id)?.control);
  });
});
