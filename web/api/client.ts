import { ApiProblem, OfflineProblem } from './problems.ts';
import type { Problem } from '../../core/api/settings.ts';

const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** What the client stands on; tests hand in a server of their own. */
export interface ApiPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** A session token of App Bridge, good for one minute. */
  readonly idToken: () => Promise<string>;
}

/**
 * The one way to our server. Each call carries a fresh session token; a token that grew old on its way is renewed
 * once, when the server asks for it.
 *
 * @throws {ApiProblem} the server refused
 * @throws {OfflineProblem} no answer came
 */
export function createApi({ fetch, idToken }: ApiPorts) {
  async function send(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
    const init: RequestInit = {
      method,
      headers: {
        Accept: 'application/json, application/problem+json, text/csv',
        Authorization: `Bearer ${await idToken()}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    };
    try {
      return await fetch(`/api${path}`, init);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new OfflineProblem({ cause });
    }
  }

  async function answer(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    let response = await send(method, path, body, signal);
    if (response.status === 401 && response.headers.get(RETRY_HEADER))
      response = await send(method, path, body, signal);
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const response = await answer(method, path, body, signal);
    return response.status === 204 ? (null as T) : ((await response.json()) as T);
  }

  return {
    get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal),
    text: async (path: string) => (await answer('GET', path)).text(),
    blob: async (path: string) => (await answer('GET', path)).blob(),
    post: <T>(path: string, body: unknown = {}) => call<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
    patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
    remove: (path: string, body?: unknown) => call<null>('DELETE', path, body),
  };
}

/** A gateway between us and the server answers in HTML; its status is all that we can tell. */
async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfterS = Number(response.headers.get('Retry-After'));
  const isOurs = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  const problem: Problem = isOurs
    ? ((await response.json()) as Problem)
    : { type: 'unknown', title: 'The server gave no reason.', status: response.status };
  return new ApiProblem(problem, Number.isFinite(retryAfterS) && retryAfterS > 0 ? retryAfterS : null);
}

/** The client of the running app. */
export const api = createApi({
  fetch: (url, init) => globalThis.fetch(url, init),
  idToken: () => globalThis.shopify.idToken(),
});
