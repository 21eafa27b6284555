import { z } from 'zod';
import type { AdminApi } from '../shopify/admin-api.ts';
import { AccessDeniedError, permitted } from './access-denied.ts';
import { GRANTED_SCOPES } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';

const Answer = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: outsideText(100) })).max(500) }),
});

/** What this shop has granted to Prahari, in Shopify's order. */
export async function grantedScopes(admin: AdminApi, signal: AbortSignal): Promise<readonly string[]> {
  const answer = parseEvidence(Answer, permitted(await admin.query(GRANTED_SCOPES, {}, { signal }), []));
  return answer.currentAppInstallation.accessScopes.map(({ handle }) => handle);
}

/** A write scope brings the reading of the same thing with it. */
export const isGranted = (granted: readonly string[], scope: string): boolean =>
  granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));

/** @throws {AccessDeniedError} naming those of `scopes` that were not granted */
export function needScopes(granted: readonly string[], scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => !isGranted(granted, scope));
  if (missing.length > 0) throw new AccessDeniedError(missing);
}
