import { AppError } from '../errors.ts';
import type { AdminAnswer } from '../shopify/admin-api.ts';

/** Shopify keeps something from us because a scope is missing. Not an error of anybody: the merchant may grant it. */
export class AccessDeniedError extends AppError {
  readonly missingScopes: readonly string[];

  constructor(missingScopes: readonly string[]) {
    super({ type: 'access-denied', title: 'Shopify does not let Prahari read this.', status: 403 });
    this.missingScopes = missingScopes;
  }
}

/**
 * The data of an answer in which nothing was refused. Each document asks for one scope at most, so `scopes` names what
 * is missing.
 *
 * @throws {AccessDeniedError} when Shopify refused any part of it
 */
export function permitted(answer: AdminAnswer, scopes: readonly string[]): unknown {
  if (answer.denied.length > 0) throw new AccessDeniedError(scopes);
  return answer.data;
}
