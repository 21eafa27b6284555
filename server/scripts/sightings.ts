import { isWholeLook } from '../../core/scripts/changes.ts';
import { isAsked, lineageOfItem } from '../../core/scripts/decisions.ts';
import { kindsRead, type PageLook } from '../../core/scripts/pages-read.ts';
import { isSensitive, type ScriptItem } from '../../core/scripts/script-item.ts';
import type { ScriptSighting } from '../../core/evidence/scripts.ts';
import { PAGE_KINDS, type PageKind } from '../../core/evidence/storefront.ts';
import type { Instant } from '../../core/time.ts';
import { RETENTION_DAYS } from '../models/retention.ts';

/** More scripts of one shop are not remembered: those that were not seen for longest are let go. */
export const MOST_SIGHTINGS = 2_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A sighting, with what the next look compares it by. */
export interface KeptSighting extends ScriptSighting {
  readonly lineage: string;
  /** A person must decide on it. */
  readonly isAsked: boolean;
}

/** What is remembered after another look; of pages that it did not see, what was known before stays. */
export function seenAgain(
  before: readonly KeptSighting[],
  items: readonly ScriptItem[],
  { takenAt, pagesRead }: { readonly takenAt: Instant; readonly pagesRead: readonly PageLook[] },
): KeptSighting[] {
  const read = kindsRead(pagesRead);
  const known = new Map(before.map((sighting) => [sighting.identity, sighting]));
  const present = items.filter(isRemembered);
  const now = new Set(present.map(({ identity }) => identity));
  const oldest = new Date(Date.parse(takenAt) - RETENTION_DAYS.events * DAY_MS).toISOString();
  const gone = before
    .filter(({ identity, lastSeenAt }) => !now.has(identity) && lastSeenAt >= oldest)
    .map((sighting) => ({
      ...sighting,
      goneAt: sighting.goneAt ?? (isWholeLook(sighting.pageKinds, read) ? takenAt : null),
    }));
  return [...present.map((item) => seenNow(item, known.get(item.identity), { takenAt, read })), ...gone]
    .sort((a, b) => order(b.lastSeenAt, a.lastSeenAt) || order(a.firstSeenAt, b.firstSeenAt))
    .slice(0, MOST_SIGHTINGS);
}

/** Plain inline code is another one on each page and each day, and nobody is asked about it. */
const isRemembered = ({ origin }: ScriptItem): boolean => origin !== 'inline-plain';

function seenNow(
  item: ScriptItem,
  before: KeptSighting | undefined,
  { takenAt, read }: { readonly takenAt: Instant; readonly read: ReadonlySet<PageKind> },
): KeptSighting {
  // A text that could not be fetched this time is not another one.
  const hash = item.hash ?? before?.hash ?? null;
  const kinds = new Set([...item.pageKinds, ...(before?.pageKinds ?? []).filter((kind) => !read.has(kind))]);
  const pageKinds = PAGE_KINDS.filter((kind) => kinds.has(kind));
  const isNear = isSensitive({ pageKinds });
  return {
    ...{ identity: item.identity, lineage: lineageOfItem(item), isAsked: isAsked(item), pageKinds, hash },
    firstSeenAt: before?.firstSeenAt ?? takenAt,
    lastSeenAt: before && before.lastSeenAt > takenAt ? before.lastSeenAt : takenAt,
    hashSeenAt: before && before.hash === hash && before.goneAt === null ? before.hashSeenAt : takenAt,
    goneAt: null,
    nearPaymentAt: isNear ? (before?.nearPaymentAt ?? takenAt) : null,
  };
}

/** As evidence has it. */
export function sightingOf({ lineage: _lineage, isAsked: _isAsked, ...sighting }: KeptSighting): ScriptSighting {
  return sighting;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
