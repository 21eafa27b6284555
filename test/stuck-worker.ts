/**
 * A worker as a process of its own, whose Shopify never answers for the theme: killed with -9 in the middle of a scan by
 * the fault tests. Reads STORE_URI, REDIS_URL and KEY_RING.
 */
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { systemClock } from '../server/clock.ts';
import { createProduct } from '../server/product.ts';
import { connectStore } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import { KeyRing } from '../server/store/key-ring.ts';
import { fakeAdmin, shopAnswers } from './fake-admin.ts';
import { noOwnFacts } from './own-facts.ts';

const { STORE_URI = '', REDIS_URL = '', KEY_RING = '' } = process.env;
const connection = await connectStore({ uri: STORE_URI });
const clock = systemClock;
const ring = KeyRing.parse(KEY_RING);
const product = await createProduct({
  appUrl: 'https://prahari.example',
  clientId: 'prahari-test-client',
  connection,
  redisUrl: REDIS_URL,
  cipher: createFieldCipher(new DataKeys({ connection, ring, clock })),
  ring,
  adminFor: () => fakeAdmin({ ...shopAnswers(), ThemeFileList: () => new Promise(() => undefined) }),
  forgetAccess: async () => undefined,
  guardedFetch: () => Promise.reject(new Error('nothing outside is called here')),
  world: noOwnFacts().world,
  clock,
  log: pino({ level: 'silent' }),
  metricsRegistry: new Registry(),
  requiredScopes: ['read_themes'],
  optionalScopes: [],
  stalledMs: 1_000,
});
await product.startWorker();
