import type { VendorLetter } from '../api/vendor-questions.ts';
import type { VendorKind } from '../data/vendor-papers.ts';
import type { VendorPaper } from '../evidence/vendors.ts';
import type { Language } from '../text.ts';
import type { Day, Instant } from '../time.ts';

/** What a shop still needs from a vendor, in the order of the letter. */
export const LETTER_NEEDS = ['report', 'pci-aoc', 'contract', 'questionnaire', 'contact'] as const;
export type LetterNeed = (typeof LETTER_NEEDS)[number];

/** What is known of the vendor, as far as the letter asks. */
export interface LetterFacts {
  readonly kind: VendorKind;
  readonly papers: readonly Pick<VendorPaper, 'kind' | 'validUntil'>[];
  readonly hasContact: boolean;
  readonly questionnaire: { readonly answeredAt: Instant; readonly reviewedAt: Instant | null } | null;
}

/** What is missing or has ended, as of a day in India. */
export declare function letterNeeds(facts: LetterFacts, today: Day): readonly LetterNeed[];

/** The prepared letter. Names are shown as text; nothing of the shop but its name stands in it. */
export declare function vendorLetter(of: {
  readonly language: Language;
  readonly vendorName: string;
  readonly shopName: string;
  readonly needs: readonly LetterNeed[];
  /** The link of the questionnaire, where one was made a moment ago. */
  readonly link?: { readonly url: string; readonly endsOn: Day };
}): VendorLetter;
