import type { Connection } from 'mongoose';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ScanStarter } from '../shop/lifecycle.ts';
import type { ScanStore } from '../shop/scans.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { flowDesk, rechecks } from './flow-desk.ts';
import { flowRunStore } from './flow-run-store.ts';
import type { FlowTeller } from './flow-teller.ts';
import { flowWork, type ReadOrderGst } from './flow-work.ts';

export interface FlowSideDeps {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Audit;
  readonly shops: Pick<ShopStore, 'find'>;
  readonly scans: Pick<ScanStore, 'isKnownCause'>;
  readonly starter: Pick<ScanStarter, 'begin'>;
  /** How many checks the shop may still ask for in this hour. */
  readonly checksLeft: (shop: string) => Promise<number>;
  readonly readOrder: ReadOrderGst;
  /** Begins the shop's turn soon; may be lost. */
  readonly hurry: (shop: string) => Promise<void>;
  readonly teller: FlowTeller;
}

export type FlowSide = ReturnType<typeof flowSide>;

/** What Shopify Flow asks of us, and what it is told beside alerts. */
export function flowSide({
  shops,
  scans,
  starter,
  checksLeft,
  audit,
  readOrder,
  hurry,
  teller,
  ...deps
}: FlowSideDeps) {
  const { clock, log } = deps;
  const runs = flowRunStore(deps);
  const recheck = rechecks({ scans, starter, checksLeft, audit });
  const statusOf = async (shop: string) => (await shops.find(shop))?.status ?? 'uninstalled';
  const isInstalled = async (shop: string) => (await statusOf(shop)) !== 'uninstalled';
  const isOpen = async (shop: string) => (await statusOf(shop)) === 'installed';
  return {
    desk: flowDesk({ runs, isInstalled, hurry, recheck }),
    work: flowWork({ runs, isOpen, readOrder, recheck, clock, log }),
    teller,
  };
}
