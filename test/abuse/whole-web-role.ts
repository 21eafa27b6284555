import { createProduct } from '../../server/product.ts';
import type { Product } from '../../server/product.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../../server/scopes.ts';
import type { AlertPage } from '../../core/api/alerts.ts';
import { startPlatform } from '../platform.ts';
import type { Platform } from '../platform.ts';
import { testRedis } from '../redis.ts';
import { until } from '../until.ts';
import { noOwnFacts } from '../own-facts.ts';

/** Registrations that could exist, on a PAN that nobody has. */
export const GSTIN = '27AAAAA0000A1Z2';

/** One person of one shop, who asks as the page does: with a session token that Shopify signed. */
export interface Person {
  readonly shop: string;
  readonly userId: string;
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** The whole web role with the real product and a worker, over a sandbox: nothing in it knows that it is a test. */
export interface WholeWebRole {
  readonly platform: Platform;
  readonly product: Product;
  /** The owner of the shop that the test attacks from, and of the one that it attacks. */
  readonly mine: Person;
  readonly theirs: Person;
  person(shop: string, userId: string): Person;
  close(): Promise<void>;
}

export async function startWholeWebRole(): Promise<WholeWebRole> {
  const redis = await testRedis();
  const made: { product?: Product } = {};
  const platform = await startPlatform({}, async ({ access, metrics, ...parts }) => {
    const { adminFor, tokens } = access;
    made.product = await createProduct({
      appUrl: 'https://prahari.example',
      clientId: 'prahari-test-client',
      ...{ ...parts, adminFor, redisUrl: redis.url, metricsRegistry: metrics.registry },
      forgetAccess: (shop) => tokens.forget(shop),
      ...{ requiredScopes: REQUIRED_SCOPES, optionalScopes: OPTIONAL_SCOPES, world: noOwnFacts().world },
    });
    return made.product;
  });
  const { product } = made;
  if (!product) throw new Error('the platform made no product');
  await product.startWorker();

  function person(shop: string, userId: string): Person {
    const ask: Person['ask'] = (method, path, body, headers = {}) =>
      fetch(`${platform.url}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${platform.sandbox.sessionToken(shop, userId)}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    return { shop, userId, ask };
  }

  const [mine, theirs] = platform.sandbox.shops.map(({ domain, people }) =>
    person(domain, String(people.find(({ isOwner }) => isOwner)?.id)),
  );
  if (!mine || !theirs) throw new Error('the sandbox has two shops');
  return {
    platform,
    product,
    mine,
    theirs,
    person,
    async close() {
      await product.close();
      await platform.close();
      await redis.close();
    },
  };
}

/** Opens the app for the first time, and waits for the first check to end. */
export async function firstVisit(person: Person): Promise<void> {
  await person.ask('GET', '/api/home');
  await checkIsOver(person);
}

export async function checkIsOver({ ask }: Person): Promise<void> {
  await until('the check is over', async () => {
    const answer = await ask('GET', '/api/scans/current');
    return answer.status === 200 && ((await answer.json()) as { state: string }).state === 'done';
  });
}

export async function alertsOf({ ask }: Person): Promise<AlertPage['alerts']> {
  return ((await (await ask('GET', '/api/alerts')).json()) as AlertPage).alerts;
}
