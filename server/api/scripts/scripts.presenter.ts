import type { ScriptBoard, ScriptDecisionRow } from '../../../core/api/scripts.ts';
import type { ScriptBook } from '../../../core/evidence/scripts.ts';
import type { VendorKey } from '../../../core/evidence/vendors.ts';
import { scriptChanges } from '../../../core/scripts/changes.ts';
import { decisionsFor } from '../../../core/scripts/decisions.ts';
import type { ScriptItem } from '../../../core/scripts/script-item.ts';
import type { ScriptsSummary } from '../../../core/scripts-summary.ts';
import { vendorKeyOfAddress } from '../../../core/scripts/origins.ts';
import type { Vendor } from '../../../core/vendors/vendor.ts';
import type { Instant } from '../../../core/time.ts';

export interface BoardBook extends Omit<ScriptBook, 'decisions'> {
  readonly decisions: readonly ScriptDecisionRow[];
}

/** The figures of the newest check beside what people say now. `hasDiff` is false throughout: who has the texts says. */
export function presentBoard(
  summary: ScriptsSummary | null,
  { beacon, ...book }: BoardBook,
  { vendors, asOf }: { readonly vendors: readonly Vendor[]; readonly asOf: Instant },
): ScriptBoard {
  const nothing = { reason: 'not-collected', pages: [], items: [] } as const;
  const { reason, pages, items } = summary ?? nothing;
  const whole = { ...book, beacon };
  const matches = decisionsFor(items, book.decisions);
  const rows = new Map(book.decisions.map((row) => [row.identity, row]));
  const sightings = new Map(book.sightings.map((sighting) => [sighting.identity, sighting]));
  const vendorOf = byKey(vendors);
  const isSeen = reason === null;
  const changes = isSeen ? scriptChanges(items, whole, { asOf, pagesRead: pages }) : [];
  return {
    takenAt: summary?.asOf ?? null,
    reason,
    pages: [...pages],
    items: items.map((item) => ({
      ...presentItem(item),
      ...vendorOf(item.vendorKey),
      decision: rows.get(matches.get(item.identity)?.decision.identity ?? '') ?? null,
      firstSeenAt: sightings.get(item.identity)?.firstSeenAt ?? null,
    })),
    changes: changes.map(({ item, decision, ...change }) => ({
      ...change,
      ...vendorOf(item ? item.vendorKey : vendorKeyOfAddress(change.identity)),
      item: item && presentItem(item),
      decision: decision && withoutWords(decision),
      hasDiff: false,
    })),
    beacon: { isOn: beacon.isOn, seen: [...beacon.seen] },
  };
}

function presentItem(item: ScriptItem) {
  const { namesHosts, behaviours, pageKinds, asks } = item;
  return {
    ...item,
    namesHosts: [...namesHosts],
    behaviours: [...behaviours],
    pageKinds: [...pageKinds],
    asks: [...asks],
  };
}

/** Words of people stand with the script, once. */
function withoutWords(decision: ScriptBook['decisions'][number]) {
  const { identity, lineage, verdict, pageKinds, hash, coversNewTexts, hasOwner, hasReason, decidedAt, decidedBy } =
    decision;
  return {
    ...{ identity, lineage, verdict, hash, coversNewTexts, hasOwner, hasReason, decidedAt, decidedBy },
    pageKinds: [...pageKinds],
  };
}

/** By any key of an entry or of what was found. */
function byKey(vendors: readonly Vendor[]) {
  const known = new Map<VendorKey, Vendor>();
  for (const vendor of vendors) {
    for (const key of [...(vendor.entry?.keys ?? []), ...(vendor.found?.keys ?? [])]) known.set(key, vendor);
  }
  return (key: VendorKey | null) => {
    const vendor = key === null ? undefined : known.get(key);
    return { vendorName: vendor?.name ?? null, vendorId: vendor?.id ?? null };
  };
}
