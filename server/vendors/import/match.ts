import type { VendorImportRow } from '../../../core/api/vendors.ts';
import { foldedName, keysOfFields } from '../../../core/vendors/keys.ts';
import type { Vendor } from '../../../core/vendors/vendor.ts';

type Row = Omit<VendorImportRow, 'matches'>;

/** Each row with the vendor of the register that it is already: by handle or host, else by an equal name. */
export function matched(rows: readonly Row[], register: readonly Vendor[]): VendorImportRow[] {
  const byKey = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, name, found, entry } of register) {
    for (const key of [...(found?.keys ?? []), ...(entry?.keys ?? [])]) byKey.set(key, id);
    if (!byName.has(foldedName(name))) byName.set(foldedName(name), id);
  }
  return rows.map((row) => {
    const byKeys = keysOfFields(row)
      .map((key) => byKey.get(key))
      .find((id) => id !== undefined);
    return { ...row, matches: byKeys ?? byName.get(foldedName(row.name)) ?? null };
  });
}
