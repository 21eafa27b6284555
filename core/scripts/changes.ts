import type { ScriptBook, ScriptDecision, ScriptSighting } from '../evidence/scripts.ts';
import type { PageKind } from '../evidence/storefront.ts';
import type { Instant } from '../time.ts';
import { decisionsFor, isAsked, type DecisionMatch } from './decisions.ts';
import { kindsRead, type PageLook } from './pages-read.ts';
import type { ScriptChange, ScriptChangeKind } from './script-change.ts';
import { SENSITIVE_PAGES, type ScriptItem } from './script-item.ts';

/**
 * What a person has not decided on, the oldest first: one change a script. `pagesRead` are the pages that this look
 * saw; of other kinds of pages nothing is gone, because nobody could look.
 */
export function scriptChanges(
  items: readonly ScriptItem[],
  book: ScriptBook,
  { asOf, pagesRead }: { readonly asOf: Instant; readonly pagesRead: readonly Pick<PageLook, 'kind' | 'isPartial'>[] },
): ScriptChange[] {
  const sightings = new Map(book.sightings.map((sighting) => [sighting.identity, sighting]));
  const matches = decisionsFor(items, book.decisions);
  const changes = items.flatMap((item) => {
    if (!isAsked(item)) return [];
    return changeOf(item, matches.get(item.identity), sightings.get(item.identity), asOf) ?? [];
  });
  const present = new Set([
    ...items.map(({ identity }) => identity),
    ...[...matches.values()].map(({ decision }) => decision.identity),
  ]);
  const read = kindsRead(pagesRead);
  const gone = book.decisions.filter(
    (decision) =>
      decision.verdict === 'approved' &&
      !present.has(decision.identity) &&
      isWholeLook(pagesOf(decision, sightings.get(decision.identity)), read),
  );
  return [...changes, ...gone.map((decision) => goneChange(decision, sightings.get(decision.identity), asOf))].sort(
    (a, b) => compare(a.since, b.since) || compare(a.identity, b.identity),
  );
}

function changeOf(
  item: ScriptItem,
  match: DecisionMatch | undefined,
  sighting: ScriptSighting | undefined,
  asOf: Instant,
): ScriptChange | null {
  const firstSeenAt = sighting?.firstSeenAt ?? asOf;
  const decision = match?.decision ?? null;
  const said = (kind: ScriptChangeKind, since: Instant): ScriptChange => {
    const isOther = decision?.hash !== null && decision?.hash !== item.hash;
    const fromHash = isOther ? (decision?.hash ?? null) : null;
    const fromIdentity = kind === 'host-changed' ? (decision?.identity ?? null) : null;
    return { kind, identity: item.identity, item, decision, since, fromHash, toHash: item.hash, fromIdentity };
  };
  if (!decision || !match) return said('new', firstSeenAt);
  if (decision.verdict === 'rejected') return null; // decided: it must go
  if (match.by === 'host') return said('host-changed', firstSeenAt);
  if (isNewlySensitive(item, decision)) return said('near-payment', sighting?.nearPaymentAt ?? asOf);
  if (decision.coversNewTexts) return null;
  const isKnown = decision.hash !== null && item.hash !== null;
  if (match.by === 'release') {
    return isKnown && decision.hash === item.hash ? null : said('changed', firstSeenAt);
  }
  if (!isKnown || decision.hash === item.hash) return null;
  return said('changed', sighting?.hash === item.hash ? sighting.hashSeenAt : asOf);
}

/** It stands on the cart or the account, and the decision was on other pages. */
export function isNewlySensitive(
  { pageKinds }: Pick<ScriptItem, 'pageKinds'>,
  decision: Pick<ScriptDecision, 'pageKinds'>,
): boolean {
  return SENSITIVE_PAGES.some((kind) => pageKinds.includes(kind) && !decision.pageKinds.includes(kind));
}

function goneChange(decision: ScriptDecision, sighting: ScriptSighting | undefined, asOf: Instant): ScriptChange {
  const { identity, hash } = decision;
  const since = sighting?.goneAt ?? asOf;
  return { kind: 'gone', identity, item: null, decision, since, fromHash: hash, toHash: null, fromIdentity: null };
}

/** Where it stood when somebody last saw it. */
function pagesOf(decision: ScriptDecision, sighting: ScriptSighting | undefined): readonly PageKind[] {
  return sighting && sighting.pageKinds.length > 0 ? sighting.pageKinds : decision.pageKinds;
}

/** All of these kinds of pages were seen whole. Of a script that only browsers saw, no visit can tell. */
export function isWholeLook(kinds: readonly PageKind[], read: ReadonlySet<PageKind>): boolean {
  return kinds.length > 0 && kinds.every((kind) => read.has(kind));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
