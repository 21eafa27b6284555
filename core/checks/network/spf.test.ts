import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someDomainRecords } from '../../../test/security-factories.ts';
import type { Zone } from '../../evidence/dns.ts';
import { spf } from './spf.ts';

const judged = (record: string | null, zone: Zone = {}, unanswered: string[] = []) => {
  const at: Zone = record === null ? {} : { 'invented-shop.example': { TXT: [record] } };
  return assess(spf, { dns: [someDomainRecords({ zone: { ...at, ...zone }, unanswered })] });
};
const many = Array.from({ length: 11 }, (_, n) => `exists:s${n}.%{i}.example`).join(' ');

describe('security/spf', () => {
  it.each([
    ['v=spf1 -all', []],
    ['v=spf1 ~all', []],
    [null, ['missing medium']],
    ['v=spf1 +all', ['open medium']],
    ['v=spf1 ?all', ['undecided low']],
    ['v=spf1 ip4:192.0.2.1', ['undecided low']],
    ['v=spf1 ip4:1 -all', ['syntax medium']],
    [`v=spf1 ${many} -all`, ['too-many-lookups medium']],
    ['v=spf1 a:x.example a:y.example a:z.example -all', ['too-many-void-lookups medium']],
    ['v=spf1 redirect=invented-shop.example', ['loop medium']],
    ['v=spf1 include:gone.example -all', ['no-record-at-target medium']],
  ])('%s', (record, wanted) => {
    const { findings } = judged(record);
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('tells how many look-ups are too many, and where two records stand', () => {
    expect(judged(`v=spf1 ${many} -all`).findings).toMatchObject([{ data: { lookups: 11, most: 10 } }]);
    const twice: Zone = { 'b.example': { TXT: ['v=spf1 -all', 'v=spf1 ~all'] } };
    expect(judged('v=spf1 include:b.example -all', twice).findings).toMatchObject([
      { messageId: 'several-records', data: { at: 'b.example' } },
    ]);
  });

  it('judges nothing that hangs on a question without an answer', () => {
    const open = judged('v=spf1 include:b.example -all', {}, ['TXT b.example']);
    expect(open).toMatchObject({
      outcome: 'notAssessed',
      findings: [],
      notAssessed: [{ kind: 'dns', reason: 'too-little' }],
    });
    expect(judged('v=spf1 -all', {}, ['TXT b.example']).outcome).toBe('pass');
  });

  it('does not apply to a shop without a domain of its own', () => {
    expect(assess(spf, { dns: [] }).outcome).toBe('notApplicable');
  });
});
