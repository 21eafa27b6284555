import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { ADMIN_API_VERSION } from '../shopify/admin-api.ts';
import { isCountryCode } from './country-codes.ts';

interface Published {
  readonly data: {
    readonly __schema: {
      readonly types: readonly { readonly name: string; readonly enumValues: readonly { readonly name: string }[] }[];
    };
  };
}

it('knows the countries that Shopify takes, and not the unknown one', () => {
  const toolkit = createRequire(import.meta.url).resolve('@shopify/ai-toolkit/package.json');
  const file = join(toolkit, '..', `skills/shopify-admin/assets/admin_${ADMIN_API_VERSION}.json.br`);
  const { data } = JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')) as Published;
  const codes =
    data.__schema.types.find(({ name }) => name === 'CountryCode')?.enumValues.map(({ name }) => name) ?? [];
  expect(codes.length).toBeGreaterThan(200);
  expect(codes.filter((code) => !isCountryCode(code))).toEqual(['ZZ']);
  expect(['', 'in', 'XX', 'IN '].filter(isCountryCode)).toEqual([]);
});
