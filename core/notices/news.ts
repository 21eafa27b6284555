import type { Severity } from '../severity.ts';
import type { TextData } from '../text.ts';
import type { Day, Instant } from '../time.ts';

/** What can be new about an alert. `graver`: it was known, and weighs more than before; `woken`: its silence ended. */
export const NEWS_KINDS = ['opened', 'reopened', 'graver', 'woken', 'resolved'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** One thing that a check changed about one alert. Texts come from the check by `checkId` and `messageId`. */
export interface AlertNews {
  readonly kind: NewsKind;
  readonly fingerprint: string;
  readonly checkId: string;
  readonly messageId: string;
  readonly data: TextData;
  readonly subject: string;
  readonly severity: Severity;
  readonly atStakePaise: number | null;
  /** The day by which it should be mended; null: none was set. */
  readonly dueOn: Day | null;
  /** When the check looked that made it news. */
  readonly at: Instant;
}
