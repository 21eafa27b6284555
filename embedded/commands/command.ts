import { StoreError } from '../errors.ts';
import type { Session } from '../sessions.ts';
import { Blocked, type Store } from '../store.ts';
import type { Transaction } from '../transactions.ts';
import { isDoc, kindOf, type Doc } from '../values.ts';

export interface Context {
  readonly store: Store;
  readonly db: string;
  readonly body: Doc;
  readonly raws: readonly Buffer[] | undefined;
  readonly session: Session | undefined;
  readonly transaction: Transaction | undefined;
  readonly now: Date;
  /** What a driver would dial: host:port, or the path of the socket. */
  readonly address: string;
  readonly connectionId: number;
}

export type Reply = Doc | Buffer;
/** Runs within one turn, so that its writes are one commit; it only yields while another transaction is in its way. */
export type Steps<T> = Generator<Promise<void>, T>;

export interface Command {
  /** Fields that it takes besides those that every command has. Any other is refused. */
  readonly fields: readonly string[];
  readonly inTransaction?: boolean;
  /** A retry with the same session and number gets the recorded answer. */
  readonly isRetryable?: boolean;
  run(context: Context): Reply | Steps<Reply>;
}

/** Runs `step` again each time that a transaction which was in the way has ended. */
export function* retrying<T>(step: () => T): Steps<T> {
  for (;;) {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      yield error.until;
    }
  }
}

export function text(body: Doc, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new StoreError(14, `'${name}' must be a string, found ${kindOf(value)}`);
  return value;
}

export function doc(body: Doc, name: string): Doc {
  const value = body[name] ?? {};
  if (!isDoc(value))
    throw new StoreError(14, `BSON field '${name}' is the wrong type '${kindOf(value)}', expected type 'object'`);
  return value;
}

export function list(body: Doc, name: string): readonly unknown[] {
  const value = body[name];
  if (!Array.isArray(value))
    throw new StoreError(14, `BSON field '${name}' is the wrong type '${kindOf(value)}', expected type 'array'`);
  return value;
}

export function count(body: Doc, name: string, otherwise: number): number {
  const value = body[name] ?? otherwise;
  if (value === otherwise) return otherwise;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new StoreError(51024, `BSON field '${name}' must be a non-negative whole number`);
  return value;
}

/** Only the fields named may be there: an option that we do not know may change what is right. */
export function onlyFields(given: Doc, allowed: readonly string[], where: string): void {
  const strange = Object.keys(given).find((name) => !allowed.includes(name));
  if (strange)
    throw new StoreError(40415, `BSON field '${where}.${strange}' is an unknown field of the embedded store.`);
}

/** Simple binary comparison is all there is. */
export function refuseCollation(given: Doc): void {
  const collation = given['collation'];
  if (collation === undefined || (isDoc(collation) && collation['locale'] === 'simple')) return;
  throw new StoreError(2, 'The embedded store has no collation');
}
