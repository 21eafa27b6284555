import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import type { Shopify } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type { GuardedFetch } from '../http/guarded-fetch.ts';

/** Shopify's library, told who we are. What it sends (OAuth) goes out through the guarded fetch; it logs nothing. */
export function createShopify({
  clientId,
  clientSecret,
  appUrl,
  guardedFetch,
}: {
  clientId: string;
  clientSecret: string;
  appUrl: string;
  guardedFetch: GuardedFetch;
}): Shopify {
  // The library has one fetch for the whole process; whoever comes last sets it, and there is one guarded fetch.
  setAbstractFetchFunc(asFetch(guardedFetch));
  return shopifyApi({
    apiKey: clientId,
    apiSecretKey: clientSecret,
    apiVersion: ApiVersion.October26,
    hostName: new URL(appUrl).host,
    hostScheme: new URL(appUrl).protocol === 'http:' ? 'http' : 'https',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
}

/** The standard fetch's shape over ours, as far as the library uses it. */
function asFetch(guardedFetch: GuardedFetch): typeof fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const answer = await guardedFetch(url, {
      method: init?.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(typeof init?.body === 'string' && { body: init.body }),
    });
    const headers = new Headers(answer.headers);
    headers.delete('content-encoding'); // the bytes are unpacked
    headers.delete('content-length');
    const isEmpty = [204, 205, 304].includes(answer.status);
    return new Response(isEmpty ? null : new Uint8Array(answer.bytes), { status: answer.status, headers });
  };
}
