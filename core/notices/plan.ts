import type { Area } from '../checks/check.ts';
import { isGraver } from '../severity.ts';
import type { Day, Instant } from '../time.ts';
import { digestAt, nextMondayMorning, nextMorning } from './digest-slots.ts';
import type { AlertNews } from './news.ts';
import { afterQuietHours } from './quiet-hours.ts';
import type { NoticeRule, QuietHours } from './rules.ts';

/** What comes back sooner than this after it was mended comes and goes: it waits for the digest. */
export const FLAPPING_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What decides when somebody hears of news, beside the news. */
export interface Hearing {
  readonly rule: NoticeRule;
  readonly quietHours: QuietHours | null;
  readonly now: Instant;
  /** When the same alert was last mended, if it came back; null: never, or long ago. */
  readonly mendedAt: Instant | null;
}

/** `slot`: the day of the digest, in India. */
export type Telling =
  | { readonly how: 'at-once'; readonly at: Instant }
  | { readonly how: 'digest'; readonly at: Instant; readonly slot: Day };

/** Whether a rule asks for these news at all. What is critical passes each limit but the area. */
export function isWanted({ kind, checkId, severity }: AlertNews, rule: NoticeRule): boolean {
  const isOfArea = rule.areas.includes(checkId.slice(0, checkId.indexOf('/')) as Area);
  if (!isOfArea || (kind === 'resolved' && !rule.tellsResolved)) return false;
  return severity === 'critical' || !isGraver(rule.leastSeverity, severity);
}

/** Whether nothing may hold the news up: no pace, no quiet hours, no cap. */
export const isUrgent = ({ kind, severity }: AlertNews): boolean => severity === 'critical' && kind !== 'resolved';

/**
 * When and how somebody hears of one thing that a check changed; null: not at all. The critical is told at once, day and
 * night. What was mended, and what comes and goes, is told with the next digest, which no quiet hour sees.
 */
export function whenToTell(news: AlertNews, { rule, quietHours, now, mendedAt }: Hearing): Telling | null {
  if (!isWanted(news, rule)) return null;
  if (isUrgent(news)) return { how: 'at-once', at: now };
  const waits = news.kind === 'resolved' || isFlapping(news, mendedAt);
  if (rule.pace === 'at-once' && !waits) return { how: 'at-once', at: afterQuietHours(quietHours, now) };
  const slot = rule.pace === 'weekly' ? nextMondayMorning(now) : nextMorning(now);
  return { how: 'digest', at: afterQuietHours(quietHours, digestAt(slot)), slot };
}

function isFlapping({ kind, at }: AlertNews, mendedAt: Instant | null): boolean {
  if (kind !== 'reopened' || mendedAt === null) return false;
  return Date.parse(at) - Date.parse(mendedAt) < FLAPPING_DAYS * DAY_MS;
}
