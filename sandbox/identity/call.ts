import type { DirectoryState } from './directory-state.ts';

/** One call to an identity provider. */
export interface IdentityCall {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Fields of a form; empty when there was none. */
  readonly form: URLSearchParams;
}

export interface IdentityReply {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FoundDirectory {
  readonly handle: string;
  readonly directory: DirectoryState;
}

/** One provider as it is documented. */
export interface IdentityFake {
  isHost(host: string): boolean;
  /** How it says that the key is not good, that it lacks a right, and that it is asked too much. */
  readonly troubles: Readonly<Record<'revoked' | 'not-permitted' | 'limited', IdentityReply>>;
  /** Whose key it is; null: it does not know the key. */
  shopOf(call: IdentityCall, directoryOf: (handle: string) => DirectoryState | undefined): FoundDirectory | null;
  answer(call: IdentityCall, found: FoundDirectory, now: Date): IdentityReply;
  /** Page two of a list, wherever it is said to be; the same page comes again. */
  withNext(reply: IdentityReply, call: IdentityCall, where: 'same' | 'elsewhere'): IdentityReply;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysAgo = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();

/** "Bearer google-token-saaf-dukaan" */
export function bearerOf({ headers }: IdentityCall, prefix: string): string | null {
  const { authorization = '' } = headers;
  return authorization.startsWith(prefix) ? authorization.slice(prefix.length) : null;
}
