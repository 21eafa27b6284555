import type { Connection } from 'mongoose';
import type { QuestionnaireState } from '../../core/api/vendors.ts';
import type { Clock } from '../clock.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { questionnaireStore } from './questionnaire-store.ts';
import { vendorLinkStore } from './vendor-link-store.ts';

export type Questionnaires = ReturnType<typeof createQuestionnaires>;

/** All that is kept of the questions to vendors, by the id of their entry. */
export function createQuestionnaires(deps: { connection: Connection; cipher: FieldCipher; clock: Clock }) {
  const links = vendorLinkStore(deps);
  const answers = questionnaireStore(deps);

  return {
    links,
    answers,

    /** Of each vendor that answered the newest answers' moments, by entry: for the register and the evidence. */
    states: (shop: string) => answers.states(shop),

    /** What the vendor's page shows. */
    async stateOf(shop: string, vendorId: string): Promise<QuestionnaireState> {
      const [linkEndsAt, versions] = await Promise.all([
        links.endsAt(shop, vendorId),
        answers.versions(shop, vendorId),
      ]);
      return { linkEndsAt, versions };
    },

    /** Ends the link that is out. False: none was. */
    withdraw: (shop: string, vendorId: string) => links.withdraw(shop, vendorId),

    /** The entry goes: its link ends at once, its answers when it cannot come back any more. */
    async removed(shop: string, vendorId: string, undoUntil: Date): Promise<void> {
      await links.withdraw(shop, vendorId);
      await answers.forgetAt(shop, vendorId, undoUntil);
    },

    /** The entry came back, without its link. */
    restored: (shop: string, vendorId: string) => answers.keepOn(shop, vendorId),

    /** Two entries became one. */
    async move(shop: string, from: string, into: string): Promise<void> {
      await links.withdraw(shop, from);
      await answers.move(shop, from, into);
    },
  };
}
