import { describe, expect, it } from '@jest/globals';
import { addressOf, isNarrowed, queryOf, searchOf, viewOf } from './alert-query.ts';

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
    ['page=1.5', 'status=open&sort=severity&page=1'],
  ])('?%s asks the server for %s', (address, search) => {
    expect(searchOf(queryOf(new URLSearchParams(address)))).toBe(search);
  });

  it.each([
    '',
    'status=all',
    'status=resolved&severity=low',
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

  it('cuts a search that is too long', () => {
    expect(queryOf(new URLSearchParams({ q: 'x'.repeat(500) })).q).toHaveLength(100);
  });
});
