import type { BadgeProps } from '@shopify/polaris';
import type { AlertStatus } from '../../core/api/alerts.ts';
import type { Severity } from '../../core/checks/check.ts';
import type { Outcome } from '../../core/judgement.ts';

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

/** A check that fails takes the look of its severity. */
export const OUTCOME_LOOKS: Readonly<Record<Exclude<Outcome, 'fail'>, Look>> = {
  pass: { tone: 'success', progress: 'complete' },
  notApplicable: {},
  notAssessed: { progress: 'incomplete' },
};
