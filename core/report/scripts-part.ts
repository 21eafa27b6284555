import { collectedValue, type Snapshot } from '../evidence/snapshot.ts';
import { scriptsSummary } from '../scripts-summary.ts';
import { scriptChanges } from '../scripts/changes.ts';
import { isAsked } from '../scripts/decisions.ts';
import type { ScriptItem } from '../scripts/script-item.ts';
import { foreignName } from './foreign-name.ts';
import type { ReportScripts } from './weekly-report.ts';

const NOT_SEEN: ReportScripts = { scripts: null, undecided: null, fresh: [] };

/** Scripts of others on the shop's pages: how many, how many wait for a decision, which no check saw before. */
export function scriptsPart(snapshot: Snapshot, before: Snapshot | null): ReportScripts {
  try {
    const { items, pages, reason } = scriptsSummary(snapshot);
    if (reason !== null) return NOT_SEEN;
    const asked = items.filter(isAsked);
    const book = collectedValue(snapshot, 'scriptBook');
    const changes = book ? scriptChanges(items, book, { asOf: snapshot.takenAt, pagesRead: pages }) : null;
    const seen = new Map(book?.sightings.map(({ identity, firstSeenAt }) => [identity, firstSeenAt]));
    const since = before?.takenAt ?? '';
    const fresh = asked.filter(({ identity }) => (seen.get(identity) ?? snapshot.takenAt) > since);
    return {
      scripts: asked.length,
      undecided: changes?.length ?? null,
      fresh: before?.takenAt === snapshot.takenAt ? [] : fresh.map(nameOf),
    };
  } catch {
    return NOT_SEEN; // evidence of an older shape
  }
}

/** Its address; what is written into a page goes by its place. */
function nameOf({ address, identity, place, what, host }: ScriptItem): string {
  return foreignName(address ?? (what === 'script' ? place : (host ?? identity)));
}
