import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../test/a-gstin.ts';
import { anAttestation, LATER, YESTERDAY } from '../../test/security-factories.ts';
import { answerTo, gapOf, saidNo } from './answers.ts';

const EARLIER = '2026-06-01T00:00:00.000Z';

describe('answerTo', () => {
  it.each([
    ['nothing said', [], 'not-stated'],
    ['another question', [anAttestation('router')], 'not-stated'],
    ['said tomorrow', [anAttestation('recovery', { statedAt: LATER })], 'not-stated'],
    ['ended at this moment', [anAttestation('recovery', { expiresAt: AS_OF })], 'expired'],
    [
      'an older one that would still count',
      [
        anAttestation('recovery', { statedAt: EARLIER }),
        anAttestation('recovery', { statedAt: YESTERDAY, expiresAt: AS_OF }),
      ],
      'expired',
    ],
    ['no concern of a question for all', [anAttestation('recovery', { answer: 'not-applicable' })], 'too-little'],
  ] as const)('%s: %s', (_, attestations, gap) => {
    expect(gapOf(answerTo('recovery', attestations, AS_OF))).toBe(gap);
  });

  it('takes the newest', () => {
    const said = [
      anAttestation('recovery', { answer: 'no' }),
      anAttestation('recovery', { answer: 'yes', statedAt: EARLIER }),
    ];
    expect(saidNo(answerTo('recovery', said, AS_OF))).toBe(true);
    expect(saidNo(answerTo('recovery', said.slice(1), AS_OF))).toBe(false);
  });

  it.each([
    ['yes', false, 'too-little'],
    ['yes', true, null],
    ['no', false, null],
  ] as const)('an audit, %s, file %s: %s', (answer, hasFile, gap) => {
    expect(gapOf(answerTo('external-audit', [anAttestation('external-audit', { answer, hasFile })], AS_OF))).toBe(gap);
  });

  it('lets a shop without servers say so', () => {
    const said = [anAttestation('own-servers', { answer: 'not-applicable' })];
    expect(answerTo('own-servers', said, AS_OF)).toEqual({ state: 'answered', answer: 'not-applicable' });
  });
});
