import type Router from 'koa-router';
import { toldLifecycle, toldVendors } from './audit/told-deeds.ts';
import type { BeaconIntake } from './beacon/beacon-intake.ts';
import { buyerSide, type BuyerSide } from './buyers/buyer-side.ts';
import type { FlowDesk } from './flow/flow-desk.ts';
import type { AppState } from './http/state.ts';
import { SWEEP_EVERY_MS, sweep, type SweepResult } from './jobs/sweep.ts';
import { selfCheckDesk, type SelfCheckDesk } from './links/self-check-desk.ts';
import type { MailDesk } from './mail/mail-desk.ts';
import { createBudgets } from './rhythm/budgets.ts';
import { operatorDesk, type OperatorDesk } from './rhythm/operator-desk.ts';
import type { MemberDirectory, ShopLifecycle } from './shopify/lifecycle.ts';
import { askedVendors } from './vendor-links/asked-vendors.ts';
import { questionnaireDesk, type QuestionnaireDesk } from './vendor-links/questionnaire-desk.ts';
import { productApi } from './wiring/api.ts';
import { evidenceSides } from './wiring/evidence-sides.ts';
import type { ProductOptions } from './wiring/product-options.ts';
import { runningSides } from './wiring/running-sides.ts';
import { productStores } from './wiring/stores.ts';
import { tellingSides, type TellingSides } from './wiring/telling-sides.ts';
import { STALLED_MS, startWorker, type RunningWorker } from './worker.ts';

/** What Prahari does, apart from how it is reached. */
export interface Product {
  readonly lifecycle: ShopLifecycle;
  readonly members: MemberDirectory;
  readonly apiRouter: Router<AppState>;
  /** For people who hold a link and no log-in. */
  readonly selfCheckDesk: SelfCheckDesk;
  /** For vendors who hold a link. */
  readonly questionnaireDesk: QuestionnaireDesk;
  /** For readers of mail who hold a link. */
  readonly mailDesk: MailDesk;
  /** For visitors' browsers, on pages of shops that switched it on. */
  readonly beaconIntake: BeaconIntake;
  /** For workflows of Shopify Flow. */
  readonly flowDesk: FlowDesk;
  /** For extensions and blocks in buyers' pages. */
  readonly buyers: BuyerSide;
  /** Runs jobs and sweeps in this process. Once. */
  startWorker(): Promise<void>;
  /** One sweep now, beside those that a worker makes by itself. */
  sweep(): Promise<SweepResult>;
  /** For the operator's own page. */
  readonly operatorDesk: OperatorDesk;
  /** Whether Redis answers; the store's state its owner knows. */
  ready(): Promise<boolean>;
  /** Jobs end first, then the connections to Redis. The store's connection is its owner's. */
  close(): Promise<void>;
}

/** Wires the product. All its models are made here, so `ensureIndexes` may follow. */
export async function createProduct(options: ProductOptions): Promise<Product> {
  const { connection, redisUrl, adminFor, clock, log } = options;
  const stores = productStores(options);
  const budgets = createBudgets({ redisUrl, clock, log });
  const evidence = evidenceSides({ options, stores, budgets, teller: () => telling.teller });
  const telling: TellingSides = tellingSides({ options, stores, register: evidence.register });
  const running = runningSides({ options, stores, budgets, evidence, telling });

  const { audit, shops, scans, members, registry, links, selfChecks, questionnaires, failedJobs, isInstalled } = stores;
  const { people, vendors, buyers, beacon, shopAddress } = evidence;
  const { notices, mail } = telling;
  const { queue, starter, lifecycle, limits, flow, pipeline } = running;
  let worker: RunningWorker | undefined;
  let noticeWorker: RunningWorker | undefined;

  return {
    lifecycle: toldLifecycle(lifecycle, { audit, isKnown: async (shop) => (await shops.find(shop)) !== null }),
    members,
    apiRouter: productApi({ options, stores, evidence, telling, running }),
    mailDesk: mail.desk,
    beaconIntake: beacon.intake,
    flowDesk: flow.desk,
    buyers: buyerSide({
      limits,
      buyers,
      registry,
      isInstalled,
      shops,
      adminFor,
      audit,
      clock,
      changed: (shop) => lifecycle.changed(shop, 'buyer-gstin'),
    }),
    selfCheckDesk: selfCheckDesk({
      links,
      results: selfChecks,
      people: people.people,
      isInstalled,
      async changed(shop) {
        await audit.append(shop, { actor: { kind: 'link', id: null }, action: 'link.self-check' });
        await lifecycle.changed(shop, 'self-checks');
      },
    }),
    questionnaireDesk: questionnaireDesk({
      questionnaires,
      isInstalled,
      shopAddress,
      vendors: toldVendors(askedVendors({ side: vendors, lifecycle, starter, clock }), audit),
    }),
    async startWorker() {
      const { stalledMs = STALLED_MS, sweepEveryMs = SWEEP_EVERY_MS } = options;
      noticeWorker ??= notices.startWorker({ stalledMs });
      worker ??= await startWorker(pipeline, { redisUrl, stalledMs, sweepEveryMs });
    },
    operatorDesk: operatorDesk({ connection, failedJobs, starter, queue, shops, scans }),
    sweep: () => sweep(pipeline),
    ready: () => queue.ready(),
    async close() {
      await worker?.close();
      await noticeWorker?.close();
      await queue.close();
      await notices.close();
      budgets.close();
    },
  };
}
