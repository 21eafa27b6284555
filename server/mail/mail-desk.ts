import type { Connection } from 'mongoose';
import type { DoneMailLink, OpenedMailLink } from '../../core/api/mail-link.ts';
import { maskedAddress } from '../../core/notices/address.ts';
import { sentenceOf } from '../../core/notices/letters/shown-text.ts';
import type { AlertNews } from '../../core/notices/news.ts';
import { SEVERITIES } from '../../core/severity.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import { deliveryModel } from '../models/delivery.ts';
import type { OpenReader, ReaderStore } from '../notices/readers.ts';
import type { AlertStore } from '../shop/alerts.ts';
import type { CurrentNews, ReadCurrentNews } from './current-news.ts';
import type { MailGrant, MailLinks, MailPurpose } from './mail-links.ts';

/** As many as one act takes. */
const MOST_ALERTS = 100;

/** Readers of several shops who want one weekly report of all. */
export interface CombinedWishes {
  choose(reader: { shop: string; readerId: string }, address: string, isCombined: boolean): Promise<void>;
  /** All shops that one digest is about. */
  shopsOf(readerKey: string): Promise<readonly { readonly shop: string; readonly readerId: string }[]>;
}

export type MailDesk = ReturnType<typeof mailDesk>;

/**
 * What somebody may do who holds a link of a mail. Each step asks anew whether the reader is there, what the reader may
 * do, and whether the shop has the app: removing a reader ends all of the reader's links at once.
 */
export function mailDesk({
  connection,
  links,
  readers,
  alerts,
  currentNews,
  combined,
  isInstalled,
}: {
  connection: Connection;
  links: MailLinks;
  readers: Pick<ReaderStore, 'find' | 'confirm' | 'stop'>;
  alerts: Pick<AlertStore, 'act'>;
  currentNews: ReadCurrentNews;
  combined: CombinedWishes;
  isInstalled: (shop: string) => Promise<boolean>;
}) {
  const deliveries = deliveryModel(connection);

  /** @throws {LinkGoneError} whatever the reason, it reads the same */
  async function admitted(grant: MailGrant | null): Promise<{ grant: MailGrant; reader: OpenReader }> {
    if (!grant || !(await isInstalled(grant.shop))) throw new LinkGoneError();
    const reader = await readers.find(grant.shop, grant.readerId);
    if (!reader || !mayStill(grant, reader)) throw new LinkGoneError();
    return { grant, reader };
  }

  /** Of the mail that the link stood in: what is open still, gravest first. */
  async function toAcknowledge({ shop, readerId, about }: MailGrant): Promise<CurrentNews[]> {
    const record = about && (await deliveries.findOne({ shop, _id: about, channel: 'mail', to: readerId }).lean());
    if (!record) throw new LinkGoneError();
    const news = record.newsJsons.flatMap((json) => JSON.parse(json) as AlertNews[]);
    const open = (await currentNews(shop, news)).filter(({ kind, isOpen }) => kind !== 'resolved' && isOpen);
    return open.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)).slice(0, MOST_ALERTS);
  }

  async function opened({ grant, reader }: { grant: MailGrant; reader: OpenReader }): Promise<OpenedMailLink> {
    const { shop, purpose } = grant;
    const { getsAlerts, getsWeekly, state } = reader;
    const address = maskedAddress(reader.address);
    switch (purpose) {
      case 'confirm':
        return {
          ...{ purpose, shop, address, getsAlerts, getsWeekly, offersCombined: getsWeekly },
          isDone: state === 'confirmed',
        };
      case 'stop-alerts':
        return { purpose, shop, address, isDone: !getsAlerts };
      case 'stop-weekly':
        return { purpose, shop, address, isDone: !getsWeekly };
      case 'acknowledge': {
        const open = await toAcknowledge(grant);
        const textOf = (one: CurrentNews) => ({ en: sentenceOf(one, 'en'), hi: sentenceOf(one, 'hi') });
        return { purpose, shop, alerts: open.map((one) => ({ text: textOf(one), severity: one.severity })) };
      }
    }
  }

  /** @throws {LinkGoneError} */
  async function stop(grant: MailGrant | null): Promise<DoneMailLink> {
    const { grant: its } = await admitted(grant);
    const { purpose, shop, readerId, about } = its;
    if (purpose !== 'stop-alerts' && purpose !== 'stop-weekly') throw new LinkGoneError();
    // One digest of several shops is one mail: stopping it in one shop would leave it coming.
    const others = purpose === 'stop-weekly' && about !== null ? await combined.shopsOf(about) : [];
    for (const other of others) await readers.stop(other.shop, other.readerId, 'weekly');
    await readers.stop(shop, readerId, purpose === 'stop-alerts' ? 'alerts' : 'weekly');
    return { purpose };
  }

  /** @throws {LinkGoneError} the cookie is for something else */
  async function pressed(secret: string, purpose: MailPurpose) {
    const one = await admitted(links.readPage(secret));
    if (one.grant.purpose !== purpose) throw new LinkGoneError();
    return one;
  }

  return {
    /**
     * Says what a link would do, and changes its token for a cookie's. Changes nothing else.
     * @throws {LinkGoneError}
     */
    async open(token: string): Promise<{ readonly secret: string; readonly opened: OpenedMailLink }> {
      const one = await admitted(links.readLink(token));
      return { secret: links.page(one.grant), opened: await opened(one) };
    },

    /** @throws {LinkGoneError} */
    async confirm(secret: string, { isCombined }: { isCombined: boolean }): Promise<DoneMailLink> {
      const { grant, reader } = await pressed(secret, 'confirm');
      const { shop, readerId, purpose } = grant;
      await readers.confirm(shop, readerId);
      await combined.choose({ shop, readerId }, reader.address, isCombined && reader.getsWeekly);
      return { purpose };
    },

    /** @throws {LinkGoneError} */
    async acknowledge(secret: string): Promise<DoneMailLink> {
      const { grant } = await pressed(secret, 'acknowledge');
      const { shop, readerId, purpose } = grant;
      const ids = (await toAcknowledge(grant)).map(({ alertId }) => alertId);
      if (ids.length > 0) await alerts.act(shop, ids, { kind: 'acknowledged' }, `link:${readerId}`);
      return { purpose };
    },

    /** @throws {LinkGoneError} */
    leave: (secret: string): Promise<DoneMailLink> => stop(links.readPage(secret)),

    /**
     * What a mail program asks for by itself. That address, and that kind, of that shop.
     * @throws {LinkGoneError}
     */
    oneClick: (token: string): Promise<DoneMailLink> => stop(links.readLink(token)),
  };
}

/** Rights and states as they are now. */
function mayStill({ purpose, about }: MailGrant, { role, state, invitations }: OpenReader): boolean {
  if (purpose === 'confirm') return about === String(invitations); // a later invitation ends the one before
  if (purpose === 'acknowledge') return state === 'confirmed' && role !== 'viewer';
  return true;
}
