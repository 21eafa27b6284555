import { orderGstReader, type BuyerNumbers } from './order-gst-reader.ts';
import { sellerReader } from './seller-reader.ts';

type ReaderDeps = Parameters<typeof orderGstReader>[0];

/** Judging orders as they stand now, put together. */
export function orderGstSide({
  adminFor,
  buyers,
  clock,
  ...stores
}: Pick<ReaderDeps, 'adminFor' | 'clock'> & Parameters<typeof sellerReader>[0] & { readonly buyers: BuyerNumbers }) {
  return orderGstReader({ adminFor, buyers, clock, seller: sellerReader(stores) });
}
