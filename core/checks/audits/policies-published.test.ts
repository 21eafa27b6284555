import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aPolicy, someEvidence } from '../../../test/factories.ts';
import { policiesPublished } from './policies-published.ts';

const all = someEvidence().policies;
const without = (gone: string) => all.filter(({ type }) => type !== gone);

describe('security/policies-published', () => {
  it.each([
    ['all five', all, []],
    ['no refund policy', without('REFUND_POLICY'), ['missing REFUND_POLICY']],
    [
      'an empty one',
      [...without('REFUND_POLICY'), aPolicy('REFUND_POLICY', { lengthChars: 0 })],
      ['empty REFUND_POLICY'],
    ],
    ['others do not count', [...without('PRIVACY_POLICY'), aPolicy('LEGAL_NOTICE')], ['missing PRIVACY_POLICY']],
    [
      'none',
      [],
      [
        'missing PRIVACY_POLICY',
        'missing REFUND_POLICY',
        'missing SHIPPING_POLICY',
        'missing TERMS_OF_SERVICE',
        'missing CONTACT_INFORMATION',
      ],
    ],
  ])('%s', (_, policies, found) => {
    const { findings } = assess(policiesPublished, { policies });
    expect(findings.map(({ messageId, subject }) => `${messageId} ${subject}`)).toEqual(found);
  });
});
