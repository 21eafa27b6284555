import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someDomainRecords } from '../../../test/security-factories.ts';
import type { AliasSeen } from '../../evidence/dns.ts';
import { danglingDns } from './dangling-dns.ts';

const alias = (state: AliasSeen['state']): AliasSeen => ({
  name: 'sale.a.example',
  target: 'gone.service.example',
  state,
});
const judged = (aliases: AliasSeen[], unanswered: string[] = []) =>
  assess(danglingDns, { dns: [someDomainRecords({ aliases, unanswered })] });

describe('security/dangling-dns', () => {
  it.each([
    ['none', [], 'pass', []],
    ['in use', [alias('resolves')], 'pass', []],
    ['free to claim', [alias('unclaimed')], 'fail', ['unclaimed high']],
    ['gone', [alias('missing')], 'fail', ['missing medium']],
    ['not known', [alias('unknown')], 'notAssessed', []],
  ])('%s', (_, aliases, outcome, wanted) => {
    const result = judged(aliases);
    expect(result.findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
    expect(result.outcome).toBe(outcome);
  });

  it('passes nothing where an alias was asked for and no answer came', () => {
    expect(judged([], ['CNAME shop.a.example']).outcome).toBe('notAssessed');
    expect(judged([], ['CAA a.example']).outcome).toBe('pass');
  });
});
