import type { Connection } from 'mongoose';
import { buyerLookUpModel } from '../models/buyer-look-up.ts';
import { trusted } from '../store/connect.ts';

/** What is kept of the numbers of a customer's orders, by the ids of the orders ("gid://shopify/Order/1"). */
export function forgottenBuyers({ connection }: { connection: Connection }) {
  const model = buyerLookUpModel(connection);
  const ofOrders = (shop: string, gids: ReadonlySet<string>) => ({ shop, orders: trusted({ $in: [...gids] }) });

  return {
    /** Those of the orders of whose number something is kept. */
    async heldOrders(shop: string, gids: ReadonlySet<string>): Promise<string[]> {
      const records = await model.find(ofOrders(shop, gids), { orders: 1 }).lean();
      return [...new Set(records.flatMap(({ orders }) => orders))].filter((order) => gids.has(order));
    },

    /** Forgets the numbers, on whatever other orders they stand. */
    async forget(shop: string, gids: ReadonlySet<string>): Promise<void> {
      await model.deleteMany(ofOrders(shop, gids));
    },
  };
}
