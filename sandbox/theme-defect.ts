import type { ShopDefect } from './defect.ts';
import type { ShopState, ThemeFileState } from './shops/shop-state.ts';

/** A line in a file of the published theme. Shopify fires no webhook when a theme file is edited. */
export function themeDefect(defect: {
  id: string;
  title: string;
  checkId: string;
  file: string;
  /** The line goes in before the first of these. */
  before: string;
  planted: string;
}): ShopDefect {
  const { id, title, checkId, file, before, planted } = defect;
  return {
    where: 'shop',
    id,
    title,
    checkId,
    webhookTopic: null,
    isPresent: (shop) => mainFile(shop, file).content.includes(planted),
    plant(shop, nowIso) {
      const held = mainFile(shop, file);
      if (held.content.includes(planted)) return;
      edit(
        held,
        held.content.replace(before, (found) => `${planted}${found}`),
        nowIso,
      );
    },
    mend(shop, nowIso) {
      const held = mainFile(shop, file);
      edit(held, held.content.replace(planted, ''), nowIso);
    },
  };
}

function mainFile(shop: ShopState, name: string): ThemeFileState {
  const file = shop.themes.find(({ role }) => role === 'MAIN')?.files[name];
  if (!file) throw new RangeError(`The published theme has no file "${name}".`);
  return file;
}

function edit(file: ThemeFileState, content: string, nowIso: string): void {
  if (file.content === content) return;
  file.content = content;
  file.updatedAt = nowIso;
}
