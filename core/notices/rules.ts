import type { Area } from '../checks/check.ts';
import type { Severity } from '../severity.ts';

/** When somebody hears of news. Critical news are told at once, whatever stands here. */
export const PACES = ['at-once', 'daily', 'weekly'] as const;
export type Pace = (typeof PACES)[number];

/** What one reader, channel or address wants to hear of. */
export interface NoticeRule {
  readonly areas: readonly Area[];
  /** News of alerts milder than this are not told; the weekly report counts them all the same. */
  readonly leastSeverity: Exclude<Severity, 'info'>;
  readonly pace: Pace;
  /** Whether what was mended is told as well. */
  readonly tellsResolved: boolean;
}

/** Hours of the day in India in which nothing but the critical is sent: "21:00" to "08:00". Null: none. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const DEFAULT_RULE: NoticeRule = {
  areas: ['gst', 'security'],
  leastSeverity: 'high',
  pace: 'at-once',
  tellsResolved: false,
};
export const DEFAULT_QUIET_HOURS: QuietHours = { from: '21:00', to: '08:00' };
