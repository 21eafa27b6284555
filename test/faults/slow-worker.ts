/**
 * A worker as a process of its own over a shop that thinks before it answers. The drills kill it, stop it and wake it.
 * Reads STORE_URI, REDIS_URL, KEY_RING, and THINK_MS: JSON of milliseconds by question, "" for all others.
 */
import { Registry } from 'prom-client';
import { systemClock } from '../../server/clock.ts';
import { createLog } from '../../server/log.ts';
import { createProduct } from '../../server/product.ts';
import { connectStore } from '../../server/store/connect.ts';
import { DataKeys } from '../../server/store/data-keys.ts';
import { createFieldCipher } from '../../server/store/field-cipher.ts';
import { KeyRing } from '../../server/store/key-ring.ts';
import { fakeAdmin } from '../fake-admin.ts';
import { slowShop } from './slow-shop.ts';
import { noOwnFacts } from '../own-facts.ts';

const { STORE_URI = '', REDIS_URL = '', KEY_RING = '', THINK_MS = '{}' } = process.env;
const thinkMs = JSON.parse(THINK_MS) as Readonly<Record<string, number>>;
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
  adminFor: () => fakeAdmin(slowShop((question) => thinkMs[question] ?? thinkMs[''] ?? 0)),
  forgetAccess: async () => undefined,
  guardedFetch: () => Promise.reject(new Error('nothing outside is called here')),
  world: noOwnFacts().world,
  clock,
  log: createLog({ level: 'info' }),
  metricsRegistry: new Registry(),
  requiredScopes: ['read_themes', 'read_legal_policies', 'read_privacy_settings', 'read_locations'],
  optionalScopes: ['read_orders'],
  stalledMs: 1_000,
});
await product.startWorker();
process.stdout.write('working\n');
