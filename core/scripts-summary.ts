import { collectedValue, type Snapshot, type UnavailableReason } from './evidence/snapshot.ts';
import type { ProbeOutcome } from './evidence/storefront.ts';
import { scriptInventory } from './scripts/inventory.ts';
import { pagesRead, type PageLook } from './scripts/pages-read.ts';
import type { ScriptItem } from './scripts/script-item.ts';
import type { Instant } from './time.ts';

/** What a snapshot tells of scripts, before anybody's word on them. */
export interface ScriptsSummary {
  readonly asOf: Instant;
  /** Why no page was read; null: at least one was. */
  readonly reason: UnavailableReason | null;
  readonly pages: readonly PageLook[];
  readonly items: readonly ScriptItem[];
}

/** Why a visit brought no page, in the words of evidence. */
const REASON_OF: Readonly<Partial<Record<ProbeOutcome, UnavailableReason>>> = {
  blocked: 'blocked',
  'timed-out': 'timed-out',
  unreachable: 'unreachable',
  'tls-failed': 'unreachable',
};

export function scriptsSummary(snapshot: Snapshot): ScriptsSummary {
  const storefront = collectedValue(snapshot, 'storefront');
  const pages = storefront ? pagesRead(storefront) : [];
  const collected = snapshot.evidence.storefront;
  const unread =
    collected?.status === 'unavailable'
      ? collected.reason
      : (storefront?.hosts.flatMap(({ outcome }) => REASON_OF[outcome] ?? [])[0] ?? 'too-little');
  return {
    asOf: snapshot.takenAt,
    reason: pages.length > 0 ? null : collected ? unread : 'not-collected',
    pages,
    items: storefront
      ? scriptInventory({
          storefront,
          theme: collectedValue(snapshot, 'theme') ?? undefined,
          domains: collectedValue(snapshot, 'domains') ?? undefined,
          scriptBook: collectedValue(snapshot, 'scriptBook') ?? undefined,
        })
      : [],
  };
}
