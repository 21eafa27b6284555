import { describe, expect, it } from '@jest/globals';
import { appNumber, hostOf, httpsAddress, outsideName, reservingApp } from './outside-names.ts';

describe('what other firms write', () => {
  it.each([
    ['Invented Parcel', 'Invented Parcel'],
    ['  two\n lines\t', 'two lines'],
    ['Godown\u202Exe.gpj', 'Godownxe.gpj'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['डाक', 'डाक'],
    ['x'.repeat(300), 'x'.repeat(200)],
    ['', null],
    [' \u200B\u0007', null],
    [null, null],
    [undefined, null],
  ])('the name %j stands as %j', (text, shown) => {
    expect(outsideName(text)).toBe(shown);
  });

  it('is cut between letters, not within one', () => {
    expect([...(outsideName('🪔'.repeat(300)) ?? '')]).toHaveLength(200);
  });

  it.each([
    ['https://rates.parcel.example/v1/quote?key=secret#x', 'rates.parcel.example'],
    ['https://user:pass@rates.parcel.example:8443/', 'rates.parcel.example'],
    ['http://RATES.parcel.example.', 'rates.parcel.example'],
    ['https://पार्सल.example/', 'xn--n2bmgx2a5g.example'],
    ['https://[::1]/', '[::1]'],
    ['ftp://rates.parcel.example/', null],
    ['rates.parcel.example', null],
    ['javascript:alert(1)', null],
    ['https://', null],
    ['https://a b/', null],
    [`https://x.example/${'y'.repeat(2_000)}`, null],
    [null, null],
  ])('of the address %j the host is %j', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  it.each([
    ['https://a.example/privacy?x=1#y', 'https://a.example/privacy'],
    ['http://a.example/privacy', null],
    ['https://user@a.example/', null],
    ['//a.example/', null],
    ['data:text/html,x', null],
    [`https://a.example/${'y'.repeat(600)}`, null],
  ])('the address %j is followed as %j', (address, shown) => {
    expect(httpsAddress(address)).toBe(shown);
  });

  it.each([
    ['gid://shopify/App/123', '123'],
    ['gid://shopify/Shop/123', null],
    ['gid://shopify/App/12x', null],
    ['123', null],
  ])('the app of %j is %j', (gid, number) => {
    expect(appNumber(gid)).toBe(number);
  });

  it.each([
    ['app--123--reviews', '123'],
    ['app--123', '123'],
    ['app--123-x', null],
    ['custom', null],
    ['$app:reviews', null],
    ['myapp--123--x', null],
    ['app--12a--x', null],
  ])('the namespace %j is of app %j', (namespace, number) => {
    expect(reservingApp(namespace)).toBe(number);
  });
});
