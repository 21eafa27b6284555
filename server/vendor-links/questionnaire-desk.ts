import type { KeptQuestionnaire, OpenedQuestionnaire, SentQuestionnaire } from '../../core/api/vendor-questions.ts';
import { QUESTIONS_VERSION } from '../../core/data/vendor-questions.ts';
import { LinkGoneError } from '../links/link-gone-error.ts';
import { hashOfSecret } from '../links/secret-word.ts';
import type { Questionnaires } from './questionnaires.ts';
import type { VendorLink } from './vendor-link-store.ts';

/** What the desk asks of the register. */
export interface AskedVendors {
  /** Name of an entry that is there; null: it was removed. */
  nameOf(shop: string, vendorId: string): Promise<string | null>;
  /** The vendor answered: its history and the next check are to know. */
  answered(shop: string, vendorId: string): Promise<void>;
}

export type QuestionnaireDesk = ReturnType<typeof questionnaireDesk>;

/** What a vendor may do who holds a link. Each act judges anew whether the shop still knows the vendor. */
export function questionnaireDesk({
  questionnaires: { links, answers },
  vendors,
  isInstalled,
  shopAddress,
}: {
  questionnaires: Pick<Questionnaires, 'links' | 'answers'>;
  vendors: AskedVendors;
  /** Links of a shop that took the app away lead nowhere. */
  isInstalled: (shop: string) => Promise<boolean>;
  /** Where everybody finds the shop: all that a vendor is told of it. */
  shopAddress: (shop: string) => Promise<string>;
}) {
  /** @throws {LinkGoneError} */
  async function admitted(link: VendorLink | null) {
    if (!link || !(await isInstalled(link.shop))) throw new LinkGoneError();
    const vendorName = await vendors.nameOf(link.shop, link.vendorId);
    if (vendorName === null) throw new LinkGoneError();
    return { link, vendorName };
  }

  return {
    /**
     * Changes a link's secret for a cookie's. The link lives on until something is answered.
     * @throws {LinkGoneError}
     */
    async open(token: string): Promise<{ readonly secret: string; readonly opened: OpenedQuestionnaire }> {
      const { link, vendorName } = await admitted(await links.byToken(token));
      const { shop, vendorId, attempt, expiresAt } = link;
      const secret = await links.beginSession(link);
      const draftKey = hashOfSecret(`${shop} ${vendorId}`);
      const opened = { attempt, draftKey, vendorName, questionsVersion: QUESTIONS_VERSION, expiresAt };
      return { secret, opened: { ...opened, shopAddress: await shopAddress(shop) } };
    },

    /**
     * Keeps the answers once. A vendor of two shops has one cookie at a time: answers that were written for one invitation
     * are not taken with the cookie of another.
     * @throws {LinkGoneError}
     */
    async answer(secret: string, sent: SentQuestionnaire): Promise<KeptQuestionnaire> {
      const { link } = await admitted(await links.bySession(secret));
      if (link.attempt !== sent.attempt) throw new LinkGoneError();
      const answeredAt = await answers.keep(link, sent);
      if (!link.isFinished && (await links.finish(link))) await vendors.answered(link.shop, link.vendorId);
      return { answeredAt };
    },
  };
}
