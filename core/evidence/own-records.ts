import type { Severity } from '../severity.ts';
import type { Instant } from '../time.ts';

/** What Prahari itself keeps of its own work for this shop. */
export interface OwnRecords {
  /** The newest scan that ended well. Null: none before this one. */
  readonly lastScanAt: Instant | null;
  readonly openAlerts: readonly OpenAlert[];
  readonly acceptedRisks: readonly AcceptedRisk[];
}

export interface OpenAlert {
  readonly checkId: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly since: Instant;
}

/** An alert that a person put aside. */
export interface AcceptedRisk {
  readonly checkId: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly acceptedAt: Instant | null;
  /** Null: nobody is named. */
  readonly acceptedBy: string | null;
  readonly hasReason: boolean;
  readonly until: Instant | null;
}

/** The published theme as a person accepted it. */
export interface ThemeBaseline {
  readonly themeId: string;
  readonly acceptedAt: Instant;
  readonly acceptedBy: string;
  readonly files: readonly { readonly filename: string; readonly checksumMd5: string }[];
}
