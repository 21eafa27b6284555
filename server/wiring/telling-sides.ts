import { toldAlerts, toldOutbox, toldReaders } from '../audit/told-deeds.ts';
import { flowTeller } from '../flow/flow-teller.ts';
import { mailSide } from '../mail/mail-side.ts';
import { mailCaps } from '../notices/mail-caps.ts';
import { accessReaders, readerListeners } from '../notices/reader-listeners.ts';
import { roomForMail } from '../notices/room-for-mail.ts';
import { noticeSide } from '../outbox/notice-side.ts';
import { outgoingSide } from '../outgoing/outgoing-side.ts';
import { combinedReaders } from '../report/combined-readers.ts';
import { reportSide } from '../report/report-side.ts';
import { adminLinks } from '../shopify/admin-link.ts';
import type { EvidenceSides } from './evidence-sides.ts';
import type { ProductOptions } from './product-options.ts';
import type { ProductStores } from './stores.ts';

interface TellingDeps {
  readonly options: ProductOptions;
  readonly stores: ProductStores;
  readonly register: EvidenceSides['register'];
}

export type TellingSides = ReturnType<typeof tellingSides>;

/** Whom the product tells, and how: readers by mail, systems by webhooks and Flow, everybody by the weekly report. */
export function tellingSides({ options, stores, register }: TellingDeps) {
  const { connection, redisUrl, cipher, ring, clock, log, appUrl, adminFor, guardedFetch } = options;
  const { audit, shops, snapshots, alerts, readers, noticeSettings, outbox, isInstalled } = stores;
  const adminLink = adminLinks({ origin: options.adminOrigin });
  const quietHoursOf = (shop: string) => noticeSettings.quietHours(shop);

  const mail = mailSide({
    connection,
    ring,
    readers: toldReaders(readers, audit),
    alerts: toldAlerts(alerts, audit),
    combined: combinedReaders({ connection, ring }),
    outlet: options.mail ?? null,
    weeklyLetter: (...of) => reports.letters.mail(...of),
    isInstalled,
    appUrl,
    adminLink,
    clock,
  });

  const outgoing = outgoingSide({
    connection,
    cipher,
    clock,
    adminFor,
    guardedFetch,
    settings: noticeSettings,
    adminLink,
    weekly: (...of) => reports.letters.single(...of),
    vendorsOf: async (shop) => (await register.read(shop)).vendors,
  });

  const notices = noticeSide({
    connection,
    redisUrl,
    isInstalled,
    clock,
    log,
    outbox: toldOutbox(outbox, audit),
    channels: [...(mail.channel ? [mail.channel] : []), ...outgoing.channels],
    listeners: [readerListeners(readers), ...outgoing.listeners],
    quietHoursOf,
    accessReaders: (shop) => accessReaders(readers, shop),
    roomFor: roomForMail({ caps: mailCaps({ connection, ring, clock }), readers, shops }),
  });

  const reports = reportSide({
    connection,
    cipher,
    ring,
    clock,
    log,
    snapshots,
    shops,
    readers,
    isInstalled,
    adminLink,
    outbox,
    quietHoursOf,
    mayHear: (delivery) => readerListeners(readers).mayHear(delivery),
    webhooks: async (shop) =>
      (await outgoing.webhooks.listeners(shop)).filter(({ getsWeekly }) => getsWeekly).map(({ id }) => id),
    hurry: (lane) => notices.hurry(lane),
    async onMade(shop, monday) {
      await audit.append(shop, { actor: { kind: 'job', id: null }, action: 'report.made', subjects: [monday] });
    },
  });

  const teller = flowTeller({ settings: noticeSettings, outbox, hurry: (lane) => notices.hurry(lane), clock });
  return { mail, outgoing, notices, reports, teller };
}
