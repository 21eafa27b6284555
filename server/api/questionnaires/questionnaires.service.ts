import type { QuestionnaireLink, VendorLetter } from '../../../core/api/vendor-questions.ts';
import type { QuestionnaireState } from '../../../core/api/vendors.ts';
import { dayInIndia } from '../../../core/gst/days.ts';
import type { Language } from '../../../core/text.ts';
import { keyOfVendorId } from '../../../core/vendors/keys.ts';
import { letterNeeds, vendorLetter } from '../../../core/vendors/letter.ts';
import type { Vendor } from '../../../core/vendors/vendor.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import { checkSoon, type CheckSoonDeps } from '../../shop/check-soon.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import type { Questionnaires } from '../../vendor-links/questionnaires.ts';
import type { LiveRegisterReader } from '../../vendors/live-register.ts';
import type { VendorSide } from '../../vendors/vendor-side.ts';
import { requireRole } from '../access.ts';

export type QuestionnaireService = ReturnType<typeof questionnaireService>;

/** Questions to vendors: sent by a link, taken back, read; and the letter that asks for papers. */
export function questionnaireService({
  questionnaires,
  register,
  side,
  shopAddress,
  appUrl,
  clock,
  ...deps
}: CheckSoonDeps & {
  readonly questionnaires: Questionnaires;
  readonly register: LiveRegisterReader;
  readonly side: Pick<VendorSide, 'note'>;
  readonly shopAddress: (shop: string) => Promise<string>;
  /** Our own origin, of the configuration and never of a request. */
  readonly appUrl: string;
  readonly clock: Clock;
}) {
  const { links, answers } = questionnaires;
  const now = () => clock.now().toISOString();

  /**
   * Also by the address of one that somebody took over meanwhile.
   * @throws {NotFoundError}
   */
  async function vendorOf(shop: string, id: string): Promise<Vendor> {
    const { vendors } = await register.read(shop);
    const key = keyOfVendorId(id);
    const vendor = vendors.find((one) => one.id === id || (key !== null && one.entry?.keys.includes(key)));
    if (!vendor) throw new NotFoundError();
    return vendor;
  }

  return {
    /**
     * A new link; it ends the one before. What was only found is taken over first.
     * @throws {NotFoundError}
     * @throws {ConflictError} nothing is asked of Shopify or of us
     */
    async send(merchant: Merchant, id: string): Promise<QuestionnaireLink> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { isOurs, isPlatform } = await vendorOf(shop, id);
      if (isOurs || isPlatform) throw new ConflictError('Nothing is asked of this vendor, so no questions are sent.');
      const entryId = await register.entryId(shop, id, userId);
      const { secret, expiresAt } = await links.create(shop, entryId, userId);
      await side.note(shop, entryId, { kind: 'questionnaire-sent', by: userId });
      return { url: `${appUrl}/vendor-questions#${secret}`, expiresAt };
    },

    /** @throws {NotFoundError} no link of this vendor is out */
    async withdraw(merchant: Merchant, id: string): Promise<void> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      if ((await links.endsAt(shop, id)) === null) throw new NotFoundError();
      await links.withdraw(shop, id);
    },

    /**
     * A person of the shop has read a version, so that it counts for more.
     * @throws {NotFoundError}
     */
    async review(merchant: Merchant, vendorId: string, version: number): Promise<QuestionnaireState> {
      requireRole(merchant, 'manager');
      const { shop, userId } = merchant;
      const { entry } = await vendorOf(shop, vendorId);
      const read = entry && (await answers.review(shop, { vendorId: entry.id, version, userId }));
      if (!read) throw new NotFoundError();
      if (read.isNew) {
        await side.note(shop, entry.id, { kind: 'questionnaire-reviewed', by: userId, about: String(version) });
        await checkSoon(deps, shop, { topic: 'vendors', change: now(), reach: 'said' });
      }
      return questionnaires.stateOf(shop, entry.id);
    },

    /** @throws {NotFoundError} */
    async letter({ shop }: Merchant, id: string, language: Language): Promise<VendorLetter> {
      const { name, kind, entry } = await vendorOf(shop, id);
      const { papers = [], hasContact = false, questionnaire = null } = entry ?? {};
      return vendorLetter({
        ...{ language, vendorName: name, shopName: await shopAddress(shop) },
        needs: letterNeeds({ kind, papers, hasContact, questionnaire }, dayInIndia(now())),
      });
    },
  };
}
