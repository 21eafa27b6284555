import type { Problem } from '../../core/api/settings.ts';

/** The server refused, in its own typed words (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** When to come back, where the server said so. */
  readonly retryAfterS: number | null;

  constructor(problem: Problem, retryAfterS: number | null = null) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
    this.retryAfterS = retryAfterS;
  }
}

/** No answer came: the network is down, or the server is. */
export class OfflineProblem extends Error {
  constructor(options?: ErrorOptions) {
    super('No answer from the server.', options);
    this.name = 'OfflineProblem';
  }
}

/** Asking again may help: no answer, or the server's own trouble. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof OfflineProblem || (error instanceof ApiProblem && error.problem.status >= 500);
}
