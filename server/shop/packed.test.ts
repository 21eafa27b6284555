import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pack, TooLargeToKeepError, unpack } from './packed.ts';

const LIMIT = { maxChars: 100_000 };
const long = { name: 'साड़ी '.repeat(10_000), list: [1, null, true] };

describe('a packed record', () => {
  it.each<[string, unknown]>([
    ['a short one', { a: 1 }],
    ['a long one in Hindi', long],
    ['null', null],
    ['a text', 'br1:'],
  ])('gives back %s', async (_what, value) => {
    expect(await unpack(await pack(value, LIMIT))).toEqual(value);
  });

  it('is much shorter than what repeats itself in it', async () => {
    expect((await pack(long, LIMIT)).length).toBeLessThan(JSON.stringify(long).length / 50);
  });

  it('opens what was kept before there was packing', async () => {
    expect(await unpack(JSON.stringify(long))).toEqual(long);
  });

  it('that would not fit is refused by its packed length', async () => {
    const noise = randomBytes(60_000).toString('base64');
    await expect(pack(noise, { maxChars: 60_000 })).rejects.toBeInstanceOf(TooLargeToKeepError);
    expect(await unpack(await pack(noise, { maxChars: 100_000 }))).toBe(noise);
  });

  it.each(['br1:AAAA', 'br1:', '{"a":'])('%s opens as nothing', async (text) => {
    await expect(unpack(text)).rejects.toThrow();
  });
});
