import type { ShopDefect } from './defect.ts';
import { storefrontOf } from './storefront/storefront-state.ts';
import { themeDefect } from './theme-defect.ts';

const OPEN_COOKIE = 'chat_session=of-nobody; path=/';

/** What only a visit of the storefront shows, or shows as well. */
export const STOREFRONT_DEFECTS: readonly ShopDefect[] = [
  themeDefect({
    id: 'stylesheet-over-http',
    title: 'Every page loads a stylesheet over plain HTTP',
    checkId: 'security/page-mixed-content',
    file: 'layout/theme.liquid',
    before: '</head>',
    planted: '<link rel="stylesheet" href="http://fonts.purana-host.example/haldi.css">\n',
  }),
  themeDefect({
    id: 'offers-form-to-a-stranger',
    title: 'The form for offers in the footer sends phone numbers to a host of nobody known',
    checkId: 'security/form-targets',
    file: 'sections/footer.liquid',
    before: '<p class="footer__small',
    planted:
      '<form action="https://offers.purana-mailer.example/join" method="post"><input type="tel" name="phone" aria-label="Phone"></form>\n  ',
  }),
  {
    where: 'shop',
    id: 'app-cookie-without-flags',
    title: 'A chat app sets its session cookie without any flag',
    checkId: 'security/cookie-flags',
    webhookTopic: null,
    isPresent: (shop) => storefrontOf(shop).cookies.includes(OPEN_COOKIE),
    plant: (shop) => void (storefrontOf(shop).cookies = [OPEN_COOKIE]),
    mend: (shop) => void (storefrontOf(shop).cookies = []),
  },
  themeDefect({
    id: 'legacy-script-loader',
    title: 'The theme still carries the loader of an old app’s script tags',
    checkId: 'security/legacy-scripts',
    file: 'layout/theme.liquid',
    before: '</body>',
    planted:
      '<script>(function () { function asyncLoad() { var urls = ["https:\\/\\/scripts.purana-app.example\\/popup.js?shop=invented.myshopify.com"]; urls.forEach(function (url) { var s = document.createElement("script"); s.src = url; document.body.appendChild(s); }); } window.addEventListener("load", asyncLoad); })();</script>\n',
  }),
];
