import { SCRIPT_PLACES } from '../data/vendor-risk.ts';
import type { AppRecord, VendorEntry, VendorKey } from '../evidence/vendors.ts';
import { sortedKeys } from './keys.ts';
import { TRACE_STRENGTHS, type FoundVendor } from './vendor.ts';

/** At least one of the two is there. */
export interface FoundAndEntered {
  readonly found: FoundVendor | null;
  readonly entry: VendorEntry | null;
}

/**
 * Each entry with what was found of it, and what was found and belongs to no entry. Whom several entries claim belongs
 * to the one that holds the surest key; what several traces show of one entry is one vendor.
 */
export function foundByEntry(found: readonly FoundVendor[], entries: readonly VendorEntry[]): FoundAndEntered[] {
  const holders = new Map<VendorKey, VendorEntry>();
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const key of entry.keys) if (!holders.has(key)) holders.set(key, entry);
  }
  const ofEntry = new Map<string, FoundVendor[]>();
  const ofNobody: FoundVendor[] = [];
  for (const vendor of found) {
    const holder = vendor.keys.map((key) => holders.get(key)).find((entry) => entry !== undefined);
    if (holder) ofEntry.set(holder.id, [...(ofEntry.get(holder.id) ?? []), vendor]);
    else ofNobody.push(vendor);
  }
  return [
    ...entries.map((entry) => ({ entry, found: united(ofEntry.get(entry.id) ?? []) })),
    ...ofNobody.map((vendor) => ({ entry: null, found: vendor })),
  ];
}

/** Several found vendors as one, whatever their order. */
function united(vendors: readonly FoundVendor[]): FoundVendor | null {
  const keys = sortedKeys(vendors.flatMap((vendor) => vendor.keys));
  const surest = vendors.find((vendor) => vendor.keys.includes(keys[0] ?? ''));
  if (!surest || vendors.length < 2) return surest ?? null;
  const far = Math.max(...vendors.map(({ scripts }) => SCRIPT_PLACES.indexOf(scripts)));
  return {
    ...surest,
    keys,
    isRecognised: vendors.some(({ isRecognised }) => isRecognised),
    // A person cannot make somebody else's app Shopify's by merging the two.
    isPlatform: vendors.every(({ isPlatform }) => isPlatform),
    app: unitedApps(vendors.flatMap(({ app }) => app ?? [])),
    hosts: [...new Set(vendors.flatMap(({ hosts }) => hosts))].sort(),
    scripts: SCRIPT_PLACES[far] ?? 'none',
    traces: vendors.flatMap(({ traces }) => traces),
    strength: TRACE_STRENGTHS.find((one) => vendors.some(({ strength }) => strength === one)) ?? 'weak',
    isActive: vendors.some(({ isActive }) => isActive),
  };
}

/** The first by handle speaks; what each of them asks for counts. Null: there is none. */
export function unitedApps(apps: readonly AppRecord[]): AppRecord | null {
  const [first] = [...apps].sort((a, b) => (a.handle < b.handle ? -1 : 1));
  if (!first) return null;
  return { ...first, scopes: [...new Set(apps.flatMap(({ scopes }) => scopes))].sort() };
}
