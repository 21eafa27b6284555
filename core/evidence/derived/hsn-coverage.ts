import { dayInIndia } from '../../gst/days.ts';
import { hsnDigitsNeeded, judgeHsn, type HsnVerdict } from '../../gst/hsn.ts';
import { lawWith, type LawChanges } from '../../gst/law.ts';
import type { Instant } from '../../time.ts';
import type { Catalogue, Product, Variant } from '../catalogue.ts';
import type { HsnCoverage } from '../summaries.ts';
import type { TaxProfile } from '../tax-profile.ts';
import { hsnCodeOf, isOnSale, variantName } from './hsn-code.ts';

const MOST_OPEN = 100;

export interface HsnEvidence {
  readonly catalogue: Catalogue;
  readonly taxProfile: TaxProfile;
  readonly law: LawChanges;
}

/** A taxable variant on sale, with what is to be said of its code; null for a code that could be right. */
export interface HsnLine {
  readonly product: Product;
  readonly variant: Variant;
  /** As typed. */
  readonly code: string | null;
  readonly problem: HsnCoverage['open'][number]['problem'] | null;
  readonly suggestion: string | null;
}

/** Every taxable variant of every product on sale, in the catalogue's order. Linear. */
export function* hsnLines({ catalogue, taxProfile, law }: HsnEvidence, asOf: Instant): Iterable<HsnLine> {
  const inForce = lawWith(law);
  const digitsNeeded = digitsFor({ taxProfile, law }, asOf);
  const verdicts = new Map<string, HsnVerdict>();
  for (const product of catalogue.products) {
    if (!isOnSale(product)) continue;
    for (const variant of product.variants) {
      if (!variant.isTaxable) continue;
      const code = hsnCodeOf(product, variant);
      if (code === null) {
        yield { product, variant, code, problem: 'missing', suggestion: null };
        continue;
      }
      // A shop of thousands of variants has few codes.
      const verdict = verdicts.get(code) ?? judgeHsn(code, { law: inForce, digitsNeeded });
      verdicts.set(code, verdict);
      const { problem, suggestion } = verdict.ok ? { problem: null, suggestion: null } : verdict;
      yield { product, variant, code, problem, suggestion };
    }
  }
}

/** What the GST page shows of it. */
export function hsnCoverage(evidence: HsnEvidence, asOf: Instant): HsnCoverage {
  const counts = { variants: 0, withCode: 0, missing: 0, wrong: 0 };
  const open: HsnCoverage['open'][number][] = [];
  for (const { product, variant, code, problem } of hsnLines(evidence, asOf)) {
    counts.variants += 1;
    if (code === null) counts.missing += 1;
    else counts.withCode += 1;
    if (problem === null) continue;
    if (problem !== 'missing') counts.wrong += 1;
    if (open.length === MOST_OPEN) continue;
    open.push({ productId: product.id, product: product.title, variant: variantName(variant), code, problem });
  }
  return {
    ...counts,
    digitsNeeded: digitsFor(evidence, asOf),
    listImportedOn: evidence.law.hsnList?.importedOn ?? null,
    moreProducts: evidence.catalogue.moreProducts,
    open,
  };
}

/** Digits that invoices need at the stated turnover; null: it is not stated. */
export function digitsFor({ taxProfile, law }: Pick<HsnEvidence, 'taxProfile' | 'law'>, asOf: Instant): number | null {
  return hsnDigitsNeeded(lawWith(law), taxProfile.turnover, dayInIndia(asOf));
}
