import { checkById } from '../../core/checks/index.ts';
import type { DefectStatus, ShopDescription } from '../core.ts';

/** A page of the admin where something of this shop is set right. */
export interface AdminPage {
  readonly path: string;
  readonly label: string;
  readonly defects: readonly DefectStatus[];
}

/**
 * The pages that alerts lead to, so that "how to fix" can be followed to its end: of the thing itself, "/orders/12", or
 * by the checks' own `adminPath`. Single orders and products stand together. In the order of the paths, which puts the
 * settings together.
 */
export function adminPagesOf(shop: ShopDescription): AdminPage[] {
  const byPath = new Map<string, DefectStatus[]>();
  for (const defect of shop.defects) {
    const [path] = mendingPathsOf(defect);
    if (path === undefined || defect.where === 'app') continue;
    const section = path.replace(/^(\/(?:orders|products))\/.*$/, '$1');
    byPath.set(section, [...(byPath.get(section) ?? []), defect]);
  }
  return [...byPath.keys()].sort().map((path) => ({ path, label: labelOf(path), defects: byPath.get(path) ?? [] }));
}

/** Where a defect can be mended; none where no page of the admin is named. */
export function mendingPathsOf({ adminPaths, checkId }: DefectStatus): readonly string[] {
  const ofCheck = checkById(checkId)?.adminPath;
  return adminPaths.length > 0 || ofCheck === undefined ? adminPaths : [ofCheck];
}

/** "/settings/customer_accounts" → "Customer accounts" */
export function labelOf(path: string): string {
  const last = path.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  const words = last.replaceAll(/[-_]/g, ' ');
  return words === '' ? 'Home' : words.charAt(0).toUpperCase() + words.slice(1);
}
