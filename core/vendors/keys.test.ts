import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  appKeys,
  foldedName,
  gatewayKeys,
  keyOfVendorId,
  keysOfFields,
  nameKey,
  sortedKeys,
  vendorIdOf,
} from './keys.ts';

describe('keys of vendors', () => {
  it.each([
    [{ handle: 'Judge-Me-Reviews', hosts: [] }, ['known:judge-me', 'app:judge-me-reviews']],
    [{ handle: 'invented', hosts: ['cdn.invented.example'] }, ['app:invented', 'host:invented.example']],
    [{ handle: null, hosts: ['a.klaviyo.com', 'b.klaviyo.com'] }, ['known:klaviyo']],
    [{ handle: null, hosts: [] }, []],
  ])('%j: %j', (fields, keys) => expect(keysOfFields(fields)).toEqual(keys));

  it.each([
    ['Courier  One', 'courier one'],
    [' ＣＯＵＲＩＥＲ one', 'courier one'], // full-width letters
    ['Cou\u200Brier\u202E one', 'courier one'],
    ['कूरियर', 'कूरियर'],
  ])('%j is compared as %j', (name, folded) => expect(foldedName(name)).toBe(folded));

  it('keeps two long names two', () => {
    const [a, b] = ['one', 'two'].map((end) => nameKey('name', `${'x'.repeat(300)}${end}`));
    expect(a).not.toBe(b);
    expect(gatewayKeys('y'.repeat(5_000))[0]?.length).toBeLessThan(60);
    expect(appKeys('z'.repeat(5_000))[0]?.length).toBeLessThan(110);
  });

  it('puts the surest first, whatever the order', () => {
    const keys = ['host:b.example', 'app:x', 'known:klaviyo', 'host:a.example', 'appid:1', 'odd'];
    const sorted = ['known:klaviyo', 'app:x', 'appid:1', 'host:a.example', 'host:b.example', 'odd'];
    fc.assert(
      fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (some) => {
        expect(sortedKeys([...some, ...some])).toEqual(sorted);
      }),
    );
  });
});

describe('ids of found vendors', () => {
  it('lead back to the key, and are fit for an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const key = nameKey('name', name).toWellFormed();
        const id = vendorIdOf(key);
        expect(id).toMatch(/^f-[A-Za-z0-9_-]+$/);
        expect(id.length).toBeLessThanOrEqual(300);
        expect(keyOfVendorId(id)).toBe(key);
      }),
    );
  });

  it('are what Buffer makes of them', () => {
    expect(vendorIdOf('name:कूरियर 🛵?')).toBe(`f-${Buffer.from('name:कूरियर 🛵?').toString('base64url')}`);
  });

  it.each([
    ['an entry’s id', 'a'.repeat(24)],
    ['nothing', 'f-'],
    ['no kind of key', `f-${Buffer.from('evil:x').toString('base64url')}`],
    ['no key', `f-${Buffer.from('klaviyo').toString('base64url')}`],
    ['bytes that are no text', `f-${Buffer.from([0xff, 0xfe]).toString('base64url')}`],
    ['padding', `${vendorIdOf('app:x')}=`],
    ['another way to write the same', `f-${'YXBwOng'.slice(0, -1)}h`],
    ['letters of another alphabet', 'f-YXBw+ng'],
    ['a path', 'f-../../etc'],
    ['too much', `f-${'YWFh'.repeat(100)}`],
  ])('%s is none', (_, id) => expect(keyOfVendorId(id)).toBeNull());
});
