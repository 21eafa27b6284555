import { z } from 'zod';
import type { AdminApi } from '../shopify/admin-api.ts';
import { AccessDeniedError, permitted } from './access-denied.ts';
import { GRANTED_SCOPES } from './documents.ts';
import { outsideText, parseEvidence } from './parse-evidence.ts';
import { appNumber } from './vendor-traces/outside-names.ts';

const Answer = z.object({
  currentAppInstallation: z.object({
    app: z.object({ id: outsideText(200) }).optional(),
    accessScopes: z.array(z.object({ handle: outsideText(100) })).max(500),
  }),
});

/** Prahari in this shop. */
export interface OwnInstallation {
  /** "123" of "gid://shopify/App/123"; null: Shopify did not say. */
  readonly appId: string | null;
  /** What the shop has granted, in Shopify's order. */
  readonly scopes: readonly string[];
}

export async function ownInstallation(admin: AdminApi, signal: AbortSignal): Promise<OwnInstallation> {
  const answer = parseEvidence(Answer, permitted(await admin.query(GRANTED_SCOPES, {}, { signal }), []));
  const { app, accessScopes } = answer.currentAppInstallation;
  return { appId: app ? appNumber(app.id) : null, scopes: accessScopes.map(({ handle }) => handle) };
}

/** What this shop has granted to Prahari, in Shopify's order. */
export async function grantedScopes(admin: AdminApi, signal: AbortSignal): Promise<readonly string[]> {
  return (await ownInstallation(admin, signal)).scopes;
}

/** A write scope brings the reading of the same thing with it. */
export const isGranted = (granted: readonly string[], scope: string): boolean =>
  granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));

/** @throws {AccessDeniedError} naming those of `scopes` that were not granted */
export function needScopes(granted: readonly string[], scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => !isGranted(granted, scope));
  if (missing.length > 0) throw new AccessDeniedError(missing);
}
