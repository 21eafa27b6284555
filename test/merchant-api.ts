import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { jsonBody } from '../server/http/body.ts';
import { problems } from '../server/http/problem.ts';
import type { AppState } from '../server/http/state.ts';
import type { Merchant } from '../server/shopify/lifecycle.ts';
import { testProduct, type TestProduct } from './product.ts';

/** The product's own routes on a bare Koa, asked by one person, who may be exchanged. */
export interface MerchantApi {
  readonly system: TestProduct;
  readonly port: number;
  /** Who asks from now on. */
  as(who: Merchant): void;
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The answer to a GET. */
  json(path: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function merchantApi(first: Merchant): Promise<MerchantApi> {
  const system = await testProduct();
  let merchant = first;
  const app = new Koa<AppState>();
  app.silent = true;
  app.use(problems({ log: pino({ level: 'silent' }) }));
  app.use(jsonBody);
  app.use(async (ctx, next) => {
    ctx.state.merchant = merchant;
    await next();
  });
  app.use(system.product.apiRouter.routes());
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    return fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body !== undefined && json) });
  }

  return {
    system,
    port,
    as(who) {
      merchant = who;
    },
    ask,
    json: async (path) => (await ask('GET', path)).json(),
    async close() {
      server.close();
      await system.close();
    },
  };
}
