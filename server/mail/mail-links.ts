import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { KeyMissingError } from '../store/key-errors.ts';
import type { KeyRing } from '../store/key-ring.ts';

const SHOP_SUFFIX = '.myshopify.com';
const NOTHING = '-';
const HOUR_S = 60 * 60;
const DAY_S = 24 * HOUR_S;

/** What a link in a mail lets its holder do, and for how long. */
const LIVES_S = {
  confirm: 14 * DAY_S,
  acknowledge: 14 * DAY_S,
  /** A mail that is found after months must still be one that can be stopped. */
  'stop-alerts': 400 * DAY_S,
  'stop-weekly': 400 * DAY_S,
} as const;

export type MailPurpose = keyof typeof LIVES_S;

/** Time that a page stays open between its link and the press of its button. */
export const MAIL_SESSION_S = HOUR_S;

/** Key's id, form, purpose, shop's handle, reader, what it is about, end in seconds, HMAC-SHA256. */
const TOKEN =
  /^([A-Za-z0-9_-]{1,32})\.(link|page)\.([a-z-]{4,16})\.([a-z0-9][a-z0-9-]{0,99})\.([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{1,64})\.(\d{9,11})\.([A-Za-z0-9_-]{43})$/;

/** One act for one reader of one shop. What a link grants is judged again when it is used. */
export interface MailGrant {
  readonly purpose: MailPurpose;
  readonly shop: string;
  readonly readerId: string;
  /**
   * The delivery whose alerts are acknowledged; the number of the invitation that is confirmed; what joins the shops of
   * one digest that is stopped. Null: nothing beside the reader.
   */
  readonly about: string | null;
}

/** `link`: what stands in a mail. `page`: the cookie that it is exchanged for. Neither passes for the other. */
type Form = 'link' | 'page';

export type MailLinks = ReturnType<typeof mailLinks>;

/**
 * Signs what the links in mails let people do. Nothing is stored: removing a reader, or changing what the reader may do,
 * ends the links, since whoever takes a link asks for both.
 */
export function mailLinks({ ring, clock }: { ring: Pick<KeyRing, 'activeId' | 'derive'>; clock: Clock }) {
  const macOf = (keyId: string, signed: readonly string[]): Buffer =>
    createHmac('sha256', ring.derive(keyId, 'mail-links')).update(JSON.stringify(signed)).digest();

  function sign(form: Form, { purpose, shop, readerId, about }: MailGrant, lifeS: number): string {
    const { activeId } = ring;
    const ends = String(Math.floor(clock.now().getTime() / 1_000) + lifeS);
    const handle = shop.slice(0, -SHOP_SUFFIX.length);
    const signed = [form, purpose, handle, readerId, about ?? NOTHING, ends];
    return [activeId, ...signed, macOf(activeId, signed).toString('base64url')].join('.');
  }

  function read(form: Form, token: string): MailGrant | null {
    const [, keyId = '', ...parts] = TOKEN.exec(token) ?? [];
    if (keyId === '') return null;
    const signed = parts.slice(0, -1);
    const mac = parts.at(-1) ?? '';
    try {
      if (!timingSafeEqual(macOf(keyId, signed), Buffer.from(mac, 'base64url'))) return null;
    } catch (error) {
      if (error instanceof KeyMissingError) return null;
      throw error;
    }
    const [itsForm, purpose = '', handle = '', readerId = '', about = '', ends = ''] = signed;
    if (itsForm !== form || !isPurpose(purpose) || Number(ends) * 1_000 <= clock.now().getTime()) return null;
    const shop = `${handle}${SHOP_SUFFIX}`;
    return { purpose, shop, readerId, about: about === NOTHING ? null : about };
  }

  return {
    /** What stands in a mail. */
    link: (grant: MailGrant): string => sign('link', grant, LIVES_S[grant.purpose]),
    /** What a link is exchanged for, when a person presses. */
    page: (grant: MailGrant): string => sign('page', grant, MAIL_SESSION_S),
    /** Null: not ours, altered, over, or signed with a key that is no longer in the ring. No store is asked. */
    readLink: (token: string): MailGrant | null => read('link', token),
    readPage: (token: string): MailGrant | null => read('page', token),
  };
}

const isPurpose = (word: string): word is MailPurpose => Object.hasOwn(LIVES_S, word);
