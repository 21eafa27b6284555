import { z } from 'zod';
import type { Letter } from '../../core/notices/letter.ts';
import { alertsLetter } from '../../core/notices/letters/alerts-letter.ts';
import { invitationLetter } from '../../core/notices/letters/invitation-letter.ts';
import { visitLetter } from '../../core/notices/letters/visit-letter.ts';
import { isWanted } from '../../core/notices/plan.ts';
import { LANGUAGES } from '../../core/text.ts';
import type { Day } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { OpenReader, ReaderStore } from '../notices/readers.ts';
import type { Channel, Delivery } from '../outbox/channel.ts';
import type { AdminLink } from '../shopify/admin-link.ts';
import type { ReadCurrentNews } from './current-news.ts';
import { drawHtml } from './draw-html.ts';
import { drawText } from './draw-text.ts';
import type { MailGrant, MailPurpose } from './mail-links.ts';
import type { MailUrls } from './mail-urls.ts';
import type { Mailer, MailMessage } from './mailer.ts';

/** The letter of one week's report for one reader; null: there is no such report. */
export type WeeklyLetter = (
  delivery: Pick<Delivery, 'shop' | 'to' | 'identity'> & { readonly monday: Day },
  reader: Pick<OpenReader, 'id' | 'language' | 'role' | 'isCombined'>,
) => Promise<Letter | null>;

/** Which wish a mail follows, so which one its link to stop takes back. Nobody stops what they did not ask for. */
const STOPS: Readonly<Record<Delivery['kind'], MailPurpose | null>> = {
  alerts: 'stop-alerts',
  digest: 'stop-alerts',
  visit: 'stop-alerts',
  weekly: 'stop-weekly',
  invitation: null,
  test: null,
  'gst-status': null,
  vendor: null,
};

/** A composed mail as the outbox keeps it, sealed. */
const Kept = z.strictObject({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  language: z.enum(LANGUAGES),
  identity: z.string(),
  messageId: z.string(),
  writtenAt: z.string(),
  stopUrl: z.string().nullable(),
}) satisfies z.ZodType<MailMessage>;

/** Mail as a way out: letters for readers, drawn once, sent by one service. */
export function mailChannel({
  mailer,
  readers,
  currentNews,
  weeklyLetter,
  urls,
  adminLink,
  messageIdOf,
  clock,
}: {
  mailer: Pick<Mailer, 'send'>;
  readers: Pick<ReaderStore, 'find' | 'bounced'>;
  currentNews: ReadCurrentNews;
  weeklyLetter: WeeklyLetter;
  urls: MailUrls;
  adminLink: AdminLink;
  messageIdOf: (delivery: Pick<Delivery, 'shop' | 'identity'>) => string;
  clock: Clock;
}): Channel {
  async function letterFor(delivery: Delivery, reader: OpenReader): Promise<Letter | null> {
    const { shop, to, kind, identity, monday } = delivery;
    const { language } = reader;
    const now = clock.now().toISOString();
    switch (kind) {
      case 'alerts':
      case 'digest':
        return newsLetter(delivery, reader);
      case 'weekly':
        return monday === null ? null : weeklyLetter({ shop, to, identity, monday }, reader);
      case 'visit':
        return visitLetter({ language, shop, appUrl: adminLink(shop, '/'), asOf: now });
      case 'invitation': {
        const { getsAlerts, getsWeekly, invitations } = reader;
        const grant: MailGrant = { purpose: 'confirm', shop, readerId: reader.id, about: String(invitations) };
        return invitationLetter({ language, shop, getsAlerts, getsWeekly, confirmUrl: urls.page(grant, language) });
      }
      case 'test':
        return null; // mail has no test of its own: the invitation is one
      case 'gst-status':
      case 'vendor':
        return null; // for workflows alone
    }
  }

  async function newsLetter({ shop, id, news }: Delivery, reader: OpenReader): Promise<Letter | null> {
    const wanted = (await currentNews(shop, news)).filter((one) => isWanted(one, reader.rule));
    if (wanted.length === 0) return null;
    const grant: MailGrant = { purpose: 'acknowledge', shop, readerId: reader.id, about: id };
    const mayAcknowledge = reader.role !== 'viewer' && wanted.some(({ isOpen }) => isOpen);
    return alertsLetter({
      ...{ language: reader.language, shop, alertsUrl: adminLink(shop, '/alerts') },
      told: wanted.map(({ alertId, ...one }) => ({ ...one, href: adminLink(shop, `/alerts/${alertId}`) })),
      acknowledgeUrl: mayAcknowledge ? urls.page(grant, reader.language) : null,
      asOf: clock.now().toISOString(),
    });
  }

  return {
    name: 'mail',

    async compose(delivery) {
      const { shop, to, kind, identity } = delivery;
      const reader = await readers.find(shop, to);
      if (!reader) return null;
      const letter = await letterFor(delivery, reader);
      if (!letter) return null;
      const purpose = STOPS[kind];
      const stop = purpose && { purpose, shop, readerId: to, about: combinedKey(identity) };
      const foot = { stopUrl: stop && urls.page(stop, reader.language) };
      const message: MailMessage = {
        ...{ to: reader.address, subject: letter.subject, language: letter.language, identity },
        ...{ html: drawHtml(letter, foot), text: drawText(letter, foot) },
        ...{ messageId: messageIdOf(delivery), writtenAt: clock.now().toISOString() },
        stopUrl: stop && urls.oneClick(stop),
      };
      return JSON.stringify(message);
    },

    async send({ shop, to }, body) {
      const attempt = await mailer.send(Kept.parse(JSON.parse(body)));
      if (attempt.outcome === 'never' && attempt.code === 'bounced') await readers.bounced(shop, to);
      return attempt;
    },
  };
}

/** One digest for several shops is named by its week and by what joins its reader's shops; it is stopped in all of them. */
const combinedKey = (identity: string): string | null =>
  /^combined:[^:]+:([A-Za-z0-9_-]+)$/.exec(identity)?.[1] ?? null;
