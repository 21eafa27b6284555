import { describe, expect, it } from '@jest/globals';
import type { Answer, Failure } from './admin-api.ts';
import { companyIn, orderStateIn, refusedFor, sendingProblem } from './buyer-answers.ts';

function failure(kind: Failure['kind'], type?: string, fields?: Record<string, string>): Failure {
  const problem = type === undefined ? null : { type, title: 'invented', status: 409, ...(fields && { fields }) };
  return { kind, retryAfterS: null, problem };
}

/** What our server never sends, and a broken one might. */
const ok = (value: unknown) => ({ kind: 'ok', value }) as Answer<never>;

describe('what became of a number that was sent', () => {
  it.each([
    [failure('offline'), 'offline'],
    [failure('signed-out'), 'signed-out'],
    [failure('busy'), 'busy'],
    [failure('busy', 'not-now'), 'busy'],
    [failure('fault'), 'fault'],
    [failure('gone'), 'closed'],
    [failure('denied'), 'closed'],
    [failure('refused', 'too-late', { order: 'seven-days' }), 'closed'],
    [failure('refused', 'not-open'), 'not-open'],
    [failure('refused', 'bad-request', { gstin: 'bad_checksum' }), 'refused'],
    [failure('refused'), 'refused'],
  ])('%j: %s', (answer, problem) => {
    expect(sendingProblem(answer)).toBe(problem);
  });

  it.each([
    [failure('refused', 'bad-request', { gstin: 'bad_checksum' }), true],
    [failure('refused', 'bad-request', { gstin: 'bad_charset' }), false], // its words name characters
    [failure('refused', 'bad-request', { gstin: 'toString' }), false],
    [failure('refused', 'bad-request', { gstin: '<b>' }), false],
    [failure('refused'), false],
  ])('%j: words of our own, %s', (answer, hasWords) => {
    expect(refusedFor(answer) !== null).toBe(hasWords);
  });
});

describe('answers that are not what was promised', () => {
  it.each([[failure('gone')], [ok({})], [ok({ gstin: 5, mayGive: true })], [ok({ gstin: null, mayGive: 'yes' })]])(
    'count as none: %j',
    (answer) => {
      expect(orderStateIn(answer)).toBeNull();
    },
  );

  it.each([[ok({})], [ok({ locationName: 'Pune', gstin: null })], [ok({ locationName: 'Pune', mayChange: true })]])(
    'count as none for a company: %j',
    (answer) => {
      expect(companyIn(answer)).toBeNull();
    },
  );

  it('may leave out the verdict of a company', () => {
    expect(companyIn(ok({ locationName: 'Pune', gstin: null, mayChange: true }))).toEqual({
      ...{ locationName: 'Pune', gstin: null, mayChange: true },
      verdict: null,
    });
  });
});
