import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Context } from 'koa';
import Router from 'koa-router';

import type { FrameBoot, HostBoot, HostedExtension } from '../browser/extension-host/protocol.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { hostScript, targetScript } from './bundle.ts';
import { nameOf, readExtensions, type Extension } from './extension-list.ts';
import type { ExtensionFaultSwitch } from './faults.ts';
import { framePage } from './frame-page.ts';
import { wordsOf } from './locales.ts';

export interface ExtensionPageParts {
  /** Folder of the extensions; default: the app's own. */
  readonly root?: string;
  /** Origin of the app. */
  readonly appUrl: string;
  readonly faults: ExtensionFaultSwitch;
  /** On a shop's own host: a session token of who is signed in there, by gid, or of nobody. */
  readonly buyerToken?: (shop: ShopState, customer: string | null) => string;
}

const STYLES = join(import.meta.dirname, '../browser/extension-host/frame.css');

/** Pages and scripts in which extensions run, on the admin's host and on each shop's. */
export function extensionRouter(parts: ExtensionPageParts): Router {
  const router = new Router();
  const all = () => readExtensions(parts.root);

  router.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    // A page in a frame without an origin asks as "null".
    ctx.set('Access-Control-Allow-Origin', '*');
    await next();
  });

  router.get('/sandbox/extension/:folder', (ctx) => {
    const found = targetOf(ctx, all());
    if (!found) return refuse(ctx, 'The sandbox knows no such extension, or no such target of it.');
    const locale = oneOf(ctx.query['locale']) || 'en';
    const words = wordsOf(found.extension, locale);
    const boot: FrameBoot = {
      folder: found.extension.folder,
      handle: found.extension.handle,
      name: nameOf(found.extension, locale),
      target: found.target,
      capabilities: found.extension.capabilities,
      locale,
      words: words.words,
      wordsLocale: words.locale,
      appUrl: parts.appUrl,
      isEmbedded: oneOf(ctx.query['embedded']) === '1',
    };
    ctx.type = 'html';
    ctx.body = framePage(boot, words.locale, readFileSync(STYLES, 'utf8'));
  });

  router.get('/sandbox/extension/:folder/script.js', async (ctx) => {
    const found = targetOf(ctx, all());
    if (!found) return refuse(ctx, 'The sandbox knows no such extension, or no such target of it.');
    await sendScript(ctx, () => targetScript(found.extension, found.target, parts.appUrl));
  });

  router.get('/sandbox-extension-host/frame.js', (ctx) => sendScript(ctx, () => hostScript('frame')));

  router.get('/sandbox-extension-host/host.js', (ctx) =>
    sendScript(ctx, async () => {
      const boot: HostBoot = { targets: byTarget(all()) };
      return `globalThis.extensionHostBoot = ${JSON.stringify(boot)};\n${await hostScript('host')}`;
    }),
  );

  router.get('/sandbox-extension-host/fault', (ctx) => {
    ctx.body = { kind: parts.faults.kind };
  });

  router.get('/sandbox-extension-host/token', (ctx) => {
    const { shop } = ctx.state as { shop?: ShopState };
    if (!parts.buyerToken || !shop) return refuse(ctx, 'No buyer is here.');
    ctx.body = { token: parts.buyerToken(shop, oneOf(ctx.query['customer']) || null) };
  });

  return router;
}

function byTarget(extensions: readonly Extension[]): HostBoot['targets'] {
  const targets: Record<string, HostedExtension[]> = {};
  for (const extension of extensions.filter(({ type }) => type === 'ui_extension')) {
    const { folder, handle } = extension;
    const hosted = { folder, handle, name: { en: nameOf(extension, 'en'), hi: nameOf(extension, 'hi') } };
    for (const { target } of extension.targets) targets[target] = [...(targets[target] ?? []), hosted];
  }
  return targets;
}

function targetOf(ctx: Context, extensions: readonly Extension[]): { extension: Extension; target: string } | null {
  const { folder } = ctx.params as { folder?: string };
  const extension = extensions.find((one) => one.folder === folder && one.type === 'ui_extension');
  const target = oneOf(ctx.query['target']) || extension?.targets[0]?.target;
  if (!extension || target === undefined || !extension.targets.some((one) => one.target === target)) return null;
  return { extension, target };
}

/** What cannot be built says so in the page: the developer looks there. */
async function sendScript(ctx: Context, make: () => Promise<string>): Promise<void> {
  ctx.type = 'text/javascript; charset=utf-8';
  try {
    ctx.body = await make();
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The script cannot be built.';
    ctx.body = `throw new Error(${JSON.stringify(message)});`;
  }
}

function refuse(ctx: Context, error: string): void {
  ctx.status = 404;
  ctx.body = { error };
}

function oneOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
