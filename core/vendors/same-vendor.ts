import type { VendorKey } from '../evidence/vendors.ts';
import { foldedName } from './keys.ts';
import type { VendorTrace } from './traces.ts';

/**
 * Traces that lead to one vendor, together: those that share a key, however far around. A trace that has a name alone
 * joins the one vendor that Shopify surely calls so, and stays by itself where two are called so: an app may take
 * any title, and must not come by another's approval. The order of the traces changes nothing.
 */
export function tracesByVendor(traces: readonly VendorTrace[]): VendorTrace[][] {
  const leads = new Map<VendorKey, VendorKey>();
  for (const { keys } of traces) for (const key of keys) unite(leads, keys[0] ?? key, key);
  const called = new Map<string, Set<VendorKey>>();
  for (const { keys, isCalled, source, joinsBy } of traces) {
    if (joinsBy !== null || keys[0] === undefined) continue;
    const root = rootOf(leads, keys[0]);
    for (const name of isCalled) {
      const sure = `${kindOfSource(source)} ${foldedName(name)}`;
      called.set(sure, (called.get(sure) ?? new Set()).add(root));
    }
  }
  for (const { keys, name, joinsBy } of traces) {
    if (joinsBy === null || name === null || keys[0] === undefined) continue;
    const sure = called.get(`${joinsBy} ${foldedName(name)}`);
    const [only, another] = sure ?? [];
    if (only !== undefined && another === undefined) unite(leads, only, keys[0]);
  }
  const vendors = new Map<VendorKey, VendorTrace[]>();
  for (const trace of traces) {
    if (trace.keys[0] === undefined) continue;
    const root = rootOf(leads, trace.keys[0]);
    const before = vendors.get(root);
    if (before) before.push(trace);
    else vendors.set(root, [trace]);
  }
  return [...vendors.values()];
}

const kindOfSource = (source: VendorTrace['source']): string =>
  source === 'channels' || source === 'publications' ? 'channel' : 'app';

/** The key at the end of the way; ways walked once become short. */
function rootOf(leads: Map<VendorKey, VendorKey>, key: VendorKey): VendorKey {
  let root = key;
  for (let next = leads.get(root); next !== undefined && next !== root; next = leads.get(root)) root = next;
  for (let on = key; on !== root;) {
    const next = leads.get(on) ?? root;
    leads.set(on, root);
    on = next;
  }
  return root;
}

function unite(leads: Map<VendorKey, VendorKey>, a: VendorKey, b: VendorKey): void {
  const [one, other] = [rootOf(leads, a), rootOf(leads, b)].sort();
  if (one !== undefined && other !== undefined && one !== other) leads.set(other, one);
}
