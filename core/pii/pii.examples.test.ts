import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isLuhnValid } from './luhn.ts';
import { scanText } from './scan.ts';
import { isVerhoeffValid } from './verhoeff.ts';

interface Examples {
  readonly checksums: readonly {
    readonly algo: 'luhn' | 'verhoeff';
    readonly value: string;
    readonly valid: boolean;
  }[];
  readonly texts: readonly {
    readonly id: string;
    readonly text: string;
    readonly expect: readonly { readonly type: string; readonly last4: string }[];
  }[];
}

const file = join(import.meta.dirname, '../../test/examples/security/pii-and-checksums.examples.json');
const { checksums, texts } = JSON.parse(readFileSync(file, 'utf8')) as Examples;

describe('the examples of check digits and texts', () => {
  it.each(checksums.map(({ algo, value, valid }) => [algo, value, valid] as const))(
    '%s of %s: %s',
    (algo, value, valid) => {
      expect(algo === 'luhn' ? isLuhnValid(value) : isVerhoeffValid(value)).toBe(valid);
    },
  );

  it.each(texts.map(({ id, text, expect: found }) => [id, text, found] as const))('%s: %s', (_id, text, found) => {
    expect(scanText(text).map(({ type, lastFour }) => ({ type, last4: lastFour }))).toEqual(found);
  });
});
