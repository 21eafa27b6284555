import { describe, expect, it } from '@jest/globals';
import { dmarcVerdict } from './dmarc.ts';

const at = (...records: string[]) => dmarcVerdict({ '_dmarc.a.example': { TXT: records } }, 'a.example', 'a.example');

describe('dmarcVerdict', () => {
  it.each([
    ['v=DMARC1; p=reject', 'reject', 100, 'pass'],
    ['v=DMARC1;p=quarantine;', 'quarantine', 100, 'pass'],
    ['v = DMARC1 ; P = Reject', 'reject', 100, 'pass'],
    ['v=DMARC1; p=REJECT; pct=100', 'reject', 100, 'pass'],
    ['v=DMARC1; p=none', 'none', 100, 'warn'],
    ['v=DMARC1; p=reject; pct=99', 'reject', 99, 'warn'],
    ['v=DMARC1; p=quarantine; pct=0', 'quarantine', 0, 'warn'],
    ['v=DMARC1; p=reject; pct=101', 'reject', 100, 'pass'], // no number that receivers read
    ['v=DMARC1; p=reject; pct=50%', 'reject', 100, 'pass'],
    ['v=DMARC1; p=reject; sp=none', 'reject', 100, 'pass'], // sp is for the subdomains
    ['v=DMARC1; x-new=1; p=reject; fo=1; adkim=s', 'reject', 100, 'pass'],
    ['v=DMARC1; p=rejekt', 'invalid', 100, 'fail'],
    ['v=DMARC1; p=rejekt; rua=mailto:a@a.example', 'invalid', 100, 'fail'],
    ['v=DMARC1', 'invalid', 100, 'fail'],
    ['v=DMARC1; p=', 'invalid', 100, 'fail'],
    ['v=DMARC1; p=none; p=reject', 'invalid', 100, 'fail'],
    ['v=DMARC1; p=reject; hello', 'reject', 100, 'pass'], // receivers read on
    ['v=DMARC1 p=reject', 'invalid', 100, 'fail'],
    ['v=dmarc1; p=reject', 'invalid', 100, 'fail'],
    ['v=DMARC12; p=reject', 'invalid', 100, 'fail'],
    ['p=reject; v=DMARC1', 'missing', 100, 'fail'],
    ['hello', 'missing', 100, 'fail'],
  ])('%s: %s', (record, policy, pct, outcome) => {
    expect(at(record)).toMatchObject({ policy, pct, outcome });
  });

  it.each([
    ['rua=mailto:a@a.example', true],
    ['rua=mailto:a@a.example!10m, mailto:b@b.example', true],
    ['rua=https://a.example, MAILTO:b@b.example', true],
    ['rua=a@a.example', false],
    ['rua=mailto:', false],
    ['ruf=mailto:a@a.example', false],
  ])('%s: reports %s', (tag, hasReports) => {
    expect(at(`v=DMARC1; p=reject; ${tag}`).hasReports).toBe(hasReports);
  });

  it('takes two records for none', () => {
    expect(at('v=DMARC1; p=reject', 'v=DMARC1; p=none')).toMatchObject({ policy: 'several', outcome: 'fail' });
    expect(at('v=DMARC1; p=reject', 'hello').policy).toBe('reject');
  });

  it.each([
    ['v=DMARC1; p=reject', 'reject'],
    ['v=DMARC1; p=reject; sp=none', 'none'],
    ['v=DMARC1; p=none; sp=Quarantine', 'quarantine'],
    ['v=DMARC1; p=reject; sp=no', 'invalid'],
    ['v=DMARC1; p=; sp=reject', 'invalid'],
  ])('a subdomain under %s: %s', (record, policy) => {
    const verdict = dmarcVerdict({ '_dmarc.a.example': { TXT: [record] } }, 'shop.a.example', 'a.example');
    expect(verdict).toMatchObject({ policy, foundAt: '_dmarc.a.example' });
    expect(verdict.questions).toEqual(['TXT _dmarc.shop.a.example', 'TXT _dmarc.a.example']);
  });

  it('prefers the record of the subdomain itself, and two of it end the search', () => {
    const parent = { '_dmarc.a.example': { TXT: ['v=DMARC1; p=reject'] } };
    const own = (...records: string[]) =>
      dmarcVerdict({ ...parent, '_dmarc.shop.a.example': { TXT: records } }, 'shop.a.example', 'a.example');
    expect(own('v=DMARC1; p=none; sp=reject')).toMatchObject({ policy: 'none', foundAt: '_dmarc.shop.a.example' });
    expect(own('v=DMARC1; p=none', 'v=DMARC1; p=none').policy).toBe('several');
    expect(own('hello').policy).toBe('reject');
  });

  it('joins the strings of one record', () => {
    const zone = { '_dmarc.a.example': { TXT: [['v=DMARC1; p=rej', 'ect']] } };
    expect(dmarcVerdict(zone, 'a.example', 'a.example').policy).toBe('reject');
  });
});
