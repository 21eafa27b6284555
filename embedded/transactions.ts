import type { Change, Collection, Entry } from './collection.ts';
import { StoreError, writeConflict } from './errors.ts';

type Patches = Map<string, Entry | undefined>;

/**
 * A transaction sees the store as it was at its first command, and its own writes. The first to write a document holds
 * it; another transaction that wants it, or that finds it changed since its own start, gets 112 and is tried again.
 */
export class Transaction {
  readonly number: number;
  readonly startVersion: number;
  readonly writes = new Map<Collection, Patches>();
  /** Settles when the transaction is over, either way. */
  readonly ended: Promise<void>;
  readonly #end: () => void;
  state: 'open' | 'committed' | 'aborted' = 'open';

  constructor(number: number, startVersion: number) {
    this.number = number;
    this.startVersion = startVersion;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
  }

  /** What differs, for this transaction, from the collection as it is now. */
  patches(collection: Collection): Patches {
    const patches: Patches = new Map();
    for (const { version, key, before } of collection.undo)
      if (version > this.startVersion && !patches.has(key)) patches.set(key, before);
    for (const [key, after] of this.writes.get(collection) ?? []) patches.set(key, after);
    return patches;
  }

  write({ collection, key, after }: Change): void {
    const holder = collection.locks.get(key);
    const isStale = collection.undo.some((undo) => undo.version > this.startVersion && undo.key === key);
    if ((holder && holder !== this) || isStale) throw writeConflict();
    if (after) this.#assertUnique(collection, after);
    collection.locks.set(key, this);
    const own = this.writes.get(collection) ?? new Map<string, Entry | undefined>();
    this.writes.set(collection, own.set(key, after));
  }

  /** Against what this transaction sees. A key taken since its start is a conflict, not a duplicate. */
  #assertUnique(collection: Collection, after: Entry): void {
    const patches = this.patches(collection);
    for (const index of collection.indexes) {
      for (const other of patches.values()) {
        const clash = other && index.wouldClash(after, other);
        if (clash) throw index.duplicate(collection.ns, clash.keys);
      }
      const stored = index.clash(after, (other) => patches.has(other.key));
      if (stored) throw index.duplicate(collection.ns, stored.keys);
    }
  }

  changes(): Change[] {
    return [...this.writes].flatMap(([collection, own]) =>
      [...own].map(([key, after]) => ({ collection, key, before: collection.entries.get(key), after })),
    );
  }

  end(state: 'committed' | 'aborted'): void {
    this.state = state;
    for (const [collection, own] of this.writes) for (const key of own.keys()) collection.locks.delete(key);
    this.#end();
  }
}

/** Several changes at once: all of them or, on a duplicate key, none. */
export function applyAll(changes: readonly Change[]): void {
  for (const { collection, before } of changes)
    if (before) for (const index of collection.indexes) index.remove(before);
  const added: Change[] = [];
  try {
    for (const change of changes) {
      const { collection, after } = change;
      if (after) collection.assertUnique(after);
      if (after) for (const index of collection.indexes) index.add(after);
      added.push(change);
    }
  } catch (error) {
    for (const { collection, after } of added) if (after) for (const index of collection.indexes) index.remove(after);
    for (const { collection, before } of changes) if (before) for (const index of collection.indexes) index.add(before);
    throw error instanceof StoreError && error.code === 11000 ? writeConflict() : error;
  }
  for (const { collection, key, after } of changes) {
    if (after) collection.entries.set(key, after);
    else collection.entries.delete(key);
  }
}
