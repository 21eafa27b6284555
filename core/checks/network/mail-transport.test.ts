import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someDomainRecords } from '../../../test/security-factories.ts';
import type { DomainRecords, Zone } from '../../evidence/dns.ts';
import { mailTransport } from './mail-transport.ts';

const DOMAIN = 'invented-shop.example';
const MAIL: Zone = { [DOMAIN]: { MX: ['10 mx.invented-shop.example'] } };
const STS: Zone = { [`_mta-sts.${DOMAIN}`]: { TXT: ['v=STSv1; id=1'] } };
const RPT: Zone = { [`_smtp._tls.${DOMAIN}`]: { TXT: ['v=TLSRPTv1; rua=mailto:a@a.example'] } };
const judged = (zone: Zone, unanswered: string[] = [], over: Partial<DomainRecords> = {}) =>
  assess(mailTransport, { dns: [someDomainRecords({ zone, unanswered, ...over })] });

describe('security/mail-transport', () => {
  it.each([
    ['both', { ...MAIL, ...STS, ...RPT }, []],
    ['neither', MAIL, ['neither']],
    ['reports alone', { ...MAIL, ...RPT }, ['policy']],
    ['a policy alone', { ...MAIL, ...STS }, ['reports']],
  ])('%s', (_, zone, wanted) => {
    expect(judged(zone).findings.map(({ messageId }) => messageId)).toEqual(wanted);
  });

  it.each([
    ['enforce', []],
    ['testing', ['notEnforced']],
    ['none', ['notEnforced']],
    ['unreadable', ['noFile']],
  ] as const)('a policy in mode %s: %j', (mailPolicyMode, wanted) => {
    const { findings } = judged({ ...MAIL, ...STS, ...RPT }, [], { mailPolicyMode });
    expect(findings.map(({ messageId }) => messageId)).toEqual(wanted);
  });

  it('does not apply where no mail comes in, and says where it does not know', () => {
    expect(judged({}).outcome).toBe('notApplicable');
    expect(judged({}, [`MX ${DOMAIN}`]).outcome).toBe('notAssessed');
    expect(judged(MAIL, [`TXT _mta-sts.${DOMAIN}`])).toMatchObject({ outcome: 'notAssessed', findings: [] });
  });
});
