import audit from './audit.json' with { type: 'json' };
import gst from './gst.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import order from './order.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import rhythm from './rhythm.json' with { type: 'json' };
import scripts from './scripts.json' with { type: 'json' };
import security from './security.json' with { type: 'json' };
import shopFront from './shop-front.json' with { type: 'json' };
import storefront from './storefront.json' with { type: 'json' };
import vendors from './vendors.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };

/** Texts that are loaded with the first page that needs them, and not with the app. */
export const EN_LATER = {
  gst,
  shopFront,
  order,
  audit,
  notices,
  people,
  report,
  rhythm,
  scripts,
  security,
  storefront,
  vendors,
  verify,
};
