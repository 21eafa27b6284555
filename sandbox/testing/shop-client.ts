import { readFileSync } from 'node:fs';
import { request } from 'node:https';

import type { Sandbox } from '../start.ts';

export interface ShopAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  json(): Record<string, unknown>;
}

/** Calls a shop's host as the app does: to the sandbox's port, with the true name checked against the sandbox's CA. */
export function callShop(
  sandbox: Pick<Sandbox, 'httpsPort' | 'caFile'>,
  url: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: unknown;
    text?: string;
    signal?: AbortSignal;
  } = {},
): Promise<ShopAnswer> {
  const { hostname, pathname, search } = new URL(url);
  const body = options.body === undefined ? options.text : JSON.stringify(options.body);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: sandbox.httpsPort,
        servername: hostname,
        ca: readFileSync(sandbox.caFile),
        method: options.method ?? (body === undefined ? 'GET' : 'POST'),
        path: `${pathname}${search}`,
        headers: {
          Host: hostname,
          ...(options.body !== undefined && { 'Content-Type': 'application/json' }),
          ...options.headers,
        },
        agent: false,
        ...(options.signal && { signal: options.signal }),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const json = () => JSON.parse(text) as Record<string, unknown>;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json });
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Installs the app and exchanges a session token: the access token of a first visit. */
export async function accessTokenOf(sandbox: Sandbox, shop: string): Promise<string> {
  sandbox.core.install(shop);
  const answer = await callShop(sandbox, `https://${shop}/admin/oauth/access_token`, {
    body: {
      client_id: sandbox.core.clientId,
      client_secret: TEST_SECRET,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: sandbox.sessionToken(shop),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    },
  });
  return String(answer.json()['access_token']);
}

export async function askAdmin(
  sandbox: Sandbox,
  shop: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<ShopAnswer> {
  return callShop(sandbox, `https://${shop}/admin/api/2026-10/graphql.json`, {
    headers: { 'X-Shopify-Access-Token': token },
    body: { query, variables },
  });
}

export const TEST_CLIENT_ID = 'sandbox-client-id';
export const TEST_SECRET = 'sandbox-client-secret-of-tests-only';
