import alerts from './alerts.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import gst from './gst.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import order from './order.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import polaris from './polaris.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import rhythm from './rhythm.json' with { type: 'json' };
import scripts from './scripts.json' with { type: 'json' };
import security from './security.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import shopFront from './shop-front.json' with { type: 'json' };
import storefront from './storefront.json' with { type: 'json' };
import vendors from './vendors.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };

export const HI = {
  common,
  home,
  alerts,
  audit,
  checks,
  gst,
  security,
  settings,
  verify,
  notices,
  people,
  storefront,
  order,
  shopFront,
  report,
  rhythm,
  scripts,
  vendors,
};

/** Polaris has no Hindi of its own; the same keys as its English file. */
export const HI_POLARIS = polaris;
