import { ask, IS_EMBEDDED } from './channel.ts';

/** A fresh session token for each request; it lives one minute. */
export async function idToken(): Promise<string> {
  return String(await ask({ what: 'idToken' }));
}

const plainFetch = window.fetch.bind(window);
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** Requests to our own server carry the session token. One that was found stale is sent once more with a new one. */
async function signedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin || request.headers.has('Authorization'))
    return plainFetch(request);
  const again = request.clone();
  const answer = await plainFetch(await signed(request));
  return answer.headers.has(RETRY_HEADER) ? plainFetch(await signed(again)) : answer;
}

async function signed(request: Request): Promise<Request> {
  request.headers.set('Authorization', `Bearer ${await idToken()}`);
  return request;
}

export function patchFetch(): void {
  if (IS_EMBEDDED) window.fetch = signedFetch;
}

/**
 * The server's bounce page holds nothing but this script and names the page that it stands for: that page is loaded
 * again with a fresh token. Only a page of the same app.
 */
export async function bounceBack(): Promise<void> {
  const wanted = new URLSearchParams(location.search).get('shopify-reload');
  if (wanted === null) return;
  const page = new URL(wanted, location.origin);
  if (page.origin !== location.origin) return;
  page.searchParams.set('id_token', await idToken());
  location.replace(page);
}
