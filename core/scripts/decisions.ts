import type { ScriptDecision, ScriptIdentity } from '../evidence/scripts.ts';
import type { VendorKey } from '../evidence/vendors.ts';
import { vendorKeyOfAddress } from './origins.ts';
import { hostOf, lineageOf, lineageOfFile, pathOf } from './script-identity.ts';
import { needsDecision, type ScriptItem } from './script-item.ts';

/** A decision, and how it is this script's. */
export interface DecisionMatch {
  readonly decision: ScriptDecision;
  /** `identity`: on this very script. `release`: on another release of it. `host`: on the same file from another host. */
  readonly by: 'identity' | 'release' | 'host';
}

export const lineageOfItem = ({ identity, namesHosts }: Pick<ScriptItem, 'identity' | 'namesHosts'>): string =>
  lineageOf(identity, namesHosts);

/**
 * Inline code that could not be read: whose it is nobody can say, so nobody is asked. What leaves it unread says so
 * elsewhere.
 */
export const isUnread = ({ origin, scheme, seenBy, namesHosts, behaviours, address }: ScriptItem): boolean =>
  origin === 'inline-foreign' &&
  address === null &&
  (scheme === 'inline' || seenBy === 'beacon') &&
  namesHosts.length === 0 &&
  behaviours.length === 0;

/** Prahari itself, by the handle of shopify.app.toml: nobody judges himself. */
const OWN_APP: VendorKey = 'app:prahari';

/** A person must say something of it, and could. */
export const isAsked = (item: ScriptItem): boolean =>
  needsDecision(item) && !isUnread(item) && item.vendorKey !== OWN_APP;

/**
 * What people said of each script that is there now, by its identity. A decision on a script that is gone is taken for
 * its next release, or for the same file from another host, once each; one that covers new texts, or that refuses the
 * script, is taken for all its releases.
 */
export function decisionsFor(
  items: readonly ScriptItem[],
  decisions: readonly ScriptDecision[],
): ReadonlyMap<ScriptIdentity, DecisionMatch> {
  const byIdentity = new Map(decisions.map((decision) => [decision.identity, decision]));
  const present = new Set(items.map(({ identity }) => identity));
  const found = new Map<ScriptIdentity, DecisionMatch>();
  for (const { identity } of items) {
    const decision = byIdentity.get(identity);
    if (decision) found.set(identity, { decision, by: 'identity' });
  }

  const open = decisions.filter((decision) => reaches(decision) || !present.has(decision.identity));
  const taken = new Set<ScriptDecision>();
  const match = (item: ScriptItem, among: readonly ScriptDecision[] | undefined, by: DecisionMatch['by']): void => {
    const decision = among?.find((one) => reaches(one) || !taken.has(one));
    if (!decision) return;
    taken.add(decision);
    found.set(item.identity, { decision, by });
  };

  const byLineage = Map.groupBy(open, ({ lineage }) => lineage);
  const left = items.filter((item) => isAsked(item) && !found.has(item.identity));
  for (const item of left) match(item, byLineage.get(lineageOfItem(item)), 'release');

  const gone = open.filter((decision) => !present.has(decision.identity) && !taken.has(decision));
  const byFile = Map.groupBy(gone, ({ identity }) => fileOf(identity));
  const byHash = Map.groupBy(gone, ({ hash }) => hash);
  for (const item of left) {
    if (found.has(item.identity) || item.address === null) continue;
    if (item.hash !== null) match(item, byHash.get(item.hash), 'host');
    if (!found.has(item.identity)) match(item, byFile.get(fileOf(item.address)), 'host');
  }
  return found;
}

/** It speaks of every release. Of inline code a refusal speaks of one text: others with the same hosts do other things. */
const reaches = ({ verdict, coversNewTexts, identity }: ScriptDecision): boolean =>
  coversNewTexts || (verdict === 'rejected' && hostOf(identity) !== null);

/** Vendor and file name: the same file of the same vendor. */
function fileOf(identity: ScriptIdentity): string {
  const file = lineageOfFile(pathOf(identity).split('/').at(-1) ?? '');
  return file === '' ? identity : `${vendorKeyOfAddress(identity) ?? identity} ${file}`;
}
