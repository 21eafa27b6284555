import type { Sensitivity } from './access-scopes.ts';

/** Where a vendor's scripts run: nowhere, before shoppers, or near payment and account pages. */
export const SCRIPT_PLACES = ['none', 'storefront', 'sensitive'] as const;
export type ScriptPlace = (typeof SCRIPT_PLACES)[number];

/** Weights of the vendor model. A proposal that was not calibrated on incidents; an operator may change any of them. */
export interface VendorRiskWeights {
  readonly bySensitivity: Readonly<Record<Sensitivity, number>>;
  /** For each scope of sensitivity 3 or 4. */
  readonly breadthEach: number;
  readonly breadthMost: number;
  readonly scriptFloor: Readonly<Record<ScriptPlace, number>>;
  readonly scriptAdds: Readonly<Record<ScriptPlace, number>>;
  readonly contract: number;
  readonly contact: number;
  /** How much of the exposure the best papers take away. */
  readonly assuranceTakes: number;
  /** First row whose days are not exceeded; a vendor that was never reviewed has the last. */
  readonly staleness: readonly { readonly upToDays: number | null; readonly factor: number }[];
  readonly unusedAdds: number;
}

export const VENDOR_RISK_WEIGHTS: VendorRiskWeights = {
  bySensitivity: { 0: 0.05, 1: 0.2, 2: 0.4, 3: 0.7, 4: 1 },
  breadthEach: 0.02,
  breadthMost: 0.2,
  scriptFloor: { none: 0, storefront: 0.5, sensitive: 0.7 },
  scriptAdds: { none: 0, storefront: 0.1, sensitive: 0.2 },
  contract: 0.15,
  contact: 0.05,
  assuranceTakes: 0.6,
  staleness: [
    { upToDays: 180, factor: 1 },
    { upToDays: 365, factor: 1.1 },
    { upToDays: null, factor: 1.25 },
  ],
  unusedAdds: 0.1,
};
