import type { PageSummaryStore } from '../shop/page-summaries.ts';

/** Where everybody finds the shop: its main domain, which the newest check visited first, else the one that Shopify gave it. */
export function shopAddresses({ summaries }: { summaries: Pick<PageSummaryStore, 'newest'> }) {
  return async (shop: string): Promise<string> => {
    const newest = await summaries.newest(shop, 'security');
    return newest?.summary.storefront.hosts[0]?.host ?? shop;
  };
}
