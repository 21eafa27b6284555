import type { ShopDefect } from './defect.ts';
import type { ShopState, ThemeFileState } from './shops/shop-state.ts';
import { themeDefect } from './theme-defect.ts';
import { blockType } from './vendors/app-embeds.ts';
import { CHAT_APP, POPUP_APP, RULES_APP, vendorsOf, type VendorState } from './vendors/vendor-state.ts';

const EMBEDS_FILE = 'config/settings_data.json';

const CARGO = { name: 'Hawa Cargo (invented)', isActive: true, callbackUrl: 'https://rates.hawa-cargo.example/quote' };
const OLD_GATEWAY = 'purana-pay';

/** Who is inside the shop though nobody there knows them, or though nobody needs them any more. */
export const VENDOR_DEFECTS: readonly ShopDefect[] = [
  themeDefect({
    id: 'unrecognised-app-embed',
    title: 'An app of nobody known is embedded in every page',
    checkId: 'security/vendor-register',
    file: EMBEDS_FILE,
    before: '"17000000000000000101"',
    planted: `"17000000000000000109": {\n        "type": "${blockType(POPUP_APP.handle)}",\n        "disabled": false,\n        "settings": {}\n      },\n      `,
  }),
  vendorDefect({
    id: 'carrier-of-nobody-known',
    title: 'A courier of nobody known is asked for rates at the checkout',
    checkId: 'security/vendor-register',
    isPresent: ({ carriers }) => carriers.some(({ name }) => name === CARGO.name),
    plant: (vendors) => void vendors.carriers.push({ ...CARGO }),
    mend: (vendors) => void (vendors.carriers = vendors.carriers.filter(({ name }) => name !== CARGO.name)),
  }),
  vendorDefect({
    id: 'checkout-rules-of-nobody-known',
    title: 'An app of nobody known hides ways to pay',
    checkId: 'security/vendor-register',
    isPresent: ({ apps }) => apps.some(({ id }) => id === RULES_APP.id),
    plant: (vendors) => void vendors.apps.push(structuredClone(RULES_APP)),
    mend: (vendors) => void (vendors.apps = vendors.apps.filter(({ id }) => id !== RULES_APP.id)),
  }),
  switchedOffEmbed(),
  vendorDefect({
    id: 'gateway-of-nobody-known',
    title: 'Orders are paid through a gateway without a report on card data',
    checkId: 'security/payment-providers',
    isPresent: ({ gateways }) => gateways.includes(OLD_GATEWAY),
    plant: (vendors) => void vendors.gateways.push(OLD_GATEWAY),
    mend: (vendors) => void (vendors.gateways = vendors.gateways.filter((name) => name !== OLD_GATEWAY)),
  }),
];

/** Something in what apps left. Shopify fires nothing that the app takes; planting twice is planting once. */
function vendorDefect({
  isPresent,
  plant,
  mend,
  ...row
}: Pick<ShopDefect, 'id' | 'title' | 'checkId'> & {
  isPresent: (vendors: VendorState) => boolean;
  plant: (vendors: VendorState) => void;
  mend: (vendors: VendorState) => void;
}): ShopDefect {
  return {
    where: 'shop',
    ...row,
    webhookTopic: null,
    isPresent: (shop) => isPresent(vendorsOf(shop)),
    plant: (shop) => void (isPresent(vendorsOf(shop)) || plant(vendorsOf(shop))),
    mend: (shop) => mend(vendorsOf(shop)),
  };
}

function switchedOffEmbed(): ShopDefect {
  const embed = (isDisabled: boolean) => `"type": "${blockType(CHAT_APP.handle)}",\n        "disabled": ${isDisabled}`;
  return {
    where: 'shop',
    id: 'disabled-embed-left-over',
    title: 'The chat app is switched off in the theme, and still in the register',
    checkId: 'security/unused-vendors',
    webhookTopic: null,
    isPresent: (shop) => embedsFile(shop).content.includes(embed(true)),
    plant: (shop, nowIso) => rewrite(embedsFile(shop), embed(false), embed(true), nowIso),
    mend: (shop, nowIso) => rewrite(embedsFile(shop), embed(true), embed(false), nowIso),
  };
}

function embedsFile(shop: ShopState): ThemeFileState {
  const file = shop.themes.find(({ role }) => role === 'MAIN')?.files[EMBEDS_FILE];
  if (!file) throw new RangeError('The published theme has no settings.');
  return file;
}

function rewrite(file: ThemeFileState, from: string, to: string, nowIso: string): void {
  if (!file.content.includes(from)) return;
  file.content = file.content.replace(from, to);
  file.updatedAt = nowIso;
}
