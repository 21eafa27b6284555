import type { Connection } from 'mongoose';
import { createHmac } from 'node:crypto';
import { addDays, dayInIndia } from '../../core/gst/days.ts';
import { instantInIndia } from '../../core/notices/quiet-hours.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import { mailCountModel } from '../models/mail-count.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { KeyRing } from '../store/key-ring.ts';

/** Mails that one address gets a day, from all shops together. */
export const ADDRESS_A_DAY = 5;
/** Mails that one shop sends a day: in its first week, and later. */
export const NEW_SHOP_A_DAY = 20;
export const SHOP_A_DAY = 200;
const DAY_MS = 24 * 60 * 60_000;
const NEW_FOR_MS = 7 * DAY_MS;
const FORGOTTEN_AFTER_MS = 2 * DAY_MS;

/** `until`: when there is room again. */
export type CapAnswer =
  | { readonly isFree: true; readonly day: Day }
  | { readonly isFree: false; readonly code: 'address-cap' | 'shop-cap'; readonly until: Date };

export type MailCaps = ReturnType<typeof mailCaps>;

/** How many mails a day go to one address and out of one shop. A day is India's. */
export function mailCaps({
  connection,
  ring,
  clock,
}: {
  connection: Connection;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
  clock: Clock;
}) {
  const model = mailCountModel(connection);

  const shopKeyOf = (shop: string): string =>
    createHmac('sha256', ring.derive(ring.activeId, 'mail-caps'))
      .update(JSON.stringify(['shop', shop]))
      .digest('base64url');

  /** Takes one of `most`. False: all are taken. */
  async function take(what: string, day: Day, most: number): Promise<boolean> {
    const forgetAt = new Date(clock.now().getTime() + FORGOTTEN_AFTER_MS);
    try {
      await model.updateOne(
        { what, day, count: trusted({ $lt: most }) },
        { $inc: { count: 1 }, $setOnInsert: { forgetAt } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (!duplicateKey(error)) throw error;
      // Either it is full, or somebody else made today's first count at this moment.
      const { matchedCount } = await model.updateOne(
        { what, day, count: trusted({ $lt: most }) },
        { $inc: { count: 1 } },
      );
      return matchedCount > 0;
    }
  }

  return {
    /** Takes room for one mail of a shop to one address. What is urgent asks for none and needs none. */
    async take(shop: string, { capKey, installedAt }: { capKey: string; installedAt: Date }): Promise<CapAnswer> {
      const now = clock.now();
      const day = dayInIndia(now.toISOString());
      const until = new Date(instantInIndia(addDays(day, 1), '00:00'));
      const isNew = now.getTime() - installedAt.getTime() < NEW_FOR_MS;
      const most = isNew ? NEW_SHOP_A_DAY : SHOP_A_DAY;
      if (!(await take(shopKeyOf(shop), day, most))) return { isFree: false, code: 'shop-cap', until };
      if (!(await take(capKey, day, ADDRESS_A_DAY))) return { isFree: false, code: 'address-cap', until };
      return { isFree: true, day };
    },
  };
}
