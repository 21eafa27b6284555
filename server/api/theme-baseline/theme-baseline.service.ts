import type { ThemeBaselineState, ThemeChange, ThemeListing } from '../../../core/api/security.ts';
import type { ThemeBaseline } from '../../../core/evidence/own-records.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError } from '../../errors.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { ThemeBaselineStore } from '../../shop/theme-baselines.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

export type ThemeBaselineService = ReturnType<typeof themeBaselineService>;

/** The theme as a person accepted it, against the one of the newest judged snapshot. */
export function themeBaselineService({
  themeBaselines,
  summaries,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly themeBaselines: ThemeBaselineStore;
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
  readonly clock: Clock;
}) {
  const themeNow = async (shop: string) => (await summaries.newest(shop, 'security'))?.summary.theme ?? null;

  async function read({ shop }: Merchant): Promise<ThemeBaselineState> {
    const [accepted, theme] = await Promise.all([themeBaselines.read(shop), themeNow(shop)]);
    return {
      acceptedAt: accepted?.acceptedAt ?? null,
      themeName: accepted?.themeName ?? theme?.name ?? null,
      changes: theme && (accepted ? changesSince(accepted, theme) : []),
    };
  }

  return {
    read,

    /** @throws {ConflictError} the theme was not read yet, so nobody knows what would be accepted */
    async accept(merchant: Merchant): Promise<ThemeBaselineState> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const theme = await themeNow(shop);
      if (!theme) throw new ConflictError('The theme was not read yet. Run a check, then accept it.');
      await themeBaselines.accept(shop, theme, userId);
      await checkSoon(deps, shop, { topic: 'theme-baseline', change: clock.now().toISOString() });
      return read(merchant);
    },
  };
}

/** By name; of another theme every file is new. */
export function changesSince(accepted: ThemeBaseline, theme: ThemeListing): ThemeChange[] {
  const before = new Map(
    accepted.themeId === theme.id ? accepted.files.map(({ filename, checksumMd5 }) => [filename, checksumMd5]) : [],
  );
  const changes: ThemeChange[] = [];
  for (const { filename, checksumMd5 } of theme.files) {
    const was = before.get(filename);
    before.delete(filename);
    if (was !== checksumMd5) changes.push({ filename, change: was === undefined ? 'new' : 'changed' });
  }
  for (const filename of before.keys()) changes.push({ filename, change: 'gone' });
  return changes.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}
