import { describe, expect, it } from '@jest/globals';
import { BeaconReport } from './beacon-report.ts';

const HASH = `sha256-${'A'.repeat(43)}=`;
const GOOD = { token: 'a.b.c.d', page: 'home', scripts: ['https://cdn.reviews.example/x.js'], inline: [HASH] };
const takes = (over: object) => BeaconReport.safeParse({ ...GOOD, ...over }).success;

describe('BeaconReport', () => {
  it.each([
    [{}],
    [{ page: 'other', scripts: [], inline: [] }],
    [{ scripts: ['http://old.example/x.js', 'https://a.example:8443/', 'https://xn--11b4c3d.example/%E0%A4%95.js'] }],
  ])('takes %j', (over) => {
    expect(takes(over)).toBe(true);
  });

  it.each([
    ['a query', { scripts: ['https://cdn.reviews.example/x.js?customer=7'] }],
    ['a fragment', { scripts: ['https://cdn.reviews.example/x.js#a'] }],
    ['a name and password', { scripts: ['https://me:word@cdn.reviews.example/x.js'] }],
    ['javascript:', { scripts: ['javascript:alert(1)'] }],
    ['data:', { scripts: ['data:text/javascript,1'] }],
    ['markup', { scripts: ['https://cdn.reviews.example/"><script>.js'] }],
    ['an address with a line end', { scripts: ['https://cdn.reviews.example/x.js\n'] }],
    ['an address that reads backwards', { scripts: ['https://cdn.reviews.example/\u202Egnp.js'] }],
    ['a host in capitals', { scripts: ['https://CDN.reviews.example/x.js'] }],
    ['an address without path', { scripts: ['https://cdn.reviews.example'] }],
    ['an address of 501 characters', { scripts: [`https://cdn.reviews.example/${'x'.repeat(473)}`] }],
    ['61 addresses', { scripts: Array.from({ length: 61 }, (_, at) => `https://a.example/${at}`) }],
    ['21 hashes', { inline: Array.from({ length: 21 }, () => HASH) }],
    ['a hash of another kind', { inline: [`sha384-${'A'.repeat(64)}`] }],
    ['a text for a hash', { inline: ['window.late = 1'] }],
    ['a page of no kind', { page: '/products/kurta' }],
    ['no token', { token: undefined }],
    ['a field that nobody asked for', { visitor: 'Meera' }],
    ['an operator of the store', { token: { $ne: '' } }],
  ])('refuses %s', (_what, over) => {
    expect(takes(over)).toBe(false);
  });
});
