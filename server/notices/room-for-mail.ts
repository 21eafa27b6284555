import type { Delivery } from '../outbox/channel.ts';
import type { ShopStore } from '../shop/shops.ts';
import type { CapAnswer, MailCaps } from './mail-caps.ts';
import type { ReaderStore } from './readers.ts';

/** Room for one more mail of its shop to its reader today. Who is gone needs none. */
export function roomForMail({
  caps,
  readers,
  shops,
}: {
  caps: MailCaps;
  readers: Pick<ReaderStore, 'capKeyOf'>;
  shops: Pick<ShopStore, 'find'>;
}) {
  return async ({ shop, to }: Pick<Delivery, 'shop' | 'to'>): Promise<CapAnswer> => {
    const capKey = await readers.capKeyOf(shop, to);
    const installedAt = (await shops.find(shop))?.installedAt;
    // The try that follows finds that nobody is there to read it.
    return caps.take(shop, { capKey: capKey ?? to, installedAt: installedAt ?? new Date(0) });
  };
}
