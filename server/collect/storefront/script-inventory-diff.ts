import type { ScriptRead } from './script-element.ts';

export interface ScriptInventoryDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The same script under another checksum: what runs may differ. */
  readonly changed: readonly string[];
}

/** What makes a script the same one next week: its address without query, or the hash of its text. */
export function scriptIdentity({ address, hash, scheme }: Pick<ScriptRead, 'address' | 'hash' | 'scheme'>): string {
  return address ?? hash ?? `${scheme}:`;
}

/** Sorted; order and repetition on the page do not matter. */
export function scriptInventoryDiff(before: readonly ScriptRead[], after: readonly ScriptRead[]): ScriptInventoryDiff {
  const [old, now] = [before, after].map(checksums) as [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
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
function checksums(scripts: readonly ScriptRead[]): ReadonlyMap<string, string> {
  const sums = new Map<string, Set<string>>();
  for (const script of scripts) {
    const identity = scriptIdentity(script);
    const known = sums.get(identity) ?? new Set<string>();
    sums.set(identity, known.add(`${script.integrity ?? ''} ${script.hash ?? ''}`));
  }
  return new Map([...sums].map(([identity, known]) => [identity, [...known].sort().join('\n')]));
}
