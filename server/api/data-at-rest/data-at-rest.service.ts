import type { DataAtRestState } from '../../../core/api/security.ts';
import type { FileScan } from '../../../core/evidence/data-at-rest.ts';
import type { Clock } from '../../clock.ts';
import { NotFoundError } from '../../errors.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { DataAtRestStore } from '../../shop/data-at-rest.ts';
import type { PageSummaryStore } from '../../shop/page-summaries.ts';
import type { ShopStore } from '../../shop/shops.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

/** Notes and tags stand on orders. */
const SAMPLE_SCOPE = 'read_orders';

export type DataAtRestService = ReturnType<typeof dataAtRestService>;

/** Card, Aadhaar and PAN numbers where none should stand: files scanned in the browser, and the sample. */
export function dataAtRestService({
  dataAtRest,
  shops,
  summaries,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly dataAtRest: DataAtRestStore;
  readonly shops: Pick<ShopStore, 'find'>;
  readonly summaries: Pick<PageSummaryStore, 'newest'>;
  readonly clock: Clock;
}) {
  const soon = (shop: string) => checkSoon(deps, shop, { topic: 'data-at-rest', change: clock.now().toISOString() });

  async function read({ shop }: Merchant): Promise<DataAtRestState> {
    const [isSampleOn, scans, record, newest] = await Promise.all([
      dataAtRest.isSampleOn(shop),
      dataAtRest.fileScans(shop),
      shops.find(shop),
      summaries.newest(shop, 'security'),
    ]);
    const hasScope = record?.scopes.includes(SAMPLE_SCOPE) ?? false;
    const sample = newest?.summary.sample ?? null;
    return { isSampleOn, missingScopes: hasScope ? [] : [SAMPLE_SCOPE], scans, sample };
  }

  return {
    read,

    async switchSample(merchant: Merchant, isOn: boolean): Promise<DataAtRestState> {
      requireRole(merchant, 'owner');
      await dataAtRest.switchSample(merchant.shop, isOn, merchant.userId);
      await soon(merchant.shop);
      return read(merchant);
    },

    async addFileScan(merchant: Merchant, scan: Pick<FileScan, 'rows' | 'counts'>): Promise<DataAtRestState> {
      requireRole(merchant, 'manager');
      await dataAtRest.addFileScan(merchant.shop, scan, merchant.userId);
      await soon(merchant.shop);
      return read(merchant);
    },

    /** @throws {NotFoundError} no such scan in this shop */
    async removeFileScan(merchant: Merchant, id: string): Promise<DataAtRestState> {
      requireRole(merchant, 'manager');
      if (!(await dataAtRest.removeFileScan(merchant.shop, id))) throw new NotFoundError();
      await soon(merchant.shop);
      return read(merchant);
    },
  };
}
