import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { closable, shopServer } from '../sandbox/https-server.ts';
import { openAuthority } from '../sandbox/tls/authority.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Arrived {
  /** "http://shop.example/path" */
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

/** Invented hosts on one port of this machine, http and https, each name with a certificate of its own. */
export interface InventedWeb {
  readonly connectTo: { readonly host: string; readonly port: number };
  readonly caFile: string;
  /** What arrived, in order. */
  readonly arrived: Arrived[];
  close(): Promise<void>;
}

/** `world` answers by "http://host/path", or for both schemes by "host/path"; anything else is 404. */
export async function inventedWeb(
  world: Readonly<Record<string, Handler>>,
  { withoutTls = [] }: { withoutTls?: readonly string[] } = {},
): Promise<InventedWeb> {
  const folder = await mkdtemp(join(tmpdir(), 'prahari-web-'));
  const authority = await openAuthority(folder, () => new Date());
  const arrived: Arrived[] = [];
  const app = new Koa();
  app.silent = true;
  app.use((ctx) => {
    ctx.respond = false;
    ctx.res.statusCode = 200;
    const at = `${ctx.headers.host}${ctx.url}`;
    const scheme = 'encrypted' in ctx.req.socket ? 'https' : 'http';
    arrived.push({ url: `${scheme}://${at}`, method: ctx.method, headers: ctx.headers });
    const handler = world[`${scheme}://${at}`] ?? world[at];
    if (handler) handler(ctx.req, ctx.res);
    else ctx.res.writeHead(404).end();
  });
  const server = shopServer(app, authority, { hasTls: (host) => !withoutTls.includes(host), isLeftBehind: () => true });
  const close = closable(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectTo: { host: '127.0.0.1', port },
    caFile: authority.caFile,
    arrived,
    async close() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

export const redirectTo =
  (location: string, status = 302): Handler =>
  (_request, response) =>
    void response.writeHead(status, { location }).end();

export const page =
  (html: string, headers: Readonly<Record<string, string | readonly string[]>> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers } as never).end(html);
