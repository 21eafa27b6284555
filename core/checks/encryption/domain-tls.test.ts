import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { aDomain } from '../../../test/factories.ts';
import { domainTls } from './domain-tls.ts';

describe('security/domain-tls', () => {
  it.each([
    ['a ready domain', [aDomain()], []],
    ['the main domain', [aDomain({ isTlsReady: false })], ['primary critical']],
    [
      'a second domain',
      [aDomain(), aDomain({ host: 'old.example', isPrimary: false, isTlsReady: false })],
      ['other high'],
    ],
  ])('%s', (_, domains, found) => {
    const { findings } = assess(domainTls, { domains });
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(found);
  });

  it('does not apply without domains', () => {
    expect(assess(domainTls, { domains: [] }).outcome).toBe('notApplicable');
  });
});
