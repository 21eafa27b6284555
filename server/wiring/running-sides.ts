import { scanService } from '../api/scans/scans.service.ts';
import { guestLimits } from '../buyers/guest-limits.ts';
import { collectorsFor } from '../collect/index.ts';
import { flowSide } from '../flow/flow-side.ts';
import { pipelineMetrics } from '../jobs/pipeline-metrics.ts';
import type { Pipeline } from '../jobs/pipeline.ts';
import { scanQueue } from '../jobs/scan-queue.ts';
import { scanStarter } from '../jobs/scan-starter.ts';
import { inAppNotifier } from '../notify/in-app.ts';
import type { Budgets } from '../rhythm/budgets.ts';
import { frozenShops } from '../rhythm/frozen-shops.ts';
import { shopLifecycle } from '../shop/lifecycle.ts';
import { thinSnapshots } from '../shop/thin-snapshots.ts';
import type { EvidenceSides } from './evidence-sides.ts';
import type { ProductOptions } from './product-options.ts';
import type { ProductStores } from './stores.ts';
import type { TellingSides } from './telling-sides.ts';

interface RunningDeps {
  readonly options: ProductOptions;
  readonly stores: ProductStores;
  readonly budgets: Budgets;
  readonly evidence: EvidenceSides;
  readonly telling: TellingSides;
}

export type RunningSides = ReturnType<typeof runningSides>;

/** What happens by itself: a shop's coming and going, its checks, and the queue that both wait in. */
export function runningSides({ options, stores, budgets, evidence, telling }: RunningDeps) {
  const { connection, redisUrl, cipher, ring, clock, log, adminFor } = options;
  const { audit, shops, scans, snapshots, lookUpStore, hosts } = stores;
  const { people, beacon, orderGst } = evidence;
  const { notices, outgoing, reports, teller } = telling;

  const limits = guestLimits({ budgets, ring, clock });
  const queue = scanQueue({ redisUrl, log });
  const starter = scanStarter({
    scans,
    queue,
    forgetElsewhere: [
      (shop) => notices.forget(shop),
      (shop) => budgets.scansOfShop.forget(shop),
      (shop) => limits.forget(shop),
    ],
  });
  const frozen = frozenShops({ shops, scans, starter, log });

  /** With the shop's tokens go its keys of other services. */
  async function forgetAccess(shop: string): Promise<void> {
    await lookUpStore.disconnect(shop);
    await people.connections.disconnectAll(shop);
    await hosts.forgetSignatures(shop);
    await beacon.store.forget(shop);
    await outgoing.webhooks.forget(shop);
    await options.forgetAccess(shop);
  }
  const lifecycle = shopLifecycle({
    connection,
    cipher,
    forgetAccess,
    shops,
    scans,
    snapshots,
    starter,
    clock,
    log,
    visitNeeded: (...of) => notices.visitNeeded(...of),
  });

  const scanAnswers = scanService({ scans, starter, clock });
  const flow = flowSide({
    connection,
    cipher,
    clock,
    log,
    audit,
    shops,
    scans,
    starter,
    teller,
    checksLeft: async (shop) => (await scanAnswers.budget(shop)).left,
    hurry: (shop) => queue.flowActions(shop),
    readOrder: (shop, orderId) => orderGst.row(shop, orderId),
  });

  const pipeline: Pipeline = {
    ...stores,
    connection,
    vendors: evidence.vendors,
    scripts: evidence.scripts,
    lookUps: evidence.lookUps,
    disclosure: evidence.disclosure,
    people,
    law: evidence.law,
    world: { guardedFetch: options.guardedFetch, ...options.world },
    collectors: collectorsFor(options),
    adminFor,
    lifecycle,
    frozen,
    budgets,
    thinSnapshots: thinSnapshots({ connection, audit, clock }),
    notifier: inAppNotifier({ scans }),
    reports,
    notices,
    flow,
    queue,
    metrics: pipelineMetrics(options.metricsRegistry),
    clock,
    log,
  };
  return { limits, queue, starter, frozen, lifecycle, scanAnswers, flow, pipeline };
}
