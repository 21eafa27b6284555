import { readFileSync } from 'node:fs';
import { buildConnector, errors } from 'undici';
import { isPublicAddress, publicAddressOf, resolveBySystem, type Resolve } from './outbound-address.ts';
import { OutboundFailedError, OutboundRefusedError } from './outbound-errors.ts';

const CONNECT_MS = 10_000;

export interface ConnectorOptions {
  readonly resolve?: Resolve;
  /** Development: every host is dialled here instead; its name is still verified against `caFile`. */
  readonly connectTo?: { readonly host: string; readonly port: number } | undefined;
  readonly caFile?: string | undefined;
}

/** One look-up, every address public, that address dialled and checked again on the open connection. */
export function guardedConnector({
  resolve = resolveBySystem,
  connectTo,
  caFile,
}: ConnectorOptions): buildConnector.connector {
  const dial = buildConnector({ timeout: CONNECT_MS, ...(caFile !== undefined && { ca: readFileSync(caFile) }) });
  return (options, callback) => {
    const servername = options.hostname;
    if (connectTo) {
      dial({ ...options, hostname: connectTo.host, port: String(connectTo.port), servername }, callback);
      return;
    }
    publicAddressOf(options.hostname, resolve).then(
      (address) =>
        dial({ ...options, hostname: address, servername }, (...outcome) => {
          const [error, socket] = outcome;
          if (error || isPublicAddress(socket.remoteAddress ?? '')) return callback(...outcome);
          socket.destroy();
          callback(new OutboundRefusedError('not-a-public-address'), null);
        }),
      (error: unknown) => callback(error as Error, null),
    );
  };
}

/** Whatever broke a call off, as one of our own errors. */
export function asOutboundError(error: unknown): OutboundRefusedError | OutboundFailedError {
  if (error instanceof OutboundRefusedError || error instanceof OutboundFailedError) return error;
  const timedOut = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError];
  if (timedOut.some((kind) => error instanceof kind)) return new OutboundFailedError('timed-out', error);
  if (error instanceof errors.HeadersOverflowError) return new OutboundFailedError('too-large', error);
  return new OutboundFailedError('unreachable', error);
}
