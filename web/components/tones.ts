import type { BadgeProps } from '@shopify/polaris';
import type { AlertStatus } from '../../core/api/alerts.ts';
import type { Severity } from '../../core/severity.ts';
import type { CalendarEntry } from '../../core/evidence/summaries.ts';
import type { Outcome } from '../../core/judgement.ts';
import type { SecondFactor } from '../../core/evidence/people.ts';
import type { ProbeOutcome } from '../../core/evidence/storefront.ts';
import type { LiveState } from '../words/live-state.ts';

type Look = Pick<BadgeProps, 'tone' | 'progress'>;

/** The only table of colours. Red is for the gravest alone; every badge says its word too. */
export const SEVERITY_LOOKS: Readonly<Record<Severity, Look>> = {
  critical: { tone: 'critical' },
  high: { tone: 'warning' },
  medium: { tone: 'attention' },
  low: { tone: 'info' },
  info: {},
};

export const STATUS_LOOKS: Readonly<Record<AlertStatus, Look>> = {
  open: { progress: 'incomplete' },
  acknowledged: { progress: 'partiallyComplete' },
  suppressed: {},
  resolved: { tone: 'success', progress: 'complete' },
};

/** A registration as the registry tells of it; green only where the newest question was answered. */
export const LIVE_LOOKS: Readonly<Record<LiveState, Look>> = {
  active: { tone: 'success', progress: 'complete' },
  provisional: { tone: 'attention' },
  suspended: { tone: 'critical' },
  inactive: { tone: 'critical' },
  cancelled: { tone: 'critical' },
  'not-found': { tone: 'critical' },
  unknown: { progress: 'incomplete' },
  'not-asked': { progress: 'incomplete' },
};
export const STALE_LOOK: Look = { progress: 'partiallyComplete' };

export const DUE_LOOKS: Readonly<Record<CalendarEntry['state'], Look>> = {
  overdue: { tone: 'critical' },
  upcoming: { progress: 'incomplete' },
  unknown: {},
  filed: { tone: 'success', progress: 'complete' },
};

/** A check that fails takes the look of its severity. */
export const OUTCOME_LOOKS: Readonly<Record<Exclude<Outcome, 'fail'>, Look>> = {
  pass: { tone: 'success', progress: 'complete' },
  notApplicable: {},
  notAssessed: { progress: 'incomplete' },
};

/** A second step of an account, as it is known. Green only where nobody can redirect it. */
export const SECOND_FACTOR_TONES: Readonly<
  Record<SecondFactor | 'unknown' | 'expired' | 'conflict' | 'inactive', NonNullable<BadgeProps['tone']> | null>
> = {
  key: 'success',
  app: 'success',
  unnamed: 'success',
  sms: 'attention',
  'registered-only': 'warning',
  none: 'warning',
  unknown: null,
  expired: null,
  conflict: 'attention',
  inactive: null,
};

/** One look at a host or a domain. `told`: nothing is asked of the shop. */
export const VERDICT_LOOKS: Readonly<Record<'pass' | 'warn' | 'fail' | 'unknown' | 'told', Look>> = {
  pass: { tone: 'success', progress: 'complete' },
  warn: { tone: 'attention' },
  fail: { tone: 'warning' },
  unknown: { progress: 'incomplete' },
  told: {},
};

/** How a visit ended. What kept us out is no defect of the shop; a certificate that no browser takes is. */
export const PROBE_LOOKS: Readonly<Record<ProbeOutcome, Look>> = {
  answered: { tone: 'success', progress: 'complete' },
  blocked: { progress: 'incomplete' },
  locked: { progress: 'incomplete' },
  unreachable: { tone: 'attention' },
  'timed-out': { tone: 'attention' },
  refused: { tone: 'attention' },
  'tls-failed': { tone: 'warning' },
  paused: { tone: 'attention' },
  unusable: { tone: 'attention' },
  'not-verified': { progress: 'incomplete' },
};
