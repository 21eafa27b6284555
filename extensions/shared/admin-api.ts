import type { Problem } from '../../core/api/settings.ts';

/**
 * Why there is no value. `offline`: no answer in time, or no network. `signed-out`: the admin's token did not help.
 * `denied`: this person may not, or the shop has not allowed it. `busy`: later. `gone`: no such thing in this shop.
 * `refused`: what was sent cannot stand, and `problem` says which part. `fault`: an answer that makes no sense, or our
 * own trouble.
 */
export const FAILURE_KINDS = ['offline', 'signed-out', 'denied', 'busy', 'gone', 'refused', 'fault'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** Whole seconds after which it is worth another try; null: the server did not say. */
  readonly retryAfterS: number | null;
  /** The server's own typed reason; null where it gave none. */
  readonly problem: Problem | null;
}

export type Answer<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

export interface AdminApiPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
  /** For a deed, behind which the server asks others in turn; default: the same. */
  readonly deedTimeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Shopify reads the order anew, or fifty of them, and the look-up service has ten seconds of its own. */
const DEED_TIMEOUT_MS = 30_000;
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';
const LONGEST_RETRY_S = 3_600;

/**
 * The way of an extension in the admin to our server. The admin puts our address before a path and a fresh session
 * token into each call; a token that grew old on its way is renewed once, when the server asks for it. Never throws.
 */
export function createAdminApi({ fetch, timeoutMs, deedTimeoutMs = timeoutMs }: AdminApiPorts) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const withinMs = method === 'GET' ? timeoutMs : deedTimeoutMs;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<Failure>((resolve) => {
      timer = setTimeout(() => {
        resolve(failure('offline'));
        stop.abort();
      }, withinMs);
    });
    try {
      // A host that does not know how to stop a call is not waited for either.
      return await Promise.race([answer<T>(method, path, body, stop.signal), tooLate]);
    } catch {
      return failure('offline');
    } finally {
      clearTimeout(timer);
    }
  }

  async function answer<T>(method: string, path: string, body: unknown, signal: AbortSignal): Promise<Answer<T>> {
    const init: RequestInit = {
      method,
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal,
    };
    let response = await fetch(`/api${path}`, init);
    if (response.status === 401 && response.headers.get(RETRY_HEADER)) response = await fetch(`/api${path}`, init);
    const content = await contentOf(response);
    if (!response.ok) return failure(kindOf(response.status), retryAfterOf(response), problemOf(content));
    return isRecord(content) ? { kind: 'ok', value: content as T } : failure('fault');
  }

  return {
    get: <T>(path: string) => call<T>('GET', path),
    post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  };
}

export type AdminApi = ReturnType<typeof createAdminApi>;

/** Of the running extension. `path` begins after "/api". */
export const api: AdminApi = createAdminApi({
  fetch: (url, init) => globalThis.fetch(url, init),
  timeoutMs: TIMEOUT_MS,
  deedTimeoutMs: DEED_TIMEOUT_MS,
});

/** "gid://shopify/Order/1001" to "1001"; null for what is no id of Shopify's. */
export function digitsOf(gid: string | undefined): string | null {
  return /^gid:\/\/shopify\/[A-Za-z]+\/(\d{1,20})$/.exec(gid ?? '')?.[1] ?? null;
}

function failure(kind: FailureKind, retryAfterS: number | null = null, problem: Problem | null = null): Failure {
  return { kind, retryAfterS, problem };
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'denied';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  return status >= 400 && status < 500 ? 'refused' : 'fault';
}

/** A gateway between us and the server answers in HTML: then there is nothing to read, and its status tells. */
async function contentOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
}

function problemOf(content: unknown): Problem | null {
  const isOne = isRecord(content) && typeof content.type === 'string' && typeof content.title === 'string';
  return isOne ? (content as unknown as Problem) : null;
}

function retryAfterOf(response: Response): number | null {
  const seconds = Math.ceil(Number(response.headers.get('Retry-After') ?? Number.NaN));
  return seconds > 0 && seconds <= LONGEST_RETRY_S ? seconds : null;
}

function isRecord(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}
