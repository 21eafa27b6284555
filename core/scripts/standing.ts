import type { ScriptDecision, ScriptIdentity } from '../evidence/scripts.ts';
import { isAsked } from './decisions.ts';
import type { ScriptItem } from './script-item.ts';

/** What people said of a script that is there now. */
export const SCRIPT_STANDINGS = [
  'open', // nobody decided, or what was decided does not cover it any more
  'rejected', // it should go, and it is still there
  'approved',
  'not-asked', // the shop's own or Shopify's, or code whose owner nobody can tell
] as const;
export type ScriptStanding = (typeof SCRIPT_STANDINGS)[number];

/** `changed`: the scripts that stand in the queue. */
export function standingOf(
  item: ScriptItem & { readonly decision: Pick<ScriptDecision, 'verdict'> | null },
  changed: ReadonlySet<ScriptIdentity>,
): ScriptStanding {
  if (!isAsked(item)) return 'not-asked';
  if (item.decision === null || changed.has(item.identity)) return 'open';
  return item.decision.verdict;
}
