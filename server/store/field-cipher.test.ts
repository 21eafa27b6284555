import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createFieldCipher } from './field-cipher.ts';
import type { ShopKeys } from './field-cipher.ts';
import { KeyMissingError, KeyRingError, TamperedError } from './key-errors.ts';
import { KeyRing } from './key-ring.ts';

const A = 'a-invented.myshopify.com';
const B = 'b-invented.myshopify.com';
const PLACE = { collection: 'things', field: 'secret', id: '1' };

/** Keys in memory. */
function keysInMemory(): ShopKeys {
  const keys = new Map<string, { id: string; key: Buffer }>();
  return {
    async current(shop) {
      const key = keys.get(shop) ?? { id: randomBytes(6).toString('hex'), key: randomBytes(32) };
      keys.set(shop, key);
      return key;
    },
    async named(shop, keyId) {
      const key = keys.get(shop);
      if (key?.id !== keyId) throw new KeyMissingError();
      return key;
    },
    async forget(shop) {
      keys.delete(shop);
    },
  };
}

describe('field cipher', () => {
  it.each(['', 'x', 'व्यापारी', 'a'.repeat(10_000)])('opens what it sealed', async (plain) => {
    const cipher = createFieldCipher(keysInMemory());
    expect(await cipher.open(A, PLACE, await cipher.seal(A, PLACE, plain))).toBe(plain);
  });

  it('never seals the same value the same way', async () => {
    const cipher = createFieldCipher(keysInMemory());
    expect(await cipher.seal(A, PLACE, 'x')).not.toBe(await cipher.seal(A, PLACE, 'x'));
  });

  it.each([
    ['another document', { ...PLACE, id: '2' }],
    ['another field', { ...PLACE, field: 'other' }],
    ['another collection', { ...PLACE, collection: 'others' }],
  ])('does not open a value moved to %s', async (_name, place) => {
    const cipher = createFieldCipher(keysInMemory());
    const sealed = await cipher.seal(A, PLACE, 'x');
    await expect(cipher.open(A, place, sealed)).rejects.toBeInstanceOf(TamperedError);
  });

  it("does not open another shop's value", async () => {
    const cipher = createFieldCipher(keysInMemory());
    await cipher.seal(B, PLACE, 'y');
    const sealed = await cipher.seal(A, PLACE, 'x');
    await expect(cipher.open(B, PLACE, sealed)).rejects.toBeInstanceOf(KeyMissingError);
  });

  it.each([
    ['a changed character', (sealed: string) => sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A')],
    ['a cut end', (sealed: string) => sealed.slice(0, -6)],
    ['another version', (sealed: string) => sealed.replace('v1', 'v2')],
    ['plain text', () => 'shpat_plain'],
    ['nothing', () => ''],
  ])('finds %s', async (_name, spoil) => {
    const cipher = createFieldCipher(keysInMemory());
    const sealed = await cipher.seal(A, PLACE, 'secret');
    await expect(cipher.open(A, PLACE, spoil(sealed))).rejects.toBeInstanceOf(TamperedError);
  });

  it('opens nothing of a forgotten shop, and starts afresh', async () => {
    const cipher = createFieldCipher(keysInMemory());
    const sealed = await cipher.seal(A, PLACE, 'x');
    await cipher.forget(A);
    await expect(cipher.open(A, PLACE, sealed)).rejects.toBeInstanceOf(KeyMissingError);
    expect(await cipher.open(A, PLACE, await cipher.seal(A, PLACE, 'y'))).toBe('y');
  });

  it('indexes equal values of one shop and purpose alike, and of two shops never', async () => {
    const cipher = createFieldCipher(keysInMemory());
    const index = await cipher.blindIndex(A, 'gstin', 'same');
    expect(await cipher.blindIndex(A, 'gstin', 'same')).toBe(index);
    expect(await cipher.blindIndex(A, 'email', 'same')).not.toBe(index);
    expect(await cipher.blindIndex(B, 'gstin', 'same')).not.toBe(index);
  });
});

describe('key ring', () => {
  const key = (): string => randomBytes(32).toString('base64');

  it('makes the first key active', () => {
    const ring = KeyRing.parse(`new:${key()},old:${key()}`);
    expect([ring.activeId, ring.ids]).toEqual(['new', ['new', 'old']]);
  });

  it('opens what an older key wrapped', () => {
    const old = key();
    const { rootKeyId, wrapped } = KeyRing.parse(`old:${old}`).wrap(['x'], Buffer.from('data key'));
    expect(KeyRing.parse(`new:${key()},old:${old}`).unwrap(rootKeyId, ['x'], wrapped).toString()).toBe('data key');
    expect(() => KeyRing.parse(`new:${key()}`).unwrap(rootKeyId, ['x'], wrapped)).toThrow(KeyMissingError);
    expect(() => KeyRing.parse(`old:${key()}`).unwrap(rootKeyId, ['x'], wrapped)).toThrow(TamperedError);
  });

  it.each([
    '',
    'a',
    'a:',
    `:${'A'.repeat(43)}=`,
    'a:c2hvcnQ=',
    `a:${'A'.repeat(43)}=:b`,
    `a b:${'A'.repeat(43)}=`,
    `a:${'A'.repeat(43)}=,a:${'B'.repeat(43)}=`,
  ])('refuses "%s" without repeating it', (text) => {
    expect(() => KeyRing.parse(text)).toThrow(KeyRingError);
    expect(() => KeyRing.parse(text)).not.toThrow('AAAA');
  });
});
