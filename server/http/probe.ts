import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { HttpHop, TlsReport } from '../../core/evidence/storefront.ts';
import { asOutboundError, guardedConnector, type ConnectorOptions } from './guarded-connector.ts';
import type { HostBudget } from './host-budget.ts';
import { judgeUrl } from './outbound-address.ts';
import { readStart } from './outbound-body.ts';
import { OutboundRefusedError, type FailureReason, type RefusalReason } from './outbound-errors.ts';
import { createTlsLook } from './tls-look.ts';
import { USER_AGENT } from './user-agent.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 3 * 1024 * 1024;
const MAX_HEADER_BYTES = 32 * 1024;
const MAX_REDIRECTS = 5;
const MAX_URL_CHARS = 300;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface ProbeRequest {
  readonly method?: 'GET' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent over https to this one host, whatever redirects say. */
  readonly secret?: { readonly host: string; readonly headers: Readonly<Record<string, string>> } | undefined;
  readonly signal?: AbortSignal;
  /** For the whole visit, redirects included; 10 s unless told. */
  readonly timeoutMs?: number;
  /** Of the body, unpacked; 3 MB unless told. The rest is left where it is. */
  readonly maxBytes?: number;
  /** False: a redirect is the answer. */
  readonly follows?: boolean;
}

export interface ProbeAnswer {
  /** Where it came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  /** Names in lower case; one entry a line of the answer. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** There was more than we read. */
  readonly isPartial: boolean;
}

/** `paused`: the host asked for a pause, or was visited enough for now. */
export type ProbeFailure = RefusalReason | FailureReason | 'tls-failed' | 'paused';

export interface ProbeVisit {
  /** Each address that answered, without query. */
  readonly hops: readonly HttpHop[];
  readonly answer: ProbeAnswer | null;
  /** Why there is no answer. */
  readonly failure: ProbeFailure | null;
}

/** Looks at public hosts as a stranger would. */
export interface Probe {
  /**
   * http or https on their own ports to public names, each hop judged anew, five redirects at most, and no way back from
   * https to http. A certificate that a browser would refuse ends the visit before anything is sent.
   *
   * @throws nothing but the reason of `signal`
   */
  visit(url: string, request?: ProbeRequest): Promise<ProbeVisit>;
  /** Null: nobody there shakes hands, or we do not go there. */
  lookAtTls(host: string, signal?: AbortSignal): Promise<TlsReport | null>;
  close(): Promise<void>;
}

export function createProbe({ budget, ...options }: ConnectorOptions & { readonly budget: HostBudget }): Probe {
  const agent = new Agent({
    connect: guardedConnector(options),
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: 8,
    pipelining: 1,
  });
  const lookAtTls = createTlsLook(options);

  return {
    async visit(address, wanted = {}) {
      const hops: HttpHop[] = [];
      const deadline = AbortSignal.timeout(wanted.timeoutMs ?? TIMEOUT_MS);
      const signal = wanted.signal ? AbortSignal.any([wanted.signal, deadline]) : deadline;
      try {
        const answer = await follow(agent, budget, address, wanted, signal, hops);
        return { hops, answer, failure: answer ? null : 'paused' };
      } catch (error) {
        wanted.signal?.throwIfAborted();
        return { hops, answer: null, failure: deadline.aborted ? 'timed-out' : failureOf(error) };
      }
    },

    async lookAtTls(host, signal) {
      if (!budget.take(host)) return null;
      return lookAtTls(host, signal);
    },

    close: () => agent.close(),
  };
}

/** Null: a host on the way is to be left alone. */
async function follow(
  agent: Agent,
  budget: HostBudget,
  address: string,
  wanted: ProbeRequest,
  signal: AbortSignal,
  hops: HttpHop[],
): Promise<ProbeAnswer | null> {
  const visited = new Set<string>();
  let url = judgeUrl(address, { allowsHttp: true });
  for (;;) {
    if (!budget.take(url.hostname)) return null;
    visited.add(url.href);
    const answer = await request(url, {
      dispatcher: agent,
      method: wanted.method ?? 'GET',
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-language': 'en-IN,en;q=0.8',
        'accept-encoding': 'gzip, br',
        ...wanted.headers,
        ...(isFor(wanted.secret, url) && wanted.secret.headers),
      },
      signal,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    hops.push({ url: shownUrl(url), status: answer.statusCode });
    if (answer.statusCode === 429 || answer.statusCode === 503)
      budget.pause(url.hostname, headerOf(answer, 'retry-after'));
    const location = headerOf(answer, 'location');
    if (wanted.follows === false || !REDIRECTS.has(answer.statusCode) || location === null) {
      return await read(answer, url, wanted.maxBytes ?? MAX_BYTES);
    }
    answer.body.on('error', () => undefined).destroy();
    if (!URL.canParse(location, url.href)) throw new OutboundRefusedError('not-an-address');
    // Once on https, nothing leads back.
    url = judgeUrl(new URL(location, url).href, { allowsHttp: url.protocol === 'http:' });
    if (visited.has(url.href)) throw new OutboundRefusedError('redirect-loop');
    if (visited.size > MAX_REDIRECTS) throw new OutboundRefusedError('too-many-redirects');
  }
}

function isFor(secret: ProbeRequest['secret'], url: URL): secret is NonNullable<ProbeRequest['secret']> {
  return secret !== undefined && url.protocol === 'https:' && url.hostname === secret.host;
}

const shownUrl = (url: URL): string => `${url.origin}${url.pathname}`.slice(0, MAX_URL_CHARS);

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  return [headers[name]].flat()[0] ?? null;
}

async function read(answer: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<ProbeAnswer> {
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name.toLowerCase(), one] as const),
  );
  const encoding = [answer.headers['content-encoding'] ?? ''].join();
  const { bytes, isPartial } = await readStart(answer.body, { encoding, maxBytes });
  return { url, status: answer.statusCode, headers, body: bytes, isPartial };
}

function failureOf(error: unknown): ProbeFailure {
  return isTlsFault(error) ? 'tls-failed' : asOutboundError(error).reason;
}

const TLS_FAULT =
  /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|EPROTO$|ERROR_IN_CERT)/;

/** The other side shook hands badly, or hung up while it did. */
function isTlsFault(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && TLS_FAULT.test(code)) return true;
  return code === 'ECONNRESET' && typeof message === 'string' && message.includes('before secure TLS connection');
}
