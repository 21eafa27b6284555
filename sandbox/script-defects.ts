import type { ShopDefect } from './defect.ts';
import { storefrontOf } from './storefront/storefront-state.ts';
import { themeDefect } from './theme-defect.ts';
import { REVIEWS_APP } from './vendors/vendor-state.ts';

/** After the release that the tests' people approved. */
const NEXT_RELEASE = 42;

/** A counter that the sandbox's people approved for the product page. */
export const COUNTER = 'https://count.purana-stats.example/c.js';
/** A frame that a check saw three weeks ago. */
export const MAP_HOST = 'maps.purana-naksha.example';

/** What changes in the scripts of the pages, though nobody decided on it. */
export const SCRIPT_DEFECTS: readonly ShopDefect[] = [
  {
    where: 'shop',
    id: 'widget-text-changed',
    title: 'The reviews app put another text into its script after it was approved',
    checkId: 'security/script-owners',
    webhookTopic: null,
    isPresent: (shop) => shop.storefront?.releases?.[REVIEWS_APP.handle] === NEXT_RELEASE,
    plant: (shop) => void (storefrontOf(shop).releases = { [REVIEWS_APP.handle]: NEXT_RELEASE }),
    mend(shop) {
      delete storefrontOf(shop).releases;
    },
  },
  themeDefect({
    id: 'frame-of-nobody',
    title: 'A page of nobody known is shown inside the footer',
    checkId: 'security/script-owners',
    file: 'sections/footer.liquid',
    before: '<p class="footer__small',
    planted:
      '<iframe src="https://ticker.purana-khabar.example/strip" title="News" width="320" height="40"></iframe>\n  ',
  }),
  themeDefect({
    id: 'script-in-cart',
    title: 'A counter that was approved for the product page runs in the cart',
    checkId: 'security/near-payment-scripts',
    file: 'sections/main-cart.liquid',
    before: '<h1>',
    planted: `<script src="${COUNTER}" defer></script>\n  `,
  }),
  themeDefect({
    id: 'map-undecided',
    title: 'A map in the footer waits for a decision since three weeks',
    checkId: 'security/script-changes',
    file: 'sections/footer.liquid',
    before: '<p class="footer__small',
    planted: `<iframe src="https://${MAP_HOST}/shop" title="Map" width="320" height="120"></iframe>\n  `,
  }),
];
