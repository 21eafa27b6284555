import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { asOutboundError, guardedConnector, type ConnectorOptions } from './guarded-connector.ts';
import { judgeUrl } from './outbound-address.ts';
import { readBody, streamBody } from './outbound-body.ts';
import { OutboundFailedError, OutboundRefusedError } from './outbound-errors.ts';
import { USER_AGENT } from './user-agent.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 3 * 1024 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const IDLE_MS = 20_000;
const MAX_STREAM_BYTES = 1024 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that may travel to another host. A call with any other follows no redirect. */
const HARMLESS = new Set(['accept', 'accept-language', 'user-agent']);

export interface OutboundRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** For the whole call, redirects included; 10 s unless told. */
  readonly timeoutMs?: number;
  /** Of the body, unpacked; 3 MB unless told. */
  readonly maxBytes?: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  text(): string;
}

/**
 * The only way out. https on 443 to public names; one look-up, every address public, that address dialled and checked
 * again on the open connection; redirects judged like first addresses, five at most, and none for a call that carries a
 * body or a credential (its 3xx is the answer).
 *
 * @throws {OutboundRefusedError} we do not go there
 * @throws {OutboundFailedError} no usable answer
 * @throws the reason of `signal`, when the caller gave up
 */
export type GuardedFetch = (url: string, init?: OutboundRequest) => Promise<OutboundAnswer>;

export interface StreamRequest {
  readonly signal?: AbortSignal;
  /** Longest silence, before the first byte and between two; 20 s unless told. The whole may take until `signal`. */
  readonly idleMs?: number;
  /** Of the body, unpacked; 1 GB unless told. */
  readonly maxBytes?: number;
}

export interface OutboundStream {
  readonly status: number;
  /**
   * Unpacked. Must be read to its end or broken off.
   * @throws {OutboundFailedError} the rest does not come, or is too large
   */
  readonly body: AsyncIterable<Uint8Array>;
}

/** A file too large to hold, read as it comes; otherwise under the rules of GuardedFetch. It carries no credential. */
export type OpenStream = (url: string, init?: StreamRequest) => Promise<OutboundStream>;

export interface Outbound extends GuardedFetch {
  readonly openStream: OpenStream;
  close(): Promise<void>;
}

/** Proxies named in the environment are not used: undici does not read them unless told. */
export function createGuardedFetch(options: ConnectorOptions = {}): Outbound {
  const agent = new Agent({
    connect: guardedConnector(options),
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: 16,
    pipelining: 1,
  });

  const guardedFetch: GuardedFetch = async (address, init = {}) => {
    const deadline = AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    try {
      return await follow(agent, address, init, { signal }, (answer, url) => readWhole(answer, url, init));
    } catch (error) {
      init.signal?.throwIfAborted();
      if (deadline.aborted) throw new OutboundFailedError('timed-out', error);
      throw asOutboundError(error);
    }
  };

  const openStream: OpenStream = async (address, { signal, idleMs = IDLE_MS, maxBytes = MAX_STREAM_BYTES } = {}) => {
    const timing = { ...(signal && { signal }), headersTimeout: idleMs, bodyTimeout: idleMs };
    try {
      return await follow(agent, address, {}, timing, async ({ statusCode, headers, body }) => ({
        status: statusCode,
        body: errorsOf(streamBody(body, { encoding: [headers['content-encoding'] ?? ''].join(), maxBytes }), signal),
      }));
    } catch (error) {
      signal?.throwIfAborted();
      throw asOutboundError(error);
    }
  };
  return Object.assign(guardedFetch, { openStream, close: () => agent.close() });
}

type Timing = Pick<Dispatcher.RequestOptions, 'signal' | 'headersTimeout' | 'bodyTimeout'>;

async function follow<T>(
  agent: Agent,
  address: string,
  init: OutboundRequest,
  timing: Timing,
  read: (answer: Dispatcher.ResponseData, url: URL) => Promise<T>,
): Promise<T> {
  const follows =
    (init.method ?? 'GET') !== 'POST' &&
    Object.keys(init.headers ?? {}).every((name) => HARMLESS.has(name.toLowerCase()));
  const visited = new Set<string>();
  let url = judgeUrl(address);
  for (;;) {
    visited.add(url.href);
    const answer = await request(url, {
      dispatcher: agent,
      method: init.method ?? 'GET',
      headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, br', ...init.headers },
      body: init.body ?? null,
      ...timing,
    });
    const [location] = [answer.headers['location']].flat();
    if (!follows || !REDIRECTS.has(answer.statusCode) || location === undefined) return await read(answer, url);
    answer.body.on('error', () => undefined).destroy();
    if (!URL.canParse(location, url.href)) throw new OutboundRefusedError('not-an-address');
    url = judgeUrl(new URL(location, url).href);
    if (visited.has(url.href)) throw new OutboundRefusedError('redirect-loop');
    if (visited.size > MAX_REDIRECTS) throw new OutboundRefusedError('too-many-redirects');
  }
}

async function readWhole(
  answer: Dispatcher.ResponseData,
  url: URL,
  { maxBytes = MAX_BYTES }: OutboundRequest,
): Promise<OutboundAnswer> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  try {
    const encoding = headers.get('content-encoding') ?? '';
    const bytes = await readBody(answer.body as AsyncIterable<Uint8Array>, { encoding, maxBytes });
    return { status: answer.statusCode, headers, bytes, url: url.href, text: () => bytes.toString('utf8') };
  } finally {
    answer.body.destroy();
  }
}

/** The same bytes; what breaks them off is told in our own errors. */
async function* errorsOf(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (error) {
    signal?.throwIfAborted();
    throw asOutboundError(error);
  }
}
