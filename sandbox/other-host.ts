import type { Context } from 'koa';

/** A server outside the shops that the app also calls, and that the sandbox stands in for: a file store, a service. */
export interface OtherHost {
  /** Names that lead to it, in lower case. */
  readonly hosts: readonly string[];
  handle(ctx: Context): Promise<void> | void;
}
