import { describe, expect, it } from '@jest/globals';
import { LONGEST_SUBJECT, cutSubject, fingerprint } from './fingerprint.ts';

describe('fingerprint', () => {
  it('is readable and stable: alerts are known by it for ever', () => {
    expect(fingerprint('security/domain-tls', 'shop.example')).toBe('security/domain-tls:shop.example');
  });
});

describe('cutSubject', () => {
  it.each([
    ['shop.example', 'shop.example'],
    ['x'.repeat(LONGEST_SUBJECT), 'x'.repeat(LONGEST_SUBJECT)],
    ['', ''],
  ])('leaves %j', (subject, kept) => {
    expect(cutSubject(subject)).toBe(kept);
  });

  it('gives a long one a sum of the whole, always the same', () => {
    const cut = cutSubject('a'.repeat(300));
    expect(cut).toBe(cutSubject('a'.repeat(300)));
    expect(cut).toMatch(/^a{191}~[0-9a-f]{8}$/);
    expect(cutSubject(`${'a'.repeat(300)}b`)).not.toBe(cut);
  });

  it('cuts no character in half', () => {
    expect(cutSubject('🙂'.repeat(150)).isWellFormed()).toBe(true);
  });
});
