import { randomBytes } from 'node:crypto';
import { Registry } from 'prom-client';
import { pino } from 'pino';
import type { Clock } from '../server/clock.ts';
import { createProduct, type Product } from '../server/product.ts';
import type { ProductOptions } from '../server/wiring/product-options.ts';
import { ensureIndexes } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher, type FieldCipher } from '../server/store/field-cipher.ts';
import { KeyRing } from '../server/store/key-ring.ts';
import { fakeAdmin, shopAnswers, type AdminAnswers } from './fake-admin.ts';
import { identityProviders, type IdentityProviders } from './identity-providers.ts';
import { lookUpServices, type LookUpServices } from './look-up-services.ts';
import { testRedis, type TestRedis } from './redis.ts';
import { openTestStore, type TestStore } from './store.ts';
import { noOwnFacts } from './own-facts.ts';

/** A clock that tests set. */
export interface TestClock extends Clock {
  /** Moves it; what is due then is due. */
  pass(ms: number): void;
}

export function testClock(): TestClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    pass(ms) {
      ahead += ms;
    },
  };
}

export interface TestProduct {
  readonly product: Product;
  readonly store: TestStore;
  readonly redis: TestRedis;
  readonly cipher: FieldCipher;
  /** As KEY_RING takes it, for processes that share the store. */
  readonly keyRing: string;
  readonly clock: TestClock;
  /** What Shopify says of each shop. */
  readonly shops: Map<string, AdminAnswers>;
  /** What the GST registry's services say to each shop. */
  readonly services: LookUpServices;
  /** Google, Microsoft and Okta of each shop. */
  readonly identity: IdentityProviders;
  /** Shops whose tokens were thrown away. */
  readonly forgotten: string[];
  /** Another process of the same system, as far as wiring goes. */
  another(): Promise<Product>;
  close(): Promise<void>;
}

/** Tests sweep when they mean to: on a slow machine a minute's own sweep would begin what theirs is to begin. */
const SWEEP_EVERY_MS = 60 * 60_000;

/** The real product on a real store and queue; only Shopify is a fake. */
export async function testProduct({
  clock = testClock(),
  ...outlets
}: Partial<Pick<ProductOptions, 'mail'>> & { clock?: TestClock } = {}): Promise<TestProduct> {
  const store = await openTestStore();
  const keyRing = `test:${randomBytes(32).toString('base64')}`;
  const ring = KeyRing.parse(keyRing);
  const keys = new DataKeys({ connection: store.connection, ring, clock });
  const cipher = createFieldCipher(keys);
  const redis = await testRedis();
  const shops = new Map<string, AdminAnswers>();
  const forgotten: string[] = [];
  const services = lookUpServices(() => clock.now());
  const identity = identityProviders(() => clock.now());
  const made: Product[] = [];

  async function another(): Promise<Product> {
    const product = await createProduct({
      appUrl: 'https://prahari.example',
      clientId: 'prahari-test-client',
      connection: store.connection,
      redisUrl: redis.url,
      cipher,
      ring,
      adminFor: (shop) => fakeAdmin(shops.get(shop) ?? shopAnswers()),
      forgetAccess: async (shop) => void forgotten.push(shop),
      guardedFetch: (url, init) => (identity.has(url) ? identity.fetch(url, init) : services.fetch(url, init)),
      world: noOwnFacts().world,
      clock,
      log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
      metricsRegistry: new Registry(),
      requiredScopes: ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
      optionalScopes: ['read_orders'],
      stalledMs: 1_000,
      sweepEveryMs: SWEEP_EVERY_MS,
      ...outlets,
    });
    made.push(product);
    return product;
  }

  const product = await another();
  await ensureIndexes(store.connection);
  return {
    product,
    store,
    redis,
    cipher,
    keyRing,
    clock,
    shops,
    services,
    identity,
    forgotten,
    another,
    async close() {
      await Promise.all(made.map((one) => one.close()));
      await redis.close();
      await store.close();
    },
  };
}
