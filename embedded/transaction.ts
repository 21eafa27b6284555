import type { Collection } from './collection.ts';
import { transient, type StoreError } from './errors.ts';
import type { Doc } from './values.ts';

export type Change = {
  readonly collection: Collection;
  readonly before: Doc | undefined;
  readonly after: Doc | undefined;
};

export const writeConflict = (): StoreError =>
  transient(112, 'WriteConflict error: this operation conflicted with another operation. Please retry.');

/**
 * A transaction works on snapshots taken when it began. When two want to write the same document, or one finds it
 * changed since it began, it gets 112 and is tried again; so does one whose commit meets what others wrote meanwhile.
 */
export class Transaction {
  state: 'open' | 'committed' | 'aborted' = 'open';
  readonly #snapshots: Map<string, Collection>;
  readonly #holders: Map<string, Transaction>;
  readonly changes = new Map<string, Change>();

  /** @param holders which transaction has written which record, shared by all */
  constructor(collections: readonly Collection[], holders: Map<string, Transaction>) {
    this.#snapshots = new Map(collections.map((collection) => [collection.id, collection.snapshot()]));
    this.#holders = holders;
  }

  /** The collection as this transaction sees it. */
  see(collection: Collection): Collection {
    const snapshot = this.#snapshots.get(collection.id) ?? collection.snapshot();
    if (!this.#snapshots.has(collection.id) && !snapshot.all().next().done) throw writeConflict(); // filled since
    this.#snapshots.set(collection.id, snapshot);
    return snapshot;
  }

  write({ collection, before, after }: Change): void {
    const id = (before ?? after)?.['_id'];
    const record = collection.recordOf(id);
    const own = this.changes.get(record);
    const isTaken = !own && (collection.get(id) !== before || this.#holders.has(record));
    if (before && isTaken) throw writeConflict();
    this.see(collection).change(before, after);
    if (isTaken) throw writeConflict();
    this.#holders.set(record, this);
    this.changes.set(record, { collection, before: own ? own.before : before, after });
  }

  end(state: 'committed' | 'aborted'): void {
    if (this.state !== 'open') return;
    this.state = state;
    for (const record of this.changes.keys()) this.#holders.delete(record);
    this.#snapshots.clear(); // its session keeps it, not what it saw
    this.changes.clear();
  }
}
