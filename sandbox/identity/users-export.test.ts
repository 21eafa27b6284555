import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { firstShops } from '../shops/shops.ts';
import { directoryOf } from './directory-state.ts';
import { usersExport } from './users-export.ts';

const NOW = '2026-11-22T06:30:00.000Z';

describe('the example lists of users', () => {
  it.each(firstShops(NOW).map((shop) => [shop.handle, shop] as const))('of %s are the sandbox’s', (handle, shop) => {
    const file = join(import.meta.dirname, '../../test/examples/people', `${handle}-users.csv`);
    expect(readFileSync(file, 'utf8')).toBe(usersExport(directoryOf(shop)));
  });
});
