import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type Router from 'koa-router';
import { securityHeaders } from '../server/http/headers.ts';
import { problems } from '../server/http/problem.ts';
import type { AppState } from '../server/http/state.ts';
import { createLog } from '../server/log.ts';

/** A public page that listens behind one trusted proxy. */
export interface PublicPage {
  readonly origin: string;
  /** All that was logged, one JSON line each. */
  readonly lines: readonly string[];
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The routes on a bare Koa, with the headers and the error answers of the whole app. */
export async function startPublicPage(...routers: readonly Router<AppState>[]): Promise<PublicPage> {
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });
  const app = new Koa<AppState>({ proxy: true });
  app.silent = true;
  app.use(securityHeaders);
  app.use(problems({ log }));
  for (const router of routers) app.use(router.routes());
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, lines },
    /** A text goes as it is, anything else as JSON. */
    post: (path, body, headers = {}) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
