import { randomBytes } from 'node:crypto';
import { DEFAULT_RULE } from '../core/notices/rules.ts';
import type { NewReader } from '../core/api/notices.ts';
import type { AlertStatus } from '../core/api/alerts.ts';
import type { AlertNews } from '../core/notices/news.ts';
import { SEVERITIES } from '../core/severity.ts';
import { currentNews } from '../server/mail/current-news.ts';
import { mailDesk } from '../server/mail/mail-desk.ts';
import { mailLinks, type MailGrant } from '../server/mail/mail-links.ts';
import { mailUrls } from '../server/mail/mail-urls.ts';
import { alertModel } from '../server/models/alert.ts';
import { readerStore } from '../server/notices/readers.ts';
import type { Delivery } from '../server/outbox/channel.ts';
import { createOutbox } from '../server/outbox/outbox.ts';
import { combinedReaders } from '../server/report/combined-readers.ts';
import { alertStore } from '../server/shop/alerts.ts';
import { ensureIndexes } from '../server/store/connect.ts';
import { DataKeys } from '../server/store/data-keys.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import { KeyRing } from '../server/store/key-ring.ts';
import { testClock } from './product.ts';
import { openTestStore } from './store.ts';

export type MailShop = Awaited<ReturnType<typeof mailShop>>;

/** Readers, alerts and deliveries of invented shops on a real store, with the desk behind links of mails. */
export async function mailShop() {
  const clock = testClock();
  const store = await openTestStore();
  const { connection } = store;
  const ring = KeyRing.parse(`test:${randomBytes(32).toString('base64')}`);
  const cipher = createFieldCipher(new DataKeys({ connection, ring, clock }));
  const readers = readerStore({ connection, cipher, ring, clock });
  const alerts = alertStore({ connection, cipher, clock });
  const outbox = createOutbox({ connection, cipher, clock });
  const links = mailLinks({ ring, clock });
  const news = currentNews({ connection });
  const combined = combinedReaders({ connection, ring });
  const closedShops = new Set<string>();
  const desk = mailDesk({
    ...{ connection, links, readers, alerts, combined, currentNews: news },
    isInstalled: async (shop) => !closedShops.has(shop),
  });
  const model = alertModel(connection);
  await ensureIndexes(connection);
  let count = 0;

  return {
    ...{ clock, ring, readers, alerts, outbox, links, desk, combined, currentNews: news, closedShops, connection },
    urls: mailUrls({ appUrl: 'https://prahari.example', links }),
    close: () => store.close(),

    /** A reader who confirmed; `invitations` is 1. */
    async reader(shop: string, over: Partial<NewReader> = {}): Promise<string> {
      count += 1;
      const base = { address: `reader${count}@marigold.example`, role: 'manager' as const, language: 'en' as const };
      const wishes = { getsAlerts: true, getsWeekly: true, rule: DEFAULT_RULE };
      const { id } = await readers.add(shop, { ...base, ...wishes, ...over }, '1');
      await readers.confirm(shop, id);
      return id;
    },

    /** An alert that is there, and the news that it opened. */
    async alert(
      shop: string,
      over: Partial<AlertNews> & { status?: AlertStatus } = {},
    ): Promise<AlertNews & { id: string }> {
      count += 1;
      const { status = 'open', ...rest } = over;
      const one: AlertNews = {
        ...{ kind: 'opened', fingerprint: `fingerprint-${count}`, checkId: 'security/certificate', messageId: 'ended' },
        ...{ data: { host: `host${count}.example`, endsDay: '2026-11-20' }, subject: `host${count}.example` },
        ...{ severity: 'high', atStakePaise: null, dueOn: null, at: clock.now().toISOString(), ...rest },
      };
      const { kind: _kind, at: _at, dueOn, ...fields } = one;
      const record = await model.create({
        ...{ ...fields, shop, status, area: 'security', severityRank: SEVERITIES.indexOf(one.severity) },
        ...(dueOn !== null && { dueOn }),
        ...{ snapshotId: 's', firstObservedAt: clock.now(), lastObservedAt: clock.now(), history: [] },
      });
      return { ...one, id: record._id.toString() };
    },

    /** What became of it since. */
    async becomes(
      shop: string,
      id: string,
      change: Partial<{ status: AlertStatus; messageId: string; severity: string }>,
    ) {
      await model.updateOne({ shop, _id: id }, { $set: change });
    },

    async statusOf(shop: string, id: string): Promise<string | undefined> {
      return (await model.findOne({ shop, _id: id }).lean())?.status;
    },

    async historyOf(shop: string, id: string) {
      const record = await model.findOne({ shop, _id: id }).lean();
      return (record?.history ?? []).map(({ kind, by }) => [kind, by]);
    },

    /** A delivery that stands in the outbox. */
    async delivery(
      shop: string,
      to: string,
      told: readonly AlertNews[],
      over: Partial<Pick<Delivery, 'kind' | 'monday'>> = {},
    ): Promise<Delivery> {
      count += 1;
      const { kind = 'alerts', monday = null } = over;
      const identity = `${kind}:${count}:mail:${to}`;
      await outbox.add({
        ...{ shop, identity, channel: 'mail', kind, to, dueAt: clock.now() },
        ...(told.length > 0 && { part: { source: 's', news: told } }),
        ...(monday !== null && { monday }),
      });
      const rows = await outbox.newest(shop);
      const id = rows.find((row) => row.identity === identity)?.id ?? '';
      return { shop, id, identity, channel: 'mail', kind, to, news: told, monday, createdAt: clock.now() };
    },

    grant: (shop: string, readerId: string, purpose: MailGrant['purpose'], about: string | null = null): MailGrant => ({
      ...{ shop, readerId, purpose, about },
    }),
  };
}
