import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { someDomainRecords } from '../../../test/security-factories.ts';
import { dmarc } from './dmarc.ts';

const judged = (records: string[], unanswered: string[] = []) => {
  const zone = { '_dmarc.invented-shop.example': { TXT: records } };
  return assess(dmarc, { dns: [someDomainRecords({ zone, unanswered })] });
};

describe('security/dmarc', () => {
  it.each([
    [['v=DMARC1; p=reject'], []],
    [['v=DMARC1; p=QUARANTINE; pct=100'], []],
    [['v=DMARC1; p=none; rua=mailto:a@a.example'], ['watching medium']],
    [['v=DMARC1; p=reject; pct=20'], ['part low']],
    [[], ['missing high']],
    [['v=DMARC1; p=rejekt'], ['unreadable high']],
    [['v=DMARC1; p=reject', 'v=DMARC1; p=reject'], ['several high']],
  ])('%j', (records, wanted) => {
    const { findings } = judged(records);
    expect(findings.map(({ messageId, severity }) => `${messageId} ${severity}`)).toEqual(wanted);
  });

  it('is asked of a domain that takes no mail in', () => {
    const zone = { 'invented-shop.example': { TXT: ['v=spf1 -all'], MX: ['0 .'] } };
    expect(assess(dmarc, { dns: [someDomainRecords({ zone })] }).outcome).toBe('fail');
  });

  it('does not call missing what was not answered', () => {
    expect(judged([], ['TXT _dmarc.invented-shop.example'])).toMatchObject({ outcome: 'notAssessed', findings: [] });
  });
});
