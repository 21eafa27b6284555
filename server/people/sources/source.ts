import type { IdentityProvider, ProviderProblem } from '../../../core/api/people.ts';
import type { SensitiveService } from '../../../core/data/sensitive-services.ts';
import type { AccountFact, AccountFacts, PasswordPolicy } from '../../../core/evidence/people.ts';

/** One account as a source tells it. A fact that it does not tell is left out: unknown is not "no". */
export interface ReadAccount {
  /** As the source writes it: an address or a user name. */
  readonly login: string;
  /** Whose it is, by address; null: the source does not say. */
  readonly email: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly facts: Partial<AccountFacts>;
}

/** The rule for passwords, as the source tells it. */
export type ReadPolicy = Pick<
  PasswordPolicy,
  'minLength' | 'needsLetterAndDigit' | 'hasBlocklist' | 'expiresAfterDays'
>;

/** One whole reading of one source about one service. */
export interface SourceReading {
  readonly service: SensitiveService;
  readonly accounts: readonly ReadAccount[];
  /** Facts that the source tells at all. */
  readonly tells: readonly AccountFact[];
  /** Every account is in it: one that is missing is not active any more. Otherwise it is only not told of. */
  readonly isFull: boolean;
  readonly policy: ReadPolicy | null;
}

/** More accounts than this the register does not hold. */
export const MOST_ACCOUNTS = 5_000;

/** Thrown inside a source. It never holds what the provider sent, nor a key. */
export class ReadingProblem extends Error {
  readonly problem: ProviderProblem;
  readonly retryAfterMs: number | null;

  constructor(problem: ProviderProblem, retryAfterMs: number | null = null) {
    super(`The provider was not read: ${problem}`);
    this.name = 'ReadingProblem';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** One HTTP answer of a provider. */
export interface SourceReply {
  readonly status: number;
  /** Parsed JSON; undefined when it was none. */
  readonly json: unknown;
  readonly retryAfterMs: number | null;
  /** Address of the next page by the `Link` header; null: there is none. */
  readonly next: string | null;
}

export interface SourceRequest {
  readonly method: 'GET' | 'POST';
  /** Whole address. Never a key in it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What a source is handed for one shop. */
export interface SourceClient {
  /** By the names of PROVIDER_CREDENTIALS. */
  readonly credentials: Readonly<Record<string, string>>;
  /** @throws {ReadingProblem} unreachable, or too large */
  readonly send: (request: SourceRequest) => Promise<SourceReply>;
  readonly now: () => Date;
}

/** One identity provider: one file, one line in index.ts. Nothing of a reading is kept unless all of it came. */
export interface IdentitySource {
  readonly provider: IdentityProvider;
  /** @throws {ReadingProblem} */
  read(client: SourceClient): Promise<SourceReading>;
}
