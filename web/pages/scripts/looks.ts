import type { BadgeProps } from '@shopify/polaris';
import type { ScriptStanding } from '../../../core/scripts/standing.ts';

/** Every badge says its word too. */
export const STANDING_LOOKS: Readonly<Record<ScriptStanding, Pick<BadgeProps, 'tone' | 'progress'>>> = {
  open: { tone: 'attention', progress: 'incomplete' },
  rejected: { tone: 'warning' },
  approved: { tone: 'success', progress: 'complete' },
  'not-asked': {},
};
