import type { Step } from '../data/controls.ts';
import type { DataSample, FileScan } from '../evidence/data-at-rest.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { HostProbe } from '../evidence/storefront.ts';
import type { Rung } from '../evidence/rungs.ts';
import type { UnavailableReason } from '../evidence/snapshot.ts';
import type { DomainRecords } from '../evidence/dns.ts';
import type { LibraryFlaws, SecretSeen, LibrarySeen, BehaviourSeen } from '../evidence/code.ts';
import type { Outcome } from '../judgement.ts';
import type { Instant } from '../time.ts';

/** GET /api/security: the ten steps of the newest judged snapshot. Nothing is computed on open. */
export interface SecurityBoard {
  readonly takenAt: Instant | null;
  readonly score: number | null;
  /** Controls of the ten steps that could be assessed, of those that apply. */
  readonly assessed: number;
  readonly applicable: number;
  /** Empty before the first judged scan. */
  readonly steps: readonly StepStanding[];
  readonly controls: readonly ControlStanding[];
  /** Oldest first. */
  readonly trend: readonly StepTrendPoint[];
}

export interface StepStanding {
  readonly step: Step;
  /** Null: nothing of it could be assessed, which is not good. */
  readonly score: number | null;
  readonly assessed: number;
  readonly applicable: number;
  readonly failing: number;
}

export interface ControlStanding {
  readonly controlId: string;
  /** `none`: no check looks at it yet; the control's page says why. */
  readonly outcome: Outcome | 'none';
  readonly rung: Rung | null;
  readonly checkIds: readonly string[];
}

export interface StepTrendPoint {
  readonly takenAt: Instant;
  readonly score: number | null;
  readonly byStep: Readonly<Partial<Record<Step, number | null>>>;
}

/** GET /api/evidence: what is known, from where, until when. */
export interface EvidenceList {
  readonly takenAt: Instant | null;
  readonly items: readonly EvidenceItem[];
}

export interface EvidenceItem {
  readonly kind: EvidenceKind;
  readonly rung: Rung | null;
  readonly collectedAt: Instant | null;
  /** When the first statement in it ends. */
  readonly expiresAt: Instant | null;
  readonly reason: UnavailableReason | null;
  readonly missingScopes: readonly string[];
  /** Items inside, where it can be counted: 24 files, 3 domains. */
  readonly count: number | null;
}

/** GET /api/storefront: the hosts of the newest judged snapshot, their grades, and what the theme's code shows. */
export interface StorefrontBoard extends StorefrontFigures {
  readonly takenAt: Instant | null;
  readonly hosts: readonly (HostProbe & { readonly grade: HeaderGradeRow | null })[];
}

/** What a snapshot says of the storefront. */
export interface StorefrontFigures {
  /** Why the hosts could not be visited at all; null: they were. */
  readonly reason: UnavailableReason | null;
  readonly hosts: readonly HostProbe[];
  readonly domains: readonly DomainRecords[];
  readonly libraries: LibraryFlaws | null;
  /** Of the theme's files: only those that show something. */
  readonly theme: readonly ThemeCodeRow[];
  readonly themeFiles: number;
}

export interface HeaderGradeRow {
  readonly score: number;
  readonly grade: string;
  readonly tests: readonly { readonly test: string; readonly result: string; readonly modifier: number }[];
}

export interface ThemeCodeRow {
  readonly filename: string;
  readonly libraries: readonly LibrarySeen[];
  readonly secrets: readonly SecretSeen[];
  readonly behaviours: readonly BehaviourSeen[];
  readonly isPartial: boolean;
}

/** The published theme's files as the newest judged snapshot has them. */
export interface ThemeListing {
  readonly id: string;
  readonly name: string;
  readonly files: readonly { readonly filename: string; readonly checksumMd5: string }[];
}

/** GET /api/theme-baseline: what changed in the theme since a person accepted it. */
export interface ThemeBaselineState {
  readonly acceptedAt: Instant | null;
  readonly themeName: string | null;
  /** Null: the theme could not be read, so there is nothing to accept. */
  readonly changes: readonly ThemeChange[] | null;
}

export interface ThemeChange {
  readonly filename: string;
  readonly change: 'new' | 'changed' | 'gone';
}

/** GET /api/data-at-rest: numbers that should not stand in notes and files. */
export interface DataAtRestState {
  readonly isSampleOn: boolean;
  readonly missingScopes: readonly string[];
  /** Newest first. */
  readonly scans: readonly FileScan[];
  /** Null: not read. */
  readonly sample: DataSample | null;
}

/** GET /api/attestations: every question with the newest answer. */
export interface QuestionRow {
  readonly questionId: string;
  readonly answer: 'yes' | 'no' | 'not-applicable' | null;
  readonly statedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Number of the person's user in the admin, where it is known. */
  readonly statedBy: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly sizeBytes: number } | null;
}
