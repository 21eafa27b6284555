import type { Severity } from '../severity.ts';
import type { EvidenceKind } from '../evidence/kinds.ts';
import type { Instant } from '../time.ts';
import type { CheckResult, ScorePart } from '../judgement.ts';
import type { Language } from '../text.ts';
import type { AlertSummary } from './alerts.ts';

export const ROLES = ['owner', 'manager', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** GET /api/home: everything the first page shows, in one answer. Nothing is computed on open. */
export interface Home {
  readonly shop: string;
  readonly me: Me;
  readonly standing: Standing | null;
  readonly openBySeverity: Readonly<Record<Severity, number>>;
  readonly suppressedCount: number;
  /** Tax at stake in open alerts; null: none of them can count it. */
  readonly atStakePaise: number | null;
  /** Open or acknowledged, and past the day by which they should be mended. */
  readonly overdueCount: number;
  /** When the newest of the critical alerts that nobody acknowledged became news; null: there is none. */
  readonly newestCriticalAt: Instant | null;
  /** What became news since this person was last told; null: nothing, or it is the person's first visit. */
  readonly news: { readonly count: number; readonly since: Instant } | null;
  /** The alerts to mend first, at most five. */
  readonly doNext: readonly AlertSummary[];
  /** One point a scan, oldest first, at most 84. */
  readonly trend: readonly TrendPoint[];
  readonly scan: ScanProgress | null;
  readonly nextCheckAt: Instant | null;
  readonly guide: SetupGuide;
  /** The shop's access ended: nothing runs until a person opens the app. */
  readonly needsVisit: boolean;
  /** Shopify closed the shop to apps: nothing runs until it is open. */
  readonly isFrozen: boolean;
}

export interface Me {
  readonly userId: string;
  readonly role: Role;
  /** The person's own choice; null means "as the admin". */
  readonly language: Language | null;
}

/** The newest judged snapshot. */
export interface Standing {
  readonly snapshotId: string;
  readonly takenAt: Instant;
  readonly score: number | null;
  readonly assessed: number;
  readonly applicable: number;
  /** True while coverage is under 60 %. */
  readonly isEarly: boolean;
}

export interface TrendPoint {
  readonly takenAt: Instant;
  readonly score: number | null;
  readonly assessed: number;
  readonly applicable: number;
}

export const SCAN_STATES = ['queued', 'collecting', 'evaluating', 'done', 'failed'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** GET /api/scans/current and POST /api/scans: one scan, as it goes. */
export interface ScanProgress {
  readonly id: string;
  readonly state: ScanState;
  readonly requestedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly collectors: readonly {
    readonly kind: EvidenceKind;
    readonly state: 'waiting' | 'collected' | 'unavailable';
  }[];
  /** How many alerts opened, stayed and closed; set when done. */
  readonly changes: { readonly opened: number; readonly stayed: number; readonly resolved: number } | null;
}

/** Steps tick and untick themselves from the real state. */
export interface SetupGuide {
  readonly isHidden: boolean;
  readonly steps: readonly { readonly id: GuideStep; readonly isDone: boolean }[];
}
export const GUIDE_STEPS = ['gstin', 'first-check', 'first-mend'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** GET /api/checks: each check of the newest snapshot with its points; `judgedAt` null before the first scan. */
export interface CheckBoard {
  readonly standing: Standing | null;
  readonly results: readonly CheckResult[];
  readonly parts: readonly ScorePart[];
}
