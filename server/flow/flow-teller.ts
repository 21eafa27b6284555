import type { ClientSession } from 'mongoose';
import { maskGstin } from '../../core/gst/mask-gstin.ts';
import type { Clock } from '../clock.ts';
import type { Lane } from '../outbox/hand-out.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { FlowFact, GstStatusFact, VendorFact } from './flow-fact.ts';
import { FLOW, isFlowOn, type FlowSwitch } from './flow-listeners.ts';
import { MOST_RUNS } from './flow-runs.ts';

/** Another status of a number; `mark` stands for it, and `since` is when the status before was told first. */
export interface StatusChange extends Omit<GstStatusFact, 'kind'> {
  readonly mark: string;
  readonly since: string;
}

/** Vendors that came in by one act: `source` names it, "scan 665f…", and the same source is told once. */
export interface NewVendors extends Omit<VendorFact, 'kind' | 'count' | 'at'> {
  readonly source: string;
}

/** Puts it into the outbox within the transaction that makes the vendors known. */
export type TellVendors = (news: NewVendors, session: ClientSession) => Promise<void>;

export type FlowTeller = ReturnType<typeof flowTeller>;

/** Puts what workflows are told into the outbox, each thing under one identity. Where nobody listens nothing is put there. */
export function flowTeller({
  settings,
  outbox,
  hurry,
  clock,
}: {
  settings: FlowSwitch;
  outbox: Pick<Outbox, 'add'>;
  hurry: (lane: Lane) => Promise<unknown>;
  clock: Clock;
}) {
  const add = (shop: string, identity: string, fact: FlowFact, session?: ClientSession): Promise<boolean> =>
    outbox.add(
      {
        ...{ shop, identity: `${identity}:${FLOW}`, channel: 'flow', kind: fact.kind, to: FLOW, fact },
        dueAt: clock.now(),
      },
      session,
    );

  return {
    /** The lane is to be looked at now, and not a minute later. */
    soon: (shop: string) => hurry({ shop, channel: 'flow' }),

    /** Repeating it tells nothing twice. */
    async statusChanged(shop: string, { mark, since, gstin, before, now, service, at }: StatusChange): Promise<void> {
      if (!(await isFlowOn(settings, shop, 'gst-status'))) return;
      const fact: FlowFact = { kind: 'gst-status', gstin: maskGstin(gstin), before, now, service, at };
      if (await add(shop, `gst-status:${mark}:${since}:${now}`, fact)) await hurry({ shop, channel: 'flow' });
    },

    /** To be asked before the transaction; null: no workflow hears of vendors. */
    async vendors(shop: string): Promise<TellVendors | null> {
      if (!(await isFlowOn(settings, shop, 'vendor'))) return null;
      return async ({ source, vendors, isFirstCheck }, session) => {
        if (vendors.length === 0) return;
        const named = isFirstCheck ? [] : vendors.slice(0, MOST_RUNS);
        const at = clock.now().toISOString();
        await add(
          shop,
          `vendor:${source}`,
          { kind: 'vendor', isFirstCheck, vendors: named, count: vendors.length, at },
          session,
        );
      };
    },
  };
}
