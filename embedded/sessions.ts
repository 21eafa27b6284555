import { Binary } from 'bson';
import { StoreError } from './errors.ts';
import type { Transaction } from './transaction.ts';
import { isDoc, toBytes, type Doc } from './values.ts';

type Keep = (key: string, value: Buffer | undefined) => void;
const IDLE_MS = 30 * 60_000;

/** A client's session: its newest transaction or retryable write, and what that was answered. */
type Answer = { reply?: Buffer | undefined; transaction?: Transaction | undefined };
export type Session = { readonly key: string; number: number; usedAt: Date } & Answer;

/** Answers are kept on disk, so that a retry gets the same one even after a restart. */
export class Sessions {
  readonly #keep: Keep;
  readonly #sessions = new Map<string, Session>();

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  load(key: string, { number, usedAt, reply }: Doc): void {
    this.#sessions.set(key, { key, number, usedAt, reply: Buffer.from((reply as Binary).value()) } as Session);
  }

  /** @throws {StoreError} 225: the session has gone on to a higher number */
  of(lsid: unknown, number: number): Session {
    const id = isDoc(lsid) ? lsid['id'] : undefined;
    if (!(id instanceof Binary)) throw new StoreError(9, 'lsid needs an id of type binData');
    const key = `s${Buffer.from(id.value()).toString('hex')}`;
    const session = this.#sessions.get(key) ?? { key, number: -1, usedAt: new Date() };
    if (number < session.number) throw new StoreError(225, `The session has gone on to ${session.number}`);
    this.#sessions.set(key, session);
    return session;
  }

  /** Takes up a new number, which ends whatever the session was at before. */
  begin(session: Session, number: number, transaction?: Transaction): void {
    session.transaction?.end('aborted');
    Object.assign(session, { number, transaction, reply: undefined, usedAt: new Date() });
  }

  record(session: Session, reply: Buffer): void {
    const { key, number, usedAt } = Object.assign(session, { reply });
    this.#keep(key, toBytes({ number, usedAt, reply: new Binary(reply) }));
  }

  forgetIdle(now: Date): void {
    for (const { key, usedAt } of this.#sessions.values())
      if (now.getTime() - usedAt.getTime() > IDLE_MS && this.#sessions.delete(key)) this.#keep(key, undefined);
  }
}
