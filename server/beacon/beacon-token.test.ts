import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KeyRing } from '../store/key-ring.ts';
import { newRound } from './beacon-store.ts';
import { beaconTokens } from './beacon-token.ts';

const OLD = `old:${randomBytes(32).toString('base64')}`;
const NEW = `new:${randomBytes(32).toString('base64')}`;
const tokens = (ring: string) => beaconTokens(KeyRing.parse(ring));
const bearer = { shop: 'marigold.myshopify.com', round: newRound() };
const token = tokens(OLD).sign(bearer);
const [keyId = '', handle = '', round = '', mac = ''] = token.split('.');
/** The same bytes, one bit changed. */
const bent = (word: string) => {
  const bytes = Buffer.from(word, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64url');
};

describe('a beacon’s token', () => {
  it('says for whom it speaks, and fits into a report of 1 KB', () => {
    expect(tokens(OLD).read(token)).toEqual(bearer);
    expect(tokens(`${NEW},${OLD}`).read(token)).toEqual(bearer);
    const longest = tokens(OLD).sign({ ...bearer, shop: `${'a'.repeat(100)}.myshopify.com` });
    expect(longest.length).toBeLessThanOrEqual(250);
    expect(tokens(OLD).read(longest)?.shop).toHaveLength(114);
  });

  it.each([
    ['another shop', `${keyId}.jasmine.${round}.${mac}`],
    ['another round', `${keyId}.${handle}.${newRound()}.${mac}`],
    ['another signature', `${keyId}.${handle}.${round}.${bent(mac)}`],
    ['a key that nobody has', `none.${handle}.${round}.${mac}`],
    ['a short signature', `${keyId}.${handle}.${round}.${mac.slice(1)}`],
    ['no signature', `${keyId}.${handle}.${round}.`],
    ['a part too many', `${token}.${mac}`],
    ['a name with a dot', `${keyId}.a.b.${round}.${mac}`],
    ['a name in capitals', `${keyId}.MARIGOLD.${round}.${mac}`],
    ['an inherited name', `__proto__.${handle}.${round}.${mac}`],
    ['nothing', ''],
    ['a line after it', `${token}\n`],
  ])('is none with %s', (_what, forged) => {
    expect(tokens(OLD).read(forged)).toBeNull();
  });

  it('is none once its key has left the ring', () => {
    expect(tokens(NEW).read(token)).toBeNull();
  });

  it('is not what another key would sign', () => {
    const other = tokens(`old:${randomBytes(32).toString('base64')}`);
    expect(other.read(token)).toBeNull();
  });
});
