import { createHash } from 'node:crypto';
import type { ThemeBaseline } from '../core/evidence/own-records.ts';
import { bytesOf } from '../sandbox/graphql/theme-node.ts';
import { themeFiles } from '../sandbox/shops/theme-files.ts';
import type { Sandbox } from '../sandbox/start.ts';
import type { CollectContext } from '../server/collect/collector.ts';
import { aThemeBaseline } from './security-factories.ts';

/** The merchant accepted the theme as the sandbox ships it, and lets us read a sample of notes. */
export function acceptedCode(
  sandbox: Sandbox,
  shop: string,
): Pick<CollectContext<never>, 'themeBaseline' | 'isDataSampleOn'> {
  return {
    themeBaseline: async () => shippedBaseline(sandbox, shop),
    isDataSampleOn: async () => true,
  };
}

function shippedBaseline(sandbox: Sandbox, shop: string): ThemeBaseline {
  const theme = sandbox.shops.find(({ domain }) => domain === shop)?.themes.find(({ role }) => role === 'MAIN');
  const files = Object.entries(themeFiles()).map(([filename, file]) => ({
    filename,
    checksumMd5: createHash('md5').update(bytesOf(file)).digest('hex'),
  }));
  return aThemeBaseline({ themeId: `gid://shopify/OnlineStoreTheme/${theme?.id ?? 0}`, files });
}
