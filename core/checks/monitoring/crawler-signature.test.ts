import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aHostProbe, aStorefront } from '../../../test/security-factories.ts';
import { crawlerSignature } from './crawler-signature.ts';

const judged = (signatureEndsOn: string | null) =>
  assess(crawlerSignature, { storefront: aStorefront({ hosts: [aHostProbe({ signatureEndsOn })] }) });

describe('security/crawler-signature', () => {
  it.each([
    ['2026-12-07', []],
    ['2026-12-06', ['soon low']],
    ['2026-11-22', ['soon low']],
    ['2026-11-21', ['ended medium']],
  ])('ends on %s, seen on 22 November', (day, wanted) => {
    const { findings } = judged(day);
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('does not apply where none is sent', () => {
    expect(judged(null).outcome).toBe('notApplicable');
  });
});
