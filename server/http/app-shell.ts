import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { NotFoundError } from '../errors.ts';
import type { Middleware } from './state.ts';

/** A worker obeys the policy of its own file, not of its page: none of ours may reach any network. */
const ASSET_POLICY = "default-src 'none'; script-src 'self'";

/** Answers /assets/*: names hold a hash of the content, so a browser may keep them for ever. An unknown one is 404. */
export function assets({ folder, isDevelopment }: { folder: string; isDevelopment: boolean }): Middleware {
  const serve = sirv(folder, {
    ...{ dev: isDevelopment, maxAge: 31_536_000, immutable: true, etag: true, dotfiles: false },
    setHeaders: (response) => response.setHeader('Content-Security-Policy', ASSET_POLICY),
  });
  return async (ctx, next) => {
    const isAsset = ctx.path.startsWith('/assets/') && (ctx.method === 'GET' || ctx.method === 'HEAD');
    if (!isAsset) {
      await next();
      return;
    }
    const headers = ['Cache-Control', 'Content-Security-Policy'];
    const kept = headers.map((name) => [name, ctx.response.get(name)] as const);
    headers.forEach((name) => ctx.remove(name));
    const isServed = await new Promise<boolean>((resolve) => {
      ctx.res.once('close', () => resolve(true));
      serve(ctx.req, ctx.res, () => resolve(false));
    });
    if (isServed) {
      ctx.respond = false;
      return;
    }
    kept.forEach(([name, value]) => ctx.set(name, value));
    throw new NotFoundError();
  };
}

/** The built page with who we are written in; read once. Both values are checked words and addresses: no markup in them. */
export function readShell({
  folder,
  clientId,
  appBridgeUrl,
}: {
  folder: string;
  clientId: string;
  appBridgeUrl: string;
}): string {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) throw new Error(`The web build is missing: ${file}. Run "npm run build".`);
  return readFileSync(file, 'utf8')
    .replaceAll('__PRAHARI_API_KEY__', clientId)
    .replaceAll('__PRAHARI_APP_BRIDGE_URL__', new URL(appBridgeUrl).href);
}
