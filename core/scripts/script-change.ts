import type { ScriptDecision, ScriptIdentity } from '../evidence/scripts.ts';
import type { Instant } from '../time.ts';
import type { ScriptItem } from './script-item.ts';

export const SCRIPT_CHANGES = [
  'new', // never decided
  'changed', // other text than the one decided on
  'near-payment', // decided on for other pages, and now on cart or account
  'host-changed', // the same file now comes from another host
  'gone', // decided on, and no longer there
] as const;
export type ScriptChangeKind = (typeof SCRIPT_CHANGES)[number];

/** Something about a script that a person has not decided on. */
export interface ScriptChange {
  readonly kind: ScriptChangeKind;
  readonly identity: ScriptIdentity;
  /** As it is now; null: gone. */
  readonly item: ScriptItem | null;
  readonly decision: ScriptDecision | null;
  /** First check that saw it so. */
  readonly since: Instant;
  /** Text before and now, where both are known. */
  readonly fromHash: string | null;
  readonly toHash: string | null;
  /** For `host-changed`: where it came from before. */
  readonly fromIdentity: ScriptIdentity | null;
}
