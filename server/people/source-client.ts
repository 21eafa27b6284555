import type { IdentityProvider } from '../../core/api/people.ts';
import type { GuardedFetch, OutboundAnswer } from '../http/guarded-fetch.ts';
import { ReadingProblem, type SourceClient, type SourceReply, type SourceRequest } from './sources/source.ts';

const TIMEOUT_MS = 15_000;
/** A page of five hundred people is some 300 KB. */
const MAX_BYTES = 3 * 1024 * 1024;
const LONGEST_RETRY_MS = 60 * 60 * 1000;
/** So long a limit is waited out; a longer one ends the reading. */
const LONGEST_WAIT_MS = 30_000;
const MOST_WAITS = 5;
/** Mild enough for the smallest limits that the providers publish: ten calls a second. */
const GAP_MS = 100;

const HOSTS: Readonly<Record<IdentityProvider, readonly string[]>> = {
  google: ['oauth2.googleapis.com', 'admin.googleapis.com', 'cloudidentity.googleapis.com'],
  microsoft: ['login.microsoftonline.com', 'graph.microsoft.com'],
  okta: [],
};

export interface SourceClientDeps {
  readonly provider: IdentityProvider;
  readonly credentials: Readonly<Record<string, string>>;
  readonly guardedFetch: GuardedFetch;
  readonly pause: (ms: number) => Promise<void>;
  readonly now: () => Date;
}

/**
 * Calls one provider for one shop, and no host but the provider's own: a next page that leads elsewhere would carry the
 * token along. What goes wrong is a reason, never an error that could hold a key, an address or a body.
 */
export function sourceClient({ provider, credentials, guardedFetch, pause, now }: SourceClientDeps): SourceClient {
  const hosts = provider === 'okta' ? [new URL(credentials['orgUrl'] ?? '').host] : HOSTS[provider];
  let waits = 0;

  async function once({ method, url, headers, form }: SourceRequest): Promise<SourceReply> {
    const isOurs = URL.canParse(url) && new URL(url).protocol === 'https:' && hosts.includes(new URL(url).host);
    if (!isOurs) throw new ReadingProblem('unexpected-shape');
    const answer = await reached(
      guardedFetch(url, {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form && { body: new URLSearchParams(form).toString() }),
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      }),
    );
    return replyOf(answer, now());
  }

  return {
    credentials,
    now,
    async send(request) {
      await pause(GAP_MS);
      for (;;) {
        const reply = await once(request);
        const waitMs = reply.retryAfterMs;
        const isWaitedOut = reply.status === 429 && waitMs !== null && waitMs <= LONGEST_WAIT_MS && waits < MOST_WAITS;
        if (!isWaitedOut) return reply;
        waits += 1;
        await pause(Math.max(waitMs, GAP_MS));
      }
    },
  };
}

async function reached(call: Promise<OutboundAnswer>): Promise<OutboundAnswer> {
  try {
    return await call;
  } catch (error) {
    const { reason } = error as { reason?: unknown };
    const isOdd = reason === 'too-large' || reason === 'bad-encoding';
    throw new ReadingProblem(isOdd ? 'unexpected-shape' : 'unreachable');
  }
}

function replyOf({ status, headers, bytes }: OutboundAnswer, now: Date): SourceReply {
  return { status, json: jsonOf(bytes), retryAfterMs: retryAfterMs(headers, now), next: nextOf(headers.get('link')) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds or as a date, or Okta's moment of a new budget; an hour at most. */
function retryAfterMs(headers: Headers, now: Date): number | null {
  const after = headers.get('retry-after');
  const reset = headers.get('x-rate-limit-reset');
  const ms =
    after !== null
      ? /^\d{1,9}$/.test(after.trim())
        ? Number(after) * 1000
        : Date.parse(after) - now.getTime()
      : reset !== null && /^\d{1,12}$/.test(reset)
        ? Number(reset) * 1000 - now.getTime()
        : NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_MS) : null;
}

/** The address that a `Link` header calls the next. */
function nextOf(link: string | null): string | null {
  if (link === null) return null;
  const [, url] = /<([^<>]{1,4000})>\s*;[^<]*\brel="?next"?/.exec(link.slice(0, 20_000)) ?? [];
  return url ?? null;
}
