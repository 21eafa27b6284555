import { checkById } from '../../core/checks/index.ts';
import type { DefectStatus, ShopDescription } from '../core.ts';

/** A page of the admin where something of this shop is set right. */
export interface AdminPage {
  readonly path: string;
  readonly label: string;
  readonly defects: readonly DefectStatus[];
}

/**
 * The pages that alerts lead to, by the checks' own `adminPath`, so that "how to fix" can be followed to its end.
 * In the order of the paths, which puts the settings together.
 */
export function adminPagesOf(shop: ShopDescription): AdminPage[] {
  const byPath = new Map<string, DefectStatus[]>();
  for (const defect of shop.defects) {
    const path = checkById(defect.checkId)?.adminPath;
    if (path === undefined || defect.where === 'app') continue;
    byPath.set(path, [...(byPath.get(path) ?? []), defect]);
  }
  return [...byPath.keys()].sort().map((path) => ({ path, label: labelOf(path), defects: byPath.get(path) ?? [] }));
}

/** "/settings/customer_accounts" → "Customer accounts" */
export function labelOf(path: string): string {
  const last = path.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  const words = last.replaceAll(/[-_]/g, ' ');
  return words === '' ? 'Home' : words.charAt(0).toUpperCase() + words.slice(1);
}
