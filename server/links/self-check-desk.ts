import type { DeviceReport, KeptSelfCheck, OpenedSelfCheck, PasswordVerdict } from '../../core/api/self-check.ts';
import { ownWords } from '../../core/passwords/own-words.ts';
import { LinkGoneError } from './link-gone-error.ts';
import type { SelfCheckStore } from './self-check-store.ts';
import type { StaffLink, StaffLinkStore } from './staff-links.ts';

/** Whom a link may let in. */
export interface LinkPeople {
  find(
    shop: string,
    id: string,
  ): Promise<{ readonly name: string; readonly email: string | null; readonly leftAt: string | null } | null>;
}

export type SelfCheckDesk = ReturnType<typeof selfCheckDesk>;

/** What a person may do who holds a link. Each act judges anew whether the person still works here. */
export function selfCheckDesk({
  links,
  results,
  people,
  isInstalled,
  changed,
}: {
  links: StaffLinkStore;
  results: SelfCheckStore;
  people: LinkPeople;
  /** Links of a shop that took the app away lead nowhere. */
  isInstalled: (shop: string) => Promise<boolean>;
  /** Somebody's check is new: the shop is to be judged again. */
  changed: (shop: string) => Promise<void>;
}) {
  /** @throws {LinkGoneError} */
  async function admitted(link: StaffLink | null) {
    if (!link || !(await isInstalled(link.shop))) throw new LinkGoneError();
    const person = await people.find(link.shop, link.personId);
    if (!person || person.leftAt !== null) throw new LinkGoneError();
    return { link, person };
  }

  /** @throws {LinkGoneError} also for a cookie of the other purpose */
  async function finish(
    secret: string,
    purpose: StaffLink['purpose'],
    keep: (link: StaffLink) => Promise<KeptSelfCheck>,
  ): Promise<KeptSelfCheck> {
    const { link } = await admitted(await links.bySession(secret));
    if (link.purpose !== purpose) throw new LinkGoneError();
    const kept = await keep(link);
    if (!link.isFinished) {
      await links.finish(link);
      await changed(link.shop);
    }
    return kept;
  }

  return {
    /**
     * Changes a link's secret for a cookie's. The link lives on until something is finished.
     * @throws {LinkGoneError}
     */
    async open(token: string): Promise<{ readonly secret: string; readonly opened: OpenedSelfCheck }> {
      const { link, person } = await admitted(await links.byToken(token));
      const handle = link.shop.replace(/\.myshopify\.com$/, '');
      const words = link.purpose === 'password' ? ownWords([handle, person.name, person.email ?? '']) : [];
      return {
        secret: await links.beginSession(link),
        opened: { purpose: link.purpose, personName: person.name, words },
      };
    },

    /** @throws {LinkGoneError} */
    finishPassword: (secret: string, verdict: PasswordVerdict): Promise<KeptSelfCheck> =>
      finish(secret, 'password', (link) => results.keepPassword(link, verdict)),

    /** @throws {LinkGoneError} */
    finishDevice: (secret: string, report: DeviceReport): Promise<KeptSelfCheck> =>
      finish(secret, 'device', (link) => results.keepDevice(link, report)),
  };
}
