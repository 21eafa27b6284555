import { Index, type IndexSpec } from './indexes.ts';
import type { Transaction } from './transactions.ts';
import type { Doc } from './values.ts';

/** A stored document: frozen in meaning, replaced as a whole, never written into. */
export interface Entry {
  /** Its number on disk; also the natural order. */
  readonly record: number;
  /** `identity` of its _id. */
  readonly key: string;
  readonly doc: Doc;
  readonly raw: Buffer;
}

/** From `before` (missing: inserted) to `after` (missing: deleted). */
export interface Change {
  readonly collection: Collection;
  readonly key: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 }, unique: true };

export class Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly entries = new Map<string, Entry>();
  readonly locks = new Map<string, Transaction>();
  /** What was there before each change since the oldest open transaction began. */
  undo: { readonly version: number; readonly key: string; readonly before: Entry | undefined }[] = [];
  indexes: Index[] = [new Index(ID_INDEX)];

  constructor(id: number, db: string, name: string) {
    this.id = id;
    this.db = db;
    this.name = name;
  }

  get ns(): string {
    return `${this.db}.${this.name}`;
  }

  /** Makes the change in memory, or throws 11000 and changes nothing. */
  apply({ key, before, after }: Change): void {
    if (after) this.assertUnique(after);
    for (const index of this.indexes) {
      if (before) index.remove(before);
      if (after) index.add(after);
    }
    if (after) this.entries.set(key, after);
    else this.entries.delete(key);
  }

  assertUnique(after: Entry): void {
    for (const index of this.indexes) {
      const clash = index.clash(after, () => false);
      if (clash) throw index.duplicate(this.ns, clash.keys);
    }
  }

  addIndex(spec: IndexSpec): void {
    const index = new Index(spec);
    for (const entry of this.entries.values()) {
      const clash = index.clash(entry, () => false);
      if (clash) throw index.duplicate(this.ns, clash.keys);
      index.add(entry);
    }
    this.indexes = [...this.indexes, index];
  }
}
