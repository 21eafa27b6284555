import type { Connection } from 'mongoose';
import type { EvidenceSet } from '../../core/evidence/snapshot.ts';
import { ordersWithBuyerNumbers } from '../../core/evidence/derived/buyer-number-removal.ts';
import { forgottenBuyers } from '../buyers/forgotten-buyers.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CustomerRequest } from '../shopify/lifecycle.ts';
import { orderGid, privacyRequestStore } from './privacy-requests.ts';
import type { ScanStore } from './scans.ts';
import type { SnapshotStore } from './snapshots.ts';

/**
 * Answers customers' requests. What Prahari can hold of a customer is the tax number on an order: a proprietor's names
 * the person. It stands in snapshots, for minutes in a scan that goes on, and under what a look-up service told of it. Both
 * calls are safe to repeat, at once too; a process opens one snapshot at a time, since one may be large.
 */
export function customerRequests(deps: {
  readonly connection: Connection;
  readonly scans: ScanStore;
  readonly snapshots: SnapshotStore;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { scans, snapshots, log } = deps;
  const requests = privacyRequestStore(deps);
  const lookedUp = forgottenBuyers(deps);
  const inTurn = oneAtATime();

  function tell(shop: string, { ordersLeftOut }: CustomerRequest, done: { answer: string; orders: number }): void {
    log.info({ shop, ...done }, "a customer's request was answered");
    if (ordersLeftOut > 0)
      log.warn({ shop, ordersLeftOut }, "a customer's request names orders that were not looked at");
  }

  return {
    /** Finds the customer's orders whose tax numbers are kept. Answered once. */
    async dataRequested(shop: string, request: CustomerRequest, stillAtWork: () => Promise<void>): Promise<void> {
      const key = { shop, kind: 'data-request', requestId: request.requestId } as const;
      if ((await requests.receive(key, { ...request, orders: [] })) !== null) return;
      const open = new Set(request.orders.map(orderGid));
      const look = async (evidence: EvidenceSet | undefined): Promise<void> => {
        const held = evidence ? ordersWithBuyerNumbers(evidence, open) : [];
        if (held.length > 0) await requests.found(key, held);
        for (const gid of held) open.delete(gid);
      };
      const told = await lookedUp.heldOrders(shop, open);
      if (told.length > 0) await requests.found(key, told);
      for (const gid of told) open.delete(gid);
      if (open.size > 0) await look(await scans.orderEvidence(shop));
      for (const id of open.size > 0 ? await snapshots.ids(shop) : []) {
        if (open.size === 0) break;
        await inTurn(async () => look((await snapshots.find(shop, id))?.evidence));
        await stillAtWork();
      }
      tell(shop, request, await requests.answer(key, 'tax-numbers-on-orders'));
    },

    /** Removes the tax numbers of the customer's orders wherever they are kept; those read later are not kept. */
    async redacted(shop: string, request: CustomerRequest, stillAtWork: () => Promise<void>): Promise<void> {
      const key = { shop, kind: 'redact', requestId: request.requestId } as const;
      await requests.receive(key, request);
      const gids = new Set(request.orders.map(orderGid));
      const found = (held: readonly string[]) => requests.found(key, held);
      if (gids.size > 0) {
        const told = await lookedUp.heldOrders(shop, gids);
        if (told.length > 0) await found(told);
        await lookedUp.forget(shop, gids);
        await scans.removeBuyerNumbers(shop, gids, found);
        // What is kept from now on is kept without: `keep` reads the request.
        for (const id of await snapshots.ids(shop)) {
          await inTurn(() => snapshots.removeBuyerNumbers(shop, id, gids, found));
          await stillAtWork();
        }
      }
      tell(shop, request, await requests.answer(key, 'tax-numbers-removed'));
    },
  };
}

function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return async (work: () => Promise<void>): Promise<void> => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
}
