import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThemeListing } from '../../../core/api/security.ts';
import { testProduct, type TestProduct } from '../../../test/product.ts';
import { themeBaselineStore } from '../../shop/theme-baselines.ts';
import { changesSince, themeBaselineService } from './theme-baseline.service.ts';

const THEME: ThemeListing = {
  id: 'gid://shopify/OnlineStoreTheme/1',
  name: 'Invented',
  files: [
    { filename: 'layout/theme.liquid', checksumMd5: 'a' },
    { filename: 'snippets/cart.liquid', checksumMd5: 'b' },
  ],
};
const accepted = { themeId: THEME.id, acceptedAt: '2026-11-01T00:00:00.000Z', acceptedBy: '1', files: THEME.files };
const withFiles = (files: ThemeListing['files']): ThemeListing => ({ ...THEME, files });

describe('changes since the theme was accepted', () => {
  it.each([
    ['nothing', THEME, []],
    [
      'a changed file',
      withFiles([THEME.files[0]!, { filename: 'snippets/cart.liquid', checksumMd5: 'x' }]),
      [{ filename: 'snippets/cart.liquid', change: 'changed' }],
    ],
    [
      'a new file',
      withFiles([...THEME.files, { filename: 'assets/z.js', checksumMd5: 'z' }]),
      [{ filename: 'assets/z.js', change: 'new' }],
    ],
    ['a file that is gone', withFiles([THEME.files[0]!]), [{ filename: 'snippets/cart.liquid', change: 'gone' }]],
    [
      'another theme: each file is new',
      { ...THEME, id: 'gid://shopify/OnlineStoreTheme/2' },
      [
        { filename: 'layout/theme.liquid', change: 'new' },
        { filename: 'snippets/cart.liquid', change: 'new' },
      ],
    ],
  ] as const)('%s', (_, theme, changes) => expect(changesSince(accepted, theme)).toEqual(changes));
});

describe('accepting the theme', () => {
  const SHOP = 'marigold.myshopify.com';
  const MERCHANT = { shop: SHOP, userId: '7', role: 'manager' } as const;
  let system: TestProduct;
  let theme: ThemeListing | null;
  const causes: string[] = [];
  const service = () =>
    themeBaselineService({
      themeBaselines: themeBaselineStore({ connection: system.store.connection, clock: system.clock }),
      summaries: { newest: () => Promise.resolve({ snapshotId: 'a', summary: { theme } }) as never },
      clock: system.clock,
      lifecycle: { changed: async () => undefined },
      starter: {
        begin: async (_shop, { cause }) => {
          causes.push(cause);
          return { started: false, why: 'active' };
        },
      },
    });
  beforeAll(async () => void (system = await testProduct()));
  afterAll(() => system.close());

  it('has nothing to accept before the theme was read', async () => {
    theme = null;
    expect(await service().read(MERCHANT)).toEqual({ acceptedAt: null, themeName: null, changes: null });
    await expect(service().accept(MERCHANT)).rejects.toMatchObject({ status: 409 });
  });

  it('takes the theme as it is, and shows what changes after', async () => {
    theme = THEME;
    expect(await service().accept(MERCHANT)).toMatchObject({ themeName: 'Invented', changes: [] });
    expect(causes).toEqual([expect.stringMatching(/^theme-baseline:/)]);
    theme = withFiles([THEME.files[0]!]);
    expect((await service().read(MERCHANT)).changes).toEqual([{ filename: 'snippets/cart.liquid', change: 'gone' }]);
    expect((await service().read({ ...MERCHANT, shop: 'jasmine.myshopify.com' })).acceptedAt).toBeNull();
  });

  it('takes a manager', async () => {
    await expect(service().accept({ ...MERCHANT, role: 'viewer' })).rejects.toMatchObject({ status: 403 });
  });
});
