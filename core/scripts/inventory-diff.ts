import type { ScriptIdentity } from '../evidence/scripts.ts';
import type { PageScript } from '../evidence/storefront.ts';
import { scriptIdentity } from './script-identity.ts';

export interface ScriptInventoryDiff {
  readonly added: readonly ScriptIdentity[];
  readonly removed: readonly ScriptIdentity[];
  /** The same script under another checksum: what runs may differ. */
  readonly changed: readonly ScriptIdentity[];
}

/** A script of one page, as far as two visits are compared. */
export interface ComparedScript extends Pick<PageScript, 'address' | 'hash' | 'scheme'> {
  /** As the page writes it; null where missing. */
  readonly integrity: string | null;
}

/** Sorted; order and repetition on the page do not matter. */
export function scriptInventoryDiff(
  before: readonly ComparedScript[],
  after: readonly ComparedScript[],
): ScriptInventoryDiff {
  const [old, now] = [checksums(before), checksums(after)];
  return {
    added: [...now.keys()].filter((identity) => !old.has(identity)).sort(),
    removed: [...old.keys()].filter((identity) => !now.has(identity)).sort(),
    changed: [...now]
      .filter(([identity, sums]) => (old.get(identity) ?? sums) !== sums)
      .map(([identity]) => identity)
      .sort(),
  };
}

/** Checksums by identity: an element's `integrity`, and the hash of a file that was fetched. */
function checksums(scripts: readonly ComparedScript[]): ReadonlyMap<ScriptIdentity, string> {
  const sums = new Map<ScriptIdentity, Set<string>>();
  for (const script of scripts) {
    const identity = scriptIdentity(script);
    const known = sums.get(identity) ?? new Set<string>();
    sums.set(identity, known.add(`${script.integrity ?? ''} ${script.hash ?? ''}`));
  }
  return new Map([...sums].map(([identity, known]) => [identity, [...known].sort().join('\n')]));
}
