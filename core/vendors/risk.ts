import type { Sensitivity } from '../data/access-scopes.ts';
import { VENDOR_RISK_WEIGHTS, type ScriptPlace, type VendorRiskWeights } from '../data/vendor-risk.ts';

/** What is known of one vendor, as far as its risk asks. */
export interface VendorFacts {
  /** One entry a permission; none at all counts as 0. */
  readonly sensitivities: readonly Sensitivity[];
  readonly scripts: ScriptPlace;
  /** Weight of the best paper that is still valid, 0 to 1. */
  readonly bestPaper: number;
  readonly hasContract: boolean;
  readonly hasContact: boolean;
  /** Null: never. */
  readonly reviewedDaysAgo: number | null;
  /** Not used for 90 days. */
  readonly isUnused: boolean;
}

export const RISK_CLASSES = ['low', 'medium', 'high', 'critical'] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

/** Each term, so that a page can show how the number came about. */
export interface VendorRisk {
  readonly exposure: number;
  readonly assurance: number;
  readonly staleness: number;
  /** 0 to 100. */
  readonly risk: number;
  readonly riskClass: RiskClass;
}

/** What a shop could do about one vendor. */
export type RiskStep = 'remove' | 'papers' | 'contract' | 'contact' | 'review';

/** Exposure × what assurance leaves of it × staleness, as the weights say. */
export function vendorRisk(facts: VendorFacts, weights: VendorRiskWeights = VENDOR_RISK_WEIGHTS): VendorRisk {
  const exposure = exposureOf(facts, weights);
  const contract = facts.hasContract ? weights.contract : 0;
  const contact = facts.hasContact ? weights.contact : 0;
  const assurance = rounded(Math.min(1, facts.bestPaper + contract + contact));
  const staleness = stalenessOf(facts, weights);
  const risk = Math.min(
    100,
    Math.round(rounded(100 * exposure * (1 - weights.assuranceTakes * assurance) * staleness)),
  );
  return { exposure, assurance, staleness, risk, riskClass: classOf(risk) };
}

/** What each step would bring the risk to; the step that lowers it most comes first. Steps that change nothing are left out. */
export function stepsToLower(
  facts: VendorFacts,
  weights: VendorRiskWeights = VENDOR_RISK_WEIGHTS,
): readonly { readonly step: RiskStep; readonly risk: number }[] {
  const now = vendorRisk(facts, weights).risk;
  const after = (change: Partial<VendorFacts>) => vendorRisk({ ...facts, ...change }, weights).risk;
  const steps: { step: RiskStep; risk: number }[] = [
    { step: 'papers', risk: after({ bestPaper: 1 }) },
    { step: 'contract', risk: after({ hasContract: true }) },
    { step: 'contact', risk: after({ hasContact: true }) },
    { step: 'review', risk: after({ reviewedDaysAgo: 0 }) },
  ];
  if (facts.isUnused) steps.push({ step: 'remove', risk: 0 });
  return steps.filter(({ risk }) => risk < now).sort((a, b) => a.risk - b.risk);
}

function exposureOf({ sensitivities, scripts }: VendorFacts, weights: VendorRiskWeights): number {
  const worst = sensitivities.reduce<Sensitivity>((most, one) => (one > most ? one : most), 0);
  const wide = sensitivities.filter((one) => one >= 3).length;
  const breadth = Math.min(weights.breadthMost, wide * weights.breadthEach);
  const fromScopes = weights.bySensitivity[worst] + breadth;
  return rounded(Math.min(1, Math.max(fromScopes, weights.scriptFloor[scripts]) + weights.scriptAdds[scripts]));
}

function stalenessOf({ reviewedDaysAgo, isUnused }: VendorFacts, { staleness, unusedAdds }: VendorRiskWeights): number {
  const row = staleness.find(
    ({ upToDays }) => upToDays === null || (reviewedDaysAgo !== null && reviewedDaysAgo <= upToDays),
  );
  return rounded((row?.factor ?? 1) + (isUnused ? unusedAdds : 0));
}

function classOf(risk: number): RiskClass {
  if (risk >= 80) return 'critical';
  if (risk >= 60) return 'high';
  return risk >= 30 ? 'medium' : 'low';
}

/** Sums of hundredths, without the dust of binary fractions. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
