import { createServer } from 'node:net';
import { StepError } from './step.mjs';

const TRIES = 100;

/** Whether nothing listens there, on either kind of loopback address. */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nothing that could listen on it.
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * For each wish the wished port, or the next free one above it; never one port twice.
 *
 * @template {string} N
 * @param {Record<N, number>} wishes
 * @param {(port: number) => Promise<boolean>} [free]
 * @returns {Promise<Record<N, number>>}
 */
export async function choosePorts(wishes, free = isFree) {
  const chosen = {};
  const taken = new Set();
  for (const [name, wish] of Object.entries(wishes)) {
    let port = wish;
    while (taken.has(port) || !(await free(port))) {
      port += 1;
      if (port > 65_535 || port >= wish + TRIES) {
        throw new StepError(`No port from ${wish} to ${port - 1} is free for ${name}.`, { exitCode: 2 });
      }
    }
    taken.add(port);
    chosen[name] = port;
  }
  return chosen;
}
