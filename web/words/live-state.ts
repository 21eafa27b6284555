import type { LookUpService, RegistrationStatus, RegistryEntry, UnknownReason } from '../../core/evidence/registry.ts';
import type { Instant } from '../../core/time.ts';

export type LiveState = RegistrationStatus | 'not-found' | 'unknown' | 'not-asked';

/** What may be said of a registration now, and how sure that is. */
export interface Live {
  readonly state: LiveState;
  /** False where a later question went without an answer: what stands here is what was known before. */
  readonly isCurrent: boolean;
  /** Who told it, and when; null while nobody told anything. */
  readonly source: { readonly service: LookUpService; readonly at: Instant } | null;
  /** Why the newest question went without an answer. */
  readonly trouble: { readonly reason: UnknownReason; readonly service: LookUpService; readonly at: Instant } | null;
}

/** What the registry told last. An answer that did not come takes nothing away, and adds no certainty. */
export function liveState(entry: RegistryEntry | undefined): Live {
  const { known = null, asked = null } = entry ?? {};
  if (asked?.outcome === 'not-found') {
    return { state: 'not-found', isCurrent: true, source: { service: asked.service, at: asked.at }, trouble: null };
  }
  const trouble =
    asked && asked.outcome !== 'known' ? { reason: asked.outcome, service: asked.service, at: asked.at } : null;
  if (known) {
    return {
      state: known.record.status ?? 'unknown',
      isCurrent: trouble === null,
      source: { service: known.service, at: known.learnedAt },
      trouble,
    };
  }
  return { state: asked ? 'unknown' : 'not-asked', isCurrent: true, source: null, trouble };
}
