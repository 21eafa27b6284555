import { flowOf } from '../flow/flow-state.ts';
import { table } from '../frame/figures.ts';
import { html } from '../frame/html.ts';
import { plainPage } from '../frame/layout.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { RECEIVER_HOST, type ReceivedPost } from './webhook-receiver.ts';

/** What Prahari posted and which workflows it started, newest first. */
export function postsPage(posts: readonly ReceivedPost[], shops: readonly ShopState[]): string {
  const runs = shops.flatMap((shop) => flowOf(shop).runs.map((run) => ({ shop: shop.handle, ...run })));
  return plainPage(
    'Posts',
    html`<h1>Posts</h1>
      <p>
        Whatever is posted to <code>https://${RECEIVER_HOST}/…</code>. Kept until the sandbox stops.
        <a href="/">All sandbox shops</a>
      </p>
      ${posts.length === 0 ? html`<p>Nothing came yet.</p>` : postList(posts)}
      <h2>Workflows</h2>
      ${
        runs.length === 0
          ? html`<p>No workflow was started yet.</p>`
          : table(
              ['At', 'Shop', 'Trigger', 'With'],
              [...runs].reverse().map(({ at, shop, handle, payload }) => [at, shop, handle, wordsOf(payload)]),
            )
      }`,
  );
}

function postList(posts: readonly ReceivedPost[]) {
  return html`${[...posts].reverse().map(
    ({ at, path, headers, body, isSigned, answered }) =>
      html`<details>
        <summary>
          ${at} ${path} · ${signatureWords(isSigned)} · ${answered === null ? 'no answer' : `answered ${answered}`} ·
          ${headers['webhook-id'] ?? 'without id'}
        </summary>
        <pre>${indented(body)}</pre>
      </details>`,
  )}`;
}

const wordsOf = (payload: Readonly<Record<string, unknown>>): string =>
  Object.entries(payload)
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value ?? '')}`)
    .join(' · ');

const signatureWords = (isSigned: boolean | null): string =>
  isSigned === null ? 'signature not looked at' : isSigned ? 'signature right' : 'SIGNATURE WRONG';

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
