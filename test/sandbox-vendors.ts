import type { VendorBook, VendorEntry, VendorPaper } from '../core/evidence/vendors.ts';
import { addDays, dayInIndia } from '../core/gst/days.ts';
import { appIdKey, appKeys, gatewayKeys, hostKey } from '../core/vendors/keys.ts';
import {
  BUNDLES_APP,
  CHAT_APP,
  GODOWN_SERVICE,
  MARKETPLACE_APP,
  PARCEL_CARRIER,
  REVIEWS_APP,
  type SandboxApp,
} from '../sandbox/vendors/vendor-state.ts';
import { aVendorEntry, aVendorPaper } from './vendor-factories.ts';

interface Said {
  /** One of the sandbox's stated defects of vendors; null: all is well. */
  readonly defect: string | null;
  readonly now: Date;
}

/** What people of a shop of the sandbox keep of its vendors, all of them invented. */
export function sandboxVendorBook({ defect, now }: Said): VendorBook {
  const at = new Date(now.getTime() - 10 * 86_400_000).toISOString();
  const today = dayInIndia(now.toISOString());
  const entry = entryAt(at, addDays(today, 200));
  const entries = [
    changed(defect, 'vendor-without-owner', ofApp(entry, REVIEWS_APP), { hasOwner: false }),
    changed(defect, 'app-unused', ofApp(entry, CHAT_APP), { unusedSince: addDays(today, -120) }),
    ofApp(entry, MARKETPLACE_APP, { dataClasses: ['orders'] }),
    changed(defect, 'app-asks-for-more', ofApp(entry, BUNDLES_APP), {
      approval: { at, by: '1001', scopes: BUNDLES_APP.scopes.slice(1) },
    }),
    changed(defect, 'no-contract', ofHost(entry, 'c5', PARCEL_CARRIER), { papers: [] }),
    changed(defect, 'vendor-had-a-breach', ofHost(entry, 'c6', GODOWN_SERVICE), {
      breaches: [{ id: 'b1', happenedOn: addDays(today, -5), notedAt: at, closedAt: null }],
    }),
    gateway(entry, defect, addDays(today, 200)),
    erp(entry, defect, today),
  ];
  return { entries, sightings: [] };
}

type MakeEntry = (id: string, over: Partial<VendorEntry>) => VendorEntry;

/** Approved and reviewed ten days ago, with a report and an agreement. */
function entryAt(at: string, validUntil: string): MakeEntry {
  const papers = [
    aVendorPaper({ id: 'd1', validUntil }),
    aVendorPaper({ id: 'd2', kind: 'contract', validUntil: null }),
  ];
  const approval = { at, by: '1001', scopes: null };
  return (id, over) =>
    aVendorEntry({ id: id.padStart(24, '0'), papers, approval, reviewedAt: at, addedAt: at, ...over });
}

function ofApp(entry: MakeEntry, app: SandboxApp, over: Partial<VendorEntry> = {}): VendorEntry {
  const keys = [...appKeys(app.handle), appIdKey(String(app.id))];
  return entry(String(app.id), { name: app.title, keys, statedScopes: app.scopes, ...over });
}

function ofHost(entry: MakeEntry, id: string, service: { name: string; callbackUrl: string }): VendorEntry {
  const keys = [hostKey(new URL(service.callbackUrl).hostname)];
  return entry(id, { name: service.name, kind: 'service', keys, dataClasses: ['customers'] });
}

function gateway(entry: MakeEntry, defect: string | null, validUntil: string): VendorEntry {
  const proof: VendorPaper[] =
    defect === 'gateway-without-proof' ? [] : [aVendorPaper({ id: 'd3', kind: 'pci-aoc', validUntil })];
  const papers = [...proof, aVendorPaper({ id: 'd2', kind: 'contract', validUntil: null })];
  const keys = gatewayKeys('razorpay');
  return entry('c7', { name: 'Razorpay', kind: 'payment-gateway', keys, dataClasses: ['payments'], papers });
}

/** An accounting program of the shop's own, which leaves no trace. */
function erp(entry: MakeEntry, defect: string | null, today: string): VendorEntry {
  const sound = entry('c8', {
    ...{ name: 'Hisab ERP (invented)', kind: 'custom-app', keys: [] },
    ...{ dataClasses: ['orders'], statedScopes: ['read_orders', 'read_products'], tokenMadeOn: addDays(today, -100) },
  });
  const [report, contract] = sound.papers;
  const wide = { statedScopes: ['write_orders', 'write_customers', 'write_themes'] };
  switch (defect) {
    case 'old-custom-token':
      return { ...sound, tokenMadeOn: addDays(today, -700) };
    case 'papers-run-out':
      return {
        ...sound,
        papers: [{ ...aVendorPaper(), ...report, validUntil: addDays(today, 12) }, ...(contract ? [contract] : [])],
      };
    case 'risky-app-without-reason':
    case 'report-of-nobody':
      return { ...sound, ...wide, papers: contract ? [contract] : [] };
    case 'no-contact':
      return { ...sound, ...wide, papers: [], hasContact: false };
    default:
      return sound;
  }
}

function changed(defect: string | null, id: string, entry: VendorEntry, over: Partial<VendorEntry>): VendorEntry {
  return defect === id ? { ...entry, ...over } : entry;
}
