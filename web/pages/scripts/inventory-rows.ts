import type { ScriptBoard, ScriptRow } from '../../../core/api/scripts.ts';
import type { PageKind } from '../../../core/evidence/storefront.ts';
import { isSensitive, SCRIPT_ORIGINS, type ScriptOrigin } from '../../../core/scripts/script-item.ts';
import { SCRIPT_STANDINGS, standingOf, type ScriptStanding } from '../../../core/scripts/standing.ts';

/** A script with what people said of it. */
export interface StandingRow extends ScriptRow {
  readonly standing: ScriptStanding;
}

/** What is shown of the inventory; null: of any kind. */
export interface InventoryFilter {
  readonly text: string;
  readonly page: PageKind | null;
  readonly origin: ScriptOrigin | null;
  readonly vendor: string | null;
  readonly standing: ScriptStanding | null;
}

export const NO_FILTER: InventoryFilter = { text: '', page: null, origin: null, vendor: null, standing: null };

/** First what nobody decided, then what runs near payment. */
export function standingRows({ items, changes }: ScriptBoard): readonly StandingRow[] {
  const changed = new Set(changes.map(({ identity }) => identity));
  const rank = ({ standing }: StandingRow) => SCRIPT_STANDINGS.indexOf(standing);
  return items
    .map((item) => ({ ...item, standing: standingOf(item, changed) }))
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        Number(isSensitive(other)) - Number(isSensitive(one)) ||
        one.identity.localeCompare(other.identity),
    );
}

export function filtered(rows: readonly StandingRow[], filter: InventoryFilter): readonly StandingRow[] {
  const wanted = filter.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.page === null || row.pageKinds.includes(filter.page)) &&
      (filter.origin === null || row.origin === filter.origin) &&
      (filter.vendor === null || row.vendorName === filter.vendor) &&
      (filter.standing === null || row.standing === filter.standing) &&
      (wanted === '' || textsOf(row).some((text) => text.toLowerCase().includes(wanted))),
  );
}

const textsOf = ({ identity, host, vendorName, decision }: StandingRow): readonly string[] => [
  identity,
  host ?? '',
  vendorName ?? '',
  decision?.owner ?? '',
  decision?.reason ?? '',
];

/** Names of the vendors that are there, each once. */
export function vendorNames(rows: readonly StandingRow[]): readonly string[] {
  const names = new Set(rows.flatMap(({ vendorName }) => vendorName ?? []));
  return [...names].sort((one, other) => one.localeCompare(other));
}

/** How many there are of each origin that is there. */
export function originCounts(
  rows: readonly StandingRow[],
): readonly { readonly origin: ScriptOrigin; readonly count: number }[] {
  return SCRIPT_ORIGINS.map((origin) => ({ origin, count: rows.filter((row) => row.origin === origin).length })).filter(
    ({ count }) => count > 0,
  );
}
