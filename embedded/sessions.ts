import { Binary } from 'bson';
import { StoreError } from './errors.ts';
import type { Journal } from './journal.ts';
import type { Transaction } from './transactions.ts';
import { isDoc, parse, toBytes } from './values.ts';

const IDLE_MS = 30 * 60_000;

export interface Session {
  readonly key: string;
  /** The newest transaction or retryable write. */
  number: number;
  /** What it was answered; a retry gets the same, even after a restart. */
  reply: Buffer | undefined;
  running: Promise<Buffer> | undefined;
  transaction: Transaction | undefined;
  usedAt: Date;
}

/** Sessions by lsid. The last answer to a write is kept on disk, in the same commit as the write itself. */
export class Sessions {
  readonly #journal: Journal;
  readonly #sessions = new Map<string, Session>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  load(key: string, value: Buffer): void {
    const { number, reply, usedAt } = parse(value) as { number: number; reply: Binary; usedAt: Date };
    const session = {
      key,
      number,
      reply: Buffer.from(reply.value()),
      running: undefined,
      transaction: undefined,
      usedAt,
    };
    this.#sessions.set(key, session);
  }

  of(lsid: unknown): Session {
    const key = sessionKey(lsid);
    const found = this.#sessions.get(key);
    const session = found ?? {
      key,
      number: -1,
      reply: undefined,
      running: undefined,
      transaction: undefined,
      usedAt: new Date(),
    };
    session.usedAt = new Date();
    this.#sessions.set(key, session);
    return session;
  }

  find(lsid: unknown): Session | undefined {
    return this.#sessions.get(sessionKey(lsid));
  }

  /** Must be called in the same turn as the write: then both are one commit. */
  record(session: Session, reply: Buffer): void {
    session.reply = reply;
    const { key, number, usedAt } = session;
    this.#journal.put(key, toBytes({ number, usedAt, reply: new Binary(reply) }));
  }

  forget(session: Session): void {
    this.#sessions.delete(session.key);
    if (session.reply) this.#journal.delete(session.key);
  }

  /** Sessions that were not used for half an hour; the caller aborts their transactions. */
  idle(now: Date): Session[] {
    return [...this.#sessions.values()].filter(({ usedAt }) => now.getTime() - usedAt.getTime() > IDLE_MS);
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }
}

function sessionKey(lsid: unknown): string {
  const id = isDoc(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary)) throw new StoreError(9, 'lsid needs an id of type binData');
  return `s${Buffer.from(id.value()).toString('hex')}`;
}
