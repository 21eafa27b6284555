import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appHandleOf, hostOf, lineageOf, scriptIdentity } from './script-identity.ts';

const UUID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b';
const OTHER_UUID = '0199ffff-3d4e-7f60-8a9b-0c1d2e3f4a5b';

describe('identity of a script', () => {
  it.each([
    [{ address: 'https://a.example/x.js', hash: 'sha256-a', scheme: 'https' }, 'https://a.example/x.js'],
    [{ address: null, hash: 'sha256-a', scheme: 'inline' }, 'sha256-a'],
    [{ address: null, hash: null, scheme: 'blob' }, 'blob:'],
  ] as const)('%j is %s', (script, identity) => expect(scriptIdentity(script)).toBe(identity));
});

describe('an app’s file', () => {
  it.each([
    [`https://cdn.shopify.com/extensions/${UUID}/invented-reviews-12/assets/x.js`, 'invented-reviews'],
    [`https://cdn.shopify.com/extensions/${UUID}/invented-reviews-1.4.2/assets/x.js`, 'invented-reviews'],
    [`https://cdn.shopify.com/extensions/${UUID}/top-10-reviews-12/assets/x.js`, 'top-10-reviews'],
    [`https://cdn.shopify.com/extensions/${UUID}/Reviews/assets/x.js`, 'reviews'],
    [`https://shop.example/cdn/extensions/${UUID}/reviews-3/assets/x.js`, 'reviews'],
    ['https://cdn.shopify.com/s/files/1/0001/theme.js', null],
    ['https://cdn.shopify.com/extensions/reviews-12/assets/x.js', null],
    ['sha256-abc', null],
  ])('%s: %s', (address, handle) => expect(appHandleOf(address)).toBe(handle));
});

describe('another release is the same script', () => {
  const app = (uuid: string, folder: string) => `https://cdn.shopify.com/extensions/${uuid}/${folder}/assets/x.js`;
  it.each([
    [app(UUID, 'reviews-12'), app(OTHER_UUID, 'reviews-13')],
    ['https://a.example/v3.2.1/x.js', 'https://a.example/v3.3.0/x.js'],
    ['https://a.example/v3/x.js', 'https://a.example/v4/x.js'],
    ['https://a.example/3.2.1/x.js', 'https://a.example/3.2.2-beta/x.js'],
    ['https://a.example/npm/react@18.2.0/x.js', 'https://a.example/npm/react@19.0.0/x.js'],
    ['https://a.example/x-3.2.1.js', 'https://a.example/x-3.2.2.min.js'],
    ['https://a.example/x.min.abc123.js', 'https://a.example/x.min.def456.js'],
    ['https://a.example/x.9f8e7d6c5b.js', 'https://a.example/x.js'],
    ['https://a.example/main-v12.js', 'https://a.example/main-v13.js'],
  ])('%s, %s', (one, other) => expect(lineageOf(one)).toBe(lineageOf(other)));

  it.each([
    ['another file', 'https://a.example/x.js', 'https://a.example/y.js'],
    ['another host', 'https://a.example/x.js', 'https://b.example/x.js'],
    ['no encryption', 'https://a.example/x.js', 'http://a.example/x.js'],
    ['another app', app(UUID, 'reviews-12'), app(UUID, 'widgets-12')],
    ['another account', 'https://a.example/1234/x.js', 'https://a.example/5678/x.js'],
    ['another text', 'sha256-a', 'sha256-b'],
    ['another frame', 'frame:a.example', 'frame:b.example'],
  ])('%s is another script', (_what, one, other) => expect(lineageOf(one)).not.toBe(lineageOf(other)));

  it('inline, when it names the same hosts', () => {
    expect(lineageOf('sha256-a', ['b.example', 'a.example'])).toBe(lineageOf('sha256-b', ['a.example', 'b.example']));
    expect(lineageOf('sha256-a', ['a.example'])).not.toBe(lineageOf('sha256-a', ['b.example']));
  });

  it('of whatever address, and reading it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
        const lineage = lineageOf(address);
        expect(lineageOf(address)).toBe(lineage);
        if (hostOf(address) !== null) expect(hostOf(lineage)).toBe(hostOf(address));
      }),
    );
  });

  it.each([
    ['digits', `https://a.example/${'1.'.repeat(200_000)}js`],
    ['dashes', `https://a.example/${'-a1'.repeat(200_000)}`],
    ['hex', `https://a.example/x.${'a'.repeat(400_000)}.js`],
    ['folders', `https://a.example/${'v1/'.repeat(200_000)}`],
  ])('a long row of %s is read', (_what, address) => expect(hostOf(lineageOf(address))).toBe('a.example'));
});
