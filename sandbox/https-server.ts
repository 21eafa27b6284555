import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';

import type Koa from 'koa';

import type { Authority } from './tls/authority.ts';

/** First byte of a TLS handshake record. */
const TLS_HANDSHAKE = 0x16;
const DAYS_LEFT_BEHIND = 5;

/**
 * One port for the shops' servers: TLS with a certificate made for the name that was asked for, and on plain HTTP only
 * the way to HTTPS, as on the platform. `hasTls` false: the handshake fails, as for a domain without a certificate.
 * `isLeftBehind`: a server that nobody looks after, which serves plain HTTP and whose certificate ends soon.
 */
export function shopServer(
  app: Koa,
  authority: Authority,
  {
    hasTls,
    isLeftBehind = () => false,
    daysOf = () => undefined,
  }: {
    hasTls: (host: string) => boolean;
    isLeftBehind?: (host: string) => boolean;
    /** How long its certificate lasts; undefined: as long as any. */
    daysOf?: (host: string) => number | undefined;
  },
): Server {
  // Koa's handler answers its own errors; the promise that it returns never rejects.
  const handle = app.callback();
  const secure = createHttpsServer(
    {
      SNICallback: (host, done) => {
        if (!hasTls(host)) done(new Error('no certificate for this host'));
        else
          authority.contextFor(host, isLeftBehind(host) ? DAYS_LEFT_BEHIND : daysOf(host)).then(
            (context) => done(null, context),
            (error: Error) => done(error),
          );
      },
    },
    (request, response) => void handle(request, response),
  );
  const plain = createHttpServer((request, response) => {
    if (isLeftBehind(hostOf(request))) void handle(request, response);
    else redirectToHttps(request, response);
  });

  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
}

function redirectToHttps(request: IncomingMessage, response: ServerResponse): void {
  const location = `https://${hostOf(request)}${request.url ?? '/'}`;
  response.writeHead(301, { Location: location, 'Content-Length': '0' }).end();
}

const hostOf = ({ headers }: IncomingMessage): string => (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** Closes the server and every connection, the kept-alive ones too. */
export function closable(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
