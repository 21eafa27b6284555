import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OpenedQuestionnaire } from '../../core/api/vendor-questions.ts';
import { VENDOR_QUESTION_IDS } from '../../core/data/vendor-questions.ts';
import { draftFor, forgetDraft, readDraft, ready, stillOpen, writeDraft, type Draft } from './draft.ts';

const KEY = 'prahari-vendor-questions';
const OPENED: OpenedQuestionnaire = {
  ...{
    attempt: 'a'.repeat(24),
    draftKey: 'reviews of marigold',
    shopAddress: 'marigold.example',
    vendorName: 'Invented Reviews',
  },
  ...{ questionsVersion: '2026-11', expiresAt: '2026-12-06T10:00:00.000Z' },
};
const whole = (over: Partial<Draft> = {}): Draft => ({
  ...{ opened: OPENED, name: ' Asha Rao ', role: 'Head of security' },
  answers: Object.fromEntries(VENDOR_QUESTION_IDS.map((id) => [id, { answer: 'yes', words: '  ' }])),
  ...over,
});

beforeEach(() => sessionStorage.clear());

describe('a draft', () => {
  it('comes back as it was written, and is gone when it is forgotten', () => {
    expect(writeDraft(whole())).toBe(true);
    expect(readDraft()).toEqual(whole());
    forgetDraft();
    expect(readDraft()).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['half of it', '{"opened":{"attempt"'],
    ['a list', '[]'],
    ['a number', '7'],
    ['no invitation', JSON.stringify({ ...whole(), opened: null })],
    ['a number for a name of the shop', JSON.stringify({ ...whole(), opened: { ...OPENED, shopAddress: 7 } })],
  ])('of which %s is there reads as none', (_name, kept) => {
    if (kept !== null) sessionStorage.setItem(KEY, kept);
    expect(readDraft()).toBeNull();
  });

  it('drops what cannot be an answer, and cuts what is too long', () => {
    const answers = {
      ...{ 'least-data': { answer: 'perhaps', words: 'x'.repeat(9_000) }, location: 'yes', 'no-such-question': {} },
      encryption: { answer: 'no', words: 7 },
    };
    sessionStorage.setItem(KEY, JSON.stringify({ ...whole(), name: ['x'], answers }));
    expect(readDraft()).toEqual({
      ...whole({ name: '' }),
      answers: {
        'least-data': { answer: null, words: 'x'.repeat(4_000) },
        location: { answer: null, words: '' },
        encryption: { answer: 'no', words: '' },
      },
    });
  });

  it.each<[string, Partial<OpenedQuestionnaire>, boolean]>([
    ['a new link of the same shop', { attempt: 'b'.repeat(24), shopAddress: 'www.marigold.example' }, true],
    ['another shop', { draftKey: 'reviews of jasmine' }, false],
  ])('goes on with %s or not', (_name, over, isKept) => {
    const opened = { ...OPENED, ...over };
    expect(draftFor(opened, whole())).toEqual(isKept ? whole({ opened }) : { opened, name: '', role: '', answers: {} });
  });
});

describe('what is sent', () => {
  it('is every answer with who answers, words that are blank left out', () => {
    const sent = ready(whole());
    expect(sent).toMatchObject({ attempt: OPENED.attempt, name: 'Asha Rao', role: 'Head of security' });
    expect(sent?.answers.map(({ questionId, words }) => [questionId, words])).toEqual(
      VENDOR_QUESTION_IDS.map((id) => [id, null]),
    );
  });

  it.each<[string, Partial<Draft>, readonly string[]]>([
    ['no name', { name: ' ' }, ['name']],
    ['no role', { role: '' }, ['role']],
    ['words without an answer', { answers: { ...whole().answers, logs: { answer: null, words: 'x' } } }, ['logs']],
  ])('is nothing while there is %s', (_name, over, open) => {
    expect([ready(whole(over)), stillOpen(whole(over))]).toEqual([null, open]);
  });
});
