import type { Finding } from './checks/check.ts';
import type { EvidenceKind } from './evidence/kinds.ts';
import type { UnavailableReason } from './evidence/snapshot.ts';
import type { Rung } from './evidence/rungs.ts';

export const OUTCOMES = ['pass', 'fail', 'notApplicable', 'notAssessed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type JudgedFinding = Required<Pick<Finding, 'subject' | 'messageId' | 'data' | 'severity'>> & {
  readonly atStakePaise: number | null;
  readonly adminPath: string | null;
  readonly isRemark: boolean;
};

/** Why a check could not be assessed: a kind of evidence that is missing, or a defect of the check itself. */
export type NotAssessedReason =
  | { readonly kind: EvidenceKind; readonly reason: UnavailableReason; readonly missingScopes: readonly string[] }
  | { readonly reason: 'check-failed' };

/** What one check says of one snapshot. */
export interface CheckResult {
  readonly checkId: string;
  readonly outcome: Outcome;
  readonly findings: readonly JudgedFinding[];
  /** The weakest rung among the evidence it read; null when not assessed. */
  readonly rung: Rung | null;
  readonly notAssessed: readonly NotAssessedReason[];
  /** Of a check that was not assessed: what it no longer names is gone all the same. Absent: nobody knows. */
  readonly isSettled?: boolean;
}

/** Points the checks of one snapshot earn. Missing evidence lowers coverage, never the score. */
export interface Score {
  /** 0 to 100, of what was assessed; null when nothing was. */
  readonly score: number | null;
  /** Assessed checks of applicable ones. Applicable = all but notApplicable. */
  readonly assessed: number;
  readonly applicable: number;
  readonly parts: readonly ScorePart[];
}

export interface ScorePart {
  readonly checkId: string;
  readonly weight: number;
  /** 0 or the weight; null when not assessed or not applicable, or when the platform sets it. */
  readonly points: number | null;
}
