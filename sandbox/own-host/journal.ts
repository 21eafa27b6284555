import type { Context } from 'koa';

import type { OtherHost } from '../other-host.ts';
import type { ShopState } from '../shops/shop-state.ts';

/** The shop's old magazine on a server of its own, which nobody has looked after since. */
export const journalOf = ({ handle }: Pick<ShopState, 'handle'>): string => `journal.${handle}.example`;

/** Every shop's magazine: no headers, every origin welcome, the workings of its author left lying in the open. */
export function journalHost(shops: readonly ShopState[]): OtherHost {
  return { hosts: shops.map(journalOf), handle: journal };
}

const LEFT_LYING: Readonly<Record<string, string>> = {
  '/.git/HEAD': 'ref: refs/heads/main\n',
  '/.env': 'JOURNAL_TITLE="Invented"\nJOURNAL_DATABASE=of-nobody\n',
};

function journal(ctx: Context): void {
  const origin = ctx.get('Origin');
  if (origin !== '') ctx.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' });
  if (ctx.method === 'OPTIONS') return void (ctx.status = 204);
  const file = Object.hasOwn(LEFT_LYING, ctx.path) ? LEFT_LYING[ctx.path] : undefined;
  if (file !== undefined) {
    ctx.type = 'text/plain';
    ctx.body = file;
  } else if (ctx.path === '/') {
    ctx.type = 'html';
    ctx.set('Set-Cookie', 'journal_session=of-nobody; path=/');
    ctx.body = '<!doctype html><html lang="en"><head><title>Journal</title></head><body><h1>Journal</h1></body></html>';
  } else ctx.status = 404;
}
