import type { Context } from 'koa';
import Router from 'koa-router';
import type { SandboxCore, ShopDescription } from '../core.ts';
import { appPage } from './app-page.ts';
import { LOCALES, plainPage, type Visit } from './layout.ts';
import { html } from './html.ts';
import { streamReloads } from './reload-stream.ts';
import { adminModule, bridgeScript, styleSheet } from './scripts.ts';
import { settingsPage } from './settings-page.ts';
import { shopsPage } from './shops-page.ts';

const SCRIPT_TYPE = 'text/javascript; charset=utf-8';

/** The admin that a person sees in the sandbox, and the App Bridge stand-in that embedded pages load from it. */
export function frameRouter(core: SandboxCore): Router {
  const router = new Router();
  // Pages and scripts are made anew for each visit: a developer changes them while looking.
  router.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    await next();
  });

  router.get('/', (ctx) => {
    ctx.body = shopsPage(core);
  });

  router.get('/shopifycloud/app-bridge.js', (ctx) => {
    ctx.type = SCRIPT_TYPE;
    ctx.body = bridgeScript();
  });

  router.get('/frame/style.css', (ctx) => {
    ctx.type = 'text/css; charset=utf-8';
    ctx.body = styleSheet();
  });

  router.get('/frame/reload', (ctx) => {
    ctx.respond = false; // A stream without an end: Koa would take the browser's leaving for an error.
    streamReloads(core, ctx.res);
  });

  router.get('/frame/:module', (ctx) => {
    const script = adminModule(ctx.params['module'] ?? '');
    if (script === null) return;
    ctx.type = SCRIPT_TYPE;
    ctx.body = script;
  });

  router.get(['/store/:handle', '/store/:handle/apps'], (ctx) => {
    ctx.redirect(`/store/${encodeURIComponent(ctx.params['handle'] ?? '')}/apps/prahari`);
  });

  router.get('/store/:handle/apps/prahari{/*rest}', (ctx) => {
    const visit = visitOf(core, ctx, ctx.params['handle'] ?? '');
    if (!visit) return noSuchShop(ctx);
    const place = new URL(ctx.url, 'http://admin.localhost');
    const path = place.pathname.replace(/^\/store\/[^/]+\/apps\/prahari/, '') || '/';
    ctx.body = appPage(core, visit, path + place.search);
  });

  router.get('/store/:handle/*rest', (ctx) => {
    const visit = visitOf(core, ctx, ctx.params['handle'] ?? '');
    if (!visit) return noSuchShop(ctx);
    ctx.body = settingsPage(core, visit, ctx.path.replace(/^\/store\/[^/]+/, ''));
  });

  return router;
}

/** Who looks and in which language: kept in cookies of the admin, chosen in its top bar. */
function visitOf(core: SandboxCore, ctx: Context, handle: string): Visit | undefined {
  const shop = core.describe(handle);
  const owner = shop?.people.find((one) => one.isOwner) ?? shop?.people[0];
  if (!shop || !owner) return undefined;
  const person = shop.people.find((one) => one.id === ctx.cookies.get(personCookie(shop))) ?? owner;
  const asked = ctx.cookies.get('sandbox-locale');
  const locale = LOCALES.find(([code]) => code === asked)?.[0] ?? LOCALES[0][0];
  return { shop, person, locale, appPath: null };
}

function personCookie(shop: ShopDescription): string {
  return `sandbox-person-${shop.handle}`;
}

function noSuchShop(ctx: Context): void {
  ctx.status = 404;
  ctx.body = plainPage(
    'No such shop',
    html`<h1>There is no such shop</h1>
      <p><a href="/">All sandbox shops</a></p>`,
  );
}
