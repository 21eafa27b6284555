import { join } from 'node:path';
import { STATES } from 'mongoose';
import { createApp } from './app.ts';
import { movedClock, systemClock } from './clock.ts';
import { LIBRARY_LIST_URL } from './code/fresh-libraries.ts';
import type { Config } from './config.ts';
import { createGuardedFetch } from './http/guarded-fetch.ts';
import { openLaw } from './law/law-folder.ts';
import { listen } from './listen.ts';
import type { Log } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { createMetrics } from './metrics.ts';
import { webhookReceiptModel } from './models/webhook-receipt.ts';
import { keyCanaryModel } from './models/data-key.ts';
import { createOperatorApp } from './operator.ts';
import { createProduct } from './product.ts';
import type { Product } from './product.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from './scopes.ts';
import { createRestUsers } from './shopify/rest-users.ts';
import { createAccess } from './shopify/access.ts';
import { WebhookInbox, type WebhookWork } from './shopify/webhook-inbox.ts';
import { workOn } from './shopify/webhook-work.ts';
import { connectStore, ensureIndexes } from './store/connect.ts';
import { DataKeys } from './store/data-keys.ts';
import { createFieldCipher } from './store/field-cipher.ts';
import { openKeyRing } from './store/open-key-ring.ts';
import { createWorld } from './world.ts';

const RESUME_EVERY_MS = 60_000;
/** Where weeks pass in minutes, what is due is looked for more often. */
const MOVED_SWEEP_EVERY_MS = 2_000;

export interface Running {
  /** Null in the worker role. */
  readonly port: number | null;
  readonly operatorPort: number;
  /** Stops listening, finishes requests and jobs, then lets the connections go. */
  close(): Promise<void>;
}

/**
 * Wires one process of the given role.
 * @throws {LawFileError} a file of the law folder cannot be used
 */
export async function start({
  config,
  log,
  webFolder,
}: {
  config: Config;
  log: Log;
  webFolder?: string;
}): Promise<Running> {
  // First: without the law that the operator wrote, nothing is opened.
  const law = await openLaw(config.LAW_FOLDER ?? null, log);
  const clock = config.CLOCK_FILE === undefined ? systemClock : movedClock(config.CLOCK_FILE);
  const metrics = createMetrics();
  const connector = { connectTo: config.OUTBOUND_CONNECT_TO, caFile: config.OUTBOUND_CA_FILE };
  const guardedFetch = createGuardedFetch(connector);
  const world = createWorld({ guardedFetch, clock, connector, libraryListUrl: libraryListUrl(config), log });
  const connection = await connectStore({ uri: config.MONGODB_URI });
  keyCanaryModel(connection);
  webhookReceiptModel(connection);
  const dataKeys = new DataKeys({ connection, ring: config.KEY_RING, clock });
  const cipher = createFieldCipher(dataKeys);

  // Access tells the product what happens to a shop, and the product is made with access.
  const made: { product?: Product } = {};
  const lifecycle = () => {
    if (!made.product) throw new Error('The product is not made yet.');
    return made.product.lifecycle;
  };
  const access = createAccess({
    config,
    connection,
    cipher,
    guardedFetch,
    lifecycle,
    clock,
    observe: (outcome) => metrics.adminCall(outcome),
  });
  const { MAIL_URL: service, MAIL_FROM: from } = config;
  const mail = service && service !== 'off' && from ? { mailer: createMailer({ service, from }), from } : null;
  const product = await createProduct({
    appUrl: config.APP_URL,
    clientId: config.SHOPIFY_CLIENT_ID,
    connection,
    redisUrl: config.REDIS_URL,
    cipher,
    ring: config.KEY_RING,
    ...(mail && { mail }),
    ...(config.ADMIN_ORIGIN !== undefined && { adminOrigin: config.ADMIN_ORIGIN }),
    adminFor: access.adminFor,
    forgetAccess: (shop) => access.tokens.forget(shop),
    guardedFetch,
    clock,
    log,
    metricsRegistry: metrics.registry,
    requiredScopes: REQUIRED_SCOPES,
    optionalScopes: OPTIONAL_SCOPES,
    law,
    ...(config.CLOCK_FILE !== undefined && { sweepEveryMs: MOVED_SWEEP_EVERY_MS }),
    ...(config.REST_USERS === 'on' && { restUsers: createRestUsers({ guardedFetch, tokens: access.tokens }) }),
    world,
  });
  made.product = product;
  const { members, apiRouter, selfCheckDesk, questionnaireDesk, mailDesk, beaconIntake, flowDesk, buyers } = product;
  await ensureIndexes(connection);
  await openKeyRing(connection, config.KEY_RING, dataKeys);

  const work: WebhookWork = (receipt, stillAtWork) =>
    workOn(receipt, { lifecycle: lifecycle(), isShopOpen: access.isShopOpen, stillAtWork });
  const inbox = new WebhookInbox({ connection, work, clock, log });

  const isWeb = config.ROLE !== 'worker';
  if (config.ROLE !== 'web') await product.startWorker();
  // Beside the compiled server (dist/server), or in dist/ while Node runs the sources.
  const pages = import.meta.filename.endsWith('.ts') ? ['dist', 'web'] : ['web'];
  const folder = webFolder ?? join(import.meta.dirname, '..', ...pages);
  const desks = { selfCheckDesk, questionnaireDesk, mailDesk, beaconIntake, flowDesk, buyers };
  const parts = { config, clock, log, metrics, access, inbox, members, apiRouter, ...desks, webFolder: folder };
  const web = isWeb ? await listen(createApp(parts), { host: config.HOST, port: config.PORT }) : null;

  const isReady = async () => connection.readyState === STATES.connected && (await product.ready());
  const hash = config.OPERATOR_PASSWORD_HASH;
  const operator = await listen(
    createOperatorApp({
      ...{ isReady, registry: metrics.registry, metricsToken: config.METRICS_TOKEN },
      ...(hash !== undefined && { queue: { desk: product.operatorDesk, hash, clock } }),
    }),
    { host: config.OPERATOR_HOST, port: config.OPERATOR_PORT },
  );

  const resume = () =>
    void inbox.resumeUnhandled().catch((error: unknown) => log.error({ err: error }, 'resuming webhooks'));
  resume();
  const resuming = setInterval(resume, RESUME_EVERY_MS);
  log.info({ role: config.ROLE, port: web?.port, operatorPort: operator.port }, 'ready');

  return {
    port: web?.port ?? null,
    operatorPort: operator.port,
    async close() {
      clearInterval(resuming);
      await web?.close();
      await inbox.close();
      await product.close();
      mail?.mailer.close();
      await operator.close();
      await world.close();
      await guardedFetch.close();
      await connection.close();
    },
  };
}

/** A laptop and a test go nowhere for it unless told. */
function libraryListUrl({ LIBRARY_DATA_URL: told, NODE_ENV }: Config): string | null {
  if (told !== undefined) return told === 'off' ? null : told;
  return NODE_ENV === 'production' ? LIBRARY_LIST_URL : null;
}
