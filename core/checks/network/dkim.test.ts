import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { generateKeyPairSync } from 'node:crypto';
import { someDomainRecords } from '../../../test/security-factories.ts';
import type { Zone } from '../../evidence/dns.ts';
import { dkim } from './dkim.ts';

const DOMAIN = 'invented-shop.example';
const key = (bits: number) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
};
const GOOGLE: Zone = { [DOMAIN]: { MX: ['1 aspmx.l.google.com'] } };
const judged = (zone: Zone, dkimSelectors = ['google', 'default'], unanswered: string[] = []) =>
  assess(dkim, { dns: [someDomainRecords({ zone, dkimSelectors, unanswered })] });
const at = (selector: string, record: string): Zone => ({ [`${selector}._domainkey.${DOMAIN}`]: { TXT: [record] } });

describe('security/dkim', () => {
  it.each([
    ['2,048 bits', at('google', key(2_048)), 'pass', []],
    ['1,024 bits', at('google', key(1_024)), 'pass', ['short info']],
    ['512 bits', at('google', key(512)), 'fail', ['weak medium']],
    ['withdrawn', at('google', 'v=DKIM1; p='), 'fail', ['weak medium']],
    ['none', {}, 'fail', ['missing medium']],
    ['one short, one long', { ...at('google', key(1_024)), ...at('default', key(2_048)) }, 'pass', []],
    ['one withdrawn, one good', { ...at('google', 'v=DKIM1; p='), ...at('default', key(2_048)) }, 'pass', []],
  ])('%s', (_, zone, outcome, wanted) => {
    const result = judged({ ...GOOGLE, ...zone });
    expect(result.findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
    expect(result.outcome).toBe(outcome);
  });

  it.each([
    ['of a service whose selectors are not known', { [DOMAIN]: { MX: ['1 mx.unknown.example'] } }, ['default'], []],
    ['where its selectors were not tried', GOOGLE, ['default'], []],
    ['where the question stayed open', GOOGLE, ['google'], [`TXT google._domainkey.${DOMAIN}`]],
    ['where nobody knows whether it sends', {}, ['google'], [`MX ${DOMAIN}`]],
  ])('tells no missing key %s', (_, zone, selectors, unanswered) => {
    expect(judged(zone, selectors, unanswered)).toMatchObject({
      outcome: 'notAssessed',
      findings: [],
      notAssessed: [{ reason: 'too-little' }],
    });
  });

  it('does not apply to a domain that sends nothing', () => {
    expect(judged({ [DOMAIN]: { TXT: ['v=spf1 -all'], MX: ['0 .'] } }).outcome).toBe('notApplicable');
  });
});
