import type { Store } from './store.ts';
import type { Collection } from './collection.ts';
import type { Index } from './indexes.ts';
import { Blocked } from './store.ts';
import { rank } from './values.ts';

/**
 * Deletes what TTL indexes say is over, and forgets idle cursors and sessions.
 * @returns how many documents were deleted
 */
export function sweep(store: Store, now: Date): number {
  store.cursors.forgetIdle();
  for (const session of store.sessions.idle(now)) {
    if (session.transaction?.state === 'open') store.end(session.transaction, 'aborted');
    store.sessions.forget(session);
  }
  let deleted = 0;
  for (const collection of store.collections())
    for (const index of collection.indexes)
      if (index.spec.expireAfterSeconds !== undefined)
        deleted += expire(store, collection, index, new Date(now.getTime() - index.spec.expireAfterSeconds * 1_000));
  return deleted;
}

function expire(store: Store, collection: Collection, index: Index, before: Date): number {
  const direction = index.fields[0]?.direction ?? 1;
  const place = ([value]: readonly unknown[]): number =>
    value instanceof Date ? (value <= before ? 0 : direction) : Math.sign(rank(value) - rank(before)) * direction;
  const due = [...index.scan(place, false)];
  let deleted = 0;
  for (const entry of due) {
    try {
      store.remove(collection, entry);
      deleted++;
    } catch (error) {
      // A transaction holds it: its turn comes with the next sweep.
      if (!(error instanceof Blocked)) throw error;
    }
  }
  return deleted;
}
