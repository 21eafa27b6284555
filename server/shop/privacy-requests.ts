import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { privacyRequestModel, type PrivacyAnswer, type PrivacyRequestKind } from '../models/privacy-request.ts';
import type { CustomerRequest } from '../shopify/lifecycle.ts';
import { duplicateKey } from './duplicate-key.ts';

const GID = 'gid://shopify/Order/';

/** "1001" as evidence names it. */
export const orderGid = (number: string): string => GID + number;
const numberOf = (gid: string): string => gid.slice(GID.length);

export interface PrivacyRequestKey {
  readonly shop: string;
  readonly kind: PrivacyRequestKind;
  readonly requestId: string;
}

/** What customers asked through Shopify, and what they were answered. */
export function privacyRequestStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = privacyRequestModel(connection);

  return {
    /** Keeps a request before any work for it. Repeated, it may name more orders. Answers what was answered before. */
    async receive(
      { shop, kind, requestId }: PrivacyRequestKey,
      { orders, ordersLeftOut }: Pick<CustomerRequest, 'orders' | 'ordersLeftOut'>,
    ): Promise<PrivacyAnswer | null> {
      const key = { shop, kind, requestId };
      try {
        await model.create({ ...key, orders: [...orders], ordersLeftOut, receivedAt: clock.now() });
        return null;
      } catch (error) {
        if (!duplicateKey(error)) throw error;
      }
      const record = await model
        .findOneAndUpdate(key, { $addToSet: { orders: { $each: orders } }, $max: { ordersLeftOut } })
        .lean();
      return record?.answer ?? null;
    },

    /** Notes that these orders carried a number: before it is removed, so that a crash forgets none. */
    async found(key: PrivacyRequestKey, gids: readonly string[]): Promise<void> {
      await model.updateOne({ ...key }, { $addToSet: { heldOrders: { $each: gids.map(numberOf) } } });
    },

    /** Answers by what was found: of how many orders a number was held. */
    async answer(
      key: PrivacyRequestKey,
      ifHeld: PrivacyAnswer,
    ): Promise<{ readonly answer: PrivacyAnswer; readonly orders: number }> {
      const record = await model.findOne({ ...key }, { heldOrders: 1 }).lean();
      const orders = record?.heldOrders.length ?? 0;
      const answer = orders > 0 ? ifHeld : 'nothing-held';
      await model.updateOne({ ...key }, { $set: { answer, answeredAt: clock.now() } });
      return { answer, orders };
    },
  };
}

/** Ids ("gid://shopify/Order/1") of all orders of the shop whose buyers asked to be forgotten. */
export async function redactedOrders(connection: Connection, shop: string): Promise<ReadonlySet<string>> {
  const records = await privacyRequestModel(connection).find({ shop, kind: 'redact' }, { orders: 1 }).lean();
  return new Set(records.flatMap(({ orders }) => (orders ?? []).map(orderGid)));
}
