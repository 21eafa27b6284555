import type { Instant } from '../time.ts';
import type { Language } from '../text.ts';
import type { Role } from './home.ts';

/** GET /api/registrations → { registrations }; POST { gstin } → RegistrationRow (201); DELETE /api/registrations/:id → 204. */
export interface RegistrationRow {
  readonly id: string;
  readonly gstin: string;
  readonly statedAt: Instant;
}
export interface Registrations {
  readonly registrations: readonly RegistrationRow[];
}

/** GET and PATCH /api/settings. PATCH takes `language` (each person's own) and `guideHidden` (manager). */
export interface Settings {
  readonly language: Language | null;
  readonly guideHidden: boolean;
  readonly scopes: {
    readonly granted: readonly string[];
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  readonly retention: readonly { readonly what: Kept; readonly days: number }[];
}

/**
 * What is kept for a time, longest first. `everySnapshot`: until then each is kept, after it the last of each week;
 * `notices`: which were sent, `noticeTexts`: what they said; `leavers`: people of the shop after they left;
 * `statements`: after their end.
 */
export const KEPT = [
  'snapshots',
  'scores',
  'alerts',
  'events',
  'audit',
  'reports',
  'notices',
  'selfChecks',
  'statements',
  'leavers',
  'browserReports',
  'everySnapshot',
  'noticeTexts',
  'scans',
  'failedJobs',
  'shopifyEvents',
  'lookUps',
  'undo',
  'flowRuns',
] as const;
export type Kept = (typeof KEPT)[number];

export interface SettingsChange {
  readonly language?: Language | null;
  readonly guideHidden?: boolean;
}

/** GET /api/members → { members } (owner); PATCH /api/members/:userId { role } (owner). Names are not kept. */
export interface Member {
  readonly userId: string;
  readonly role: Role;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  readonly isMe: boolean;
}
export interface Members {
  readonly members: readonly Member[];
}

/** RFC 9457 application/problem+json. `type` is a stable word; `detail` says what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Field errors by name, as reason codes: { gstin: "bad_checksum" }. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}
