import type { Role } from '../../core/api/home.ts';
import { ForbiddenError } from '../errors.ts';
import type { Merchant } from '../shopify/lifecycle.ts';

const RANKS: Readonly<Record<Role, number>> = { viewer: 0, manager: 1, owner: 2 };

/**
 * Services ask this before they do anything.
 *
 * @throws {ForbiddenError} the person's role is less than `least`
 */
export function requireRole({ role }: Merchant, least: Role): void {
  if (RANKS[role] < RANKS[least]) throw new ForbiddenError();
}
