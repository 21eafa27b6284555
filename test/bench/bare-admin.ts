import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import {
  DOMAINS,
  GRANTED_SCOPES,
  LOCATIONS,
  POLICIES,
  PRIVACY,
  SHOP_POSTURE,
  THEME_FILE_LIST,
} from '../../server/collect/documents.ts';
import { ADMIN_API_VERSION } from '../../server/shopify/admin-api.ts';

/** What a re-check asks, and gets, of a shop that allowed nothing beyond the install and whose theme did not change. */
const QUESTIONS = [SHOP_POSTURE, GRANTED_SCOPES, DOMAINS, LOCATIONS, POLICIES, PRIVACY, THEME_FILE_LIST];

/**
 * The peer of a re-check: the same questions over kept-alive HTTPS by node:https, one after the other, the answers
 * thrown away. No queue, no store, no judging.
 */
export function bareAdmin(sandbox: { connectTo: string; caFile: string }, atOnce: number) {
  const [host, port] = sandbox.connectTo.split(':');
  const agent = new Agent({
    keepAlive: true,
    maxFreeSockets: 1_000,
    maxSockets: atOnce,
    ca: readFileSync(sandbox.caFile),
  });

  function ask(shop: string, token: string, query: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent,
          host,
          port,
          servername: shop,
          method: 'POST',
          path: `/admin/api/${ADMIN_API_VERSION}/graphql.json`,
          headers: { Host: shop, 'Content-Type': 'application/json', 'X-Shopify-Access-Token': token },
        },
        (answer) => {
          if (answer.statusCode !== 200) reject(new Error(`The sandbox answered ${answer.statusCode}.`));
          text(answer).then(resolve, reject);
        },
      );
      call.on('error', reject);
      call.end(JSON.stringify({ query, variables: {} }));
    });
  }

  return {
    async askAll(shop: string, token: string): Promise<void> {
      for (const question of QUESTIONS) {
        const { data } = JSON.parse(await ask(shop, token, question)) as { data?: unknown };
        if (data == null) throw new Error('The sandbox answered no data.');
      }
    },
    close: () => agent.destroy(),
  };
}
