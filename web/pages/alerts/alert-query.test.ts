import { describe, expect, it } from '@jest/globals';
import { addressOf, isNarrowed, listOfGroup, queryOf, searchOf, viewOf } from './alert-query.ts';

describe('the address of the alerts page', () => {
  it.each([
    ['', 'status=open&sort=severity&page=1'],
    ['status=all', 'sort=severity&page=1'],
    ['status=suppressed&sort=newest', 'status=suppressed&sort=newest&page=1'],
    [
      'severity=critical,high&area=gst&q=gstin&page=3',
      'status=open&severity=critical%2Chigh&area=gst&q=gstin&sort=severity&page=3',
    ],
    ['check=gst/tax-table,gst/gone', 'status=open&check=gst%2Ftax-table&sort=severity&page=1'],
    ['status=gone&severity=purple&sort=none&page=-2', 'sort=severity&page=1'], // words that are not ours
    ['subject=shop.example&group=control', 'status=open&subject=shop.example&sort=severity&page=1'],
    ['group=none&sort=due', 'status=open&sort=due&page=1'],
    ['page=1.5', 'status=open&sort=severity&page=1'],
  ])('?%s asks the server for %s', (address, search) => {
    expect(searchOf(queryOf(new URLSearchParams(address)))).toBe(search);
  });

  it.each([
    '',
    'status=all',
    'status=resolved&severity=low',
    'subject=shop.example&sort=due&group=subject&page=2',
    'area=security&check=gst/tax-table,gst/order-rates&q=tls&sort=oldest&page=2',
  ])('?%s comes back as itself', (address) => {
    expect(decodeURIComponent(addressOf(queryOf(new URLSearchParams(address))).toString())).toBe(address);
  });

  it('knows its view, and whether it is narrowed', () => {
    expect(viewOf(queryOf(new URLSearchParams('status=all')))).toBe('all');
    expect(isNarrowed(queryOf(new URLSearchParams('status=resolved')))).toBe(false);
    expect(isNarrowed(queryOf(new URLSearchParams('q=tls')))).toBe(true);
    expect(isNarrowed(queryOf(new URLSearchParams('check=gst/tax-table')))).toBe(true);
  });

  it('leads from a group to the list of its alerts, with the filters as they are', () => {
    const query = queryOf(new URLSearchParams('severity=high&group=control&page=3'));
    const group = { key: 'ENC-02', checkIds: ['security/certificate', 'security/old-tls'] };
    expect(decodeURIComponent(listOfGroup(query, 'control', group))).toBe(
      'severity=high&check=security/certificate,security/old-tls',
    );
    expect(listOfGroup(query, 'subject', { key: 'a&b', checkIds: [] })).toBe('severity=high&subject=a%26b');
  });

  it('cuts a search that is too long', () => {
    expect(queryOf(new URLSearchParams({ q: 'x'.repeat(500) })).q).toHaveLength(100);
  });
});
