import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { ReaderStore } from '../notices/readers.ts';
import type { Channel } from '../outbox/channel.ts';
import type { AlertStore } from '../shop/alerts.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { currentNews as createCurrentNews } from './current-news.ts';
import { mailChannel, type WeeklyLetter } from './mail-channel.ts';
import { mailDesk, type CombinedWishes, type MailDesk } from './mail-desk.ts';
import { mailLinks } from './mail-links.ts';
import { mailUrls } from './mail-urls.ts';
import type { MailSender } from './mail-address.ts';
import type { Mailer } from './mailer.ts';
import { noticeId } from './notice-id.ts';

/** A way out for mail, and in whose name. */
export interface MailOutlet {
  readonly mailer: Pick<Mailer, 'send'>;
  readonly from: MailSender;
}

/** Mail, from the letter to what the links in it do. */
export function mailSide({
  connection,
  ring,
  clock,
  readers,
  alerts,
  combined,
  isInstalled,
  appUrl,
  adminLink,
  weeklyLetter,
  outlet,
}: {
  connection: Connection;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
  clock: Clock;
  readers: ReaderStore;
  alerts: Pick<AlertStore, 'act'>;
  combined: CombinedWishes;
  isInstalled: (shop: string) => Promise<boolean>;
  appUrl: string;
  adminLink: AdminLink;
  weeklyLetter: WeeklyLetter;
  /** Null: the operator gave none, so mail waits. */
  outlet: MailOutlet | null;
}): { readonly channel: Channel | null; readonly desk: MailDesk } {
  const links = mailLinks({ ring, clock });
  const currentNews = createCurrentNews({ connection });
  const host = outlet?.from.address.split('@')[1] ?? '';
  return {
    desk: mailDesk({ connection, links, readers, alerts, currentNews, combined, isInstalled }),
    channel:
      outlet &&
      mailChannel({
        ...{ mailer: outlet.mailer, readers, currentNews, weeklyLetter, adminLink, clock },
        urls: mailUrls({ appUrl, links }),
        messageIdOf: (delivery) => noticeId(ring, delivery, host),
      }),
  };
}
