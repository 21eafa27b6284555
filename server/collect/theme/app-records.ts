import { z } from 'zod';
import type { AppAnswer, AppRecord } from '../../../core/evidence/vendors.ts';
import type { Instant } from '../../../core/time.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../../shopify/admin-errors.ts';
import { outsideText, parseEvidence } from '../parse-evidence.ts';
import { appNumber, httpsAddress, outsideName } from '../vendor-traces/outside-names.ts';
import { APP_BY_HANDLE } from './app-documents.ts';

/** New handles and old answers that one check asks about; the rest is asked by the next. */
const MAX_QUESTIONS = 20;
/** An app may come to want more: after this long it is asked again. */
const FRESH_MS = 7 * 86_400_000;
const MAX_SCOPES = 300;

const App = z.object({
  appByHandle: z
    .object({
      id: outsideText(200),
      handle: outsideText(300).nullable(),
      title: outsideText(2_000),
      developerName: outsideText(2_000).nullable(),
      developerType: outsideText(40),
      requestedAccessScopes: z.array(z.object({ handle: outsideText(100) })).max(2_000),
      privacyPolicyUrl: outsideText(2_000).nullable(),
      appStoreAppUrl: outsideText(2_000).nullable(),
    })
    .nullable(),
});

export interface AskApps {
  readonly asOf: Instant;
  readonly signal: AbortSignal;
}

/**
 * What Shopify tells of these apps, by handle. Answers of `previous` stand for a week; at most 20 are asked anew, handles
 * never asked first. An app that cannot be asked about now has no answer, or keeps its old one: this costs the theme
 * nothing. A refusal is an answer: nothing is told.
 */
export async function appAnswers(
  admin: AdminApi,
  handles: readonly string[],
  previous: readonly AppAnswer[],
  { asOf, signal }: AskApps,
): Promise<AppAnswer[]> {
  const known = new Map(previous.map((answer) => [answer.handle, answer]));
  const askedAt = (handle: string): string => known.get(handle)?.askedAt ?? '';
  const staleBefore = new Date(Date.parse(asOf) - FRESH_MS).toISOString();
  const due = handles
    .filter((handle) => askedAt(handle) <= staleBefore)
    .toSorted((a, b) => (askedAt(a) < askedAt(b) ? -1 : Number(askedAt(a) > askedAt(b))))
    .slice(0, MAX_QUESTIONS);
  for (const handle of due) {
    try {
      known.set(handle, { handle, askedAt: asOf, record: await ask(admin, handle, signal) });
    } catch (error) {
      if (error instanceof EvidenceShapeError) continue; // of this app alone
      if (isShopifysDoing(error)) break; // the next question would fare no better
      throw error;
    }
  }
  return handles.flatMap((handle) => known.get(handle) ?? []);
}

function isShopifysDoing(error: unknown): boolean {
  return (
    error instanceof ThrottledError || error instanceof AdminUnreachableError || error instanceof TokenRefusedError
  );
}

/** Null: Shopify knows no such app, or does not tell. */
async function ask(admin: AdminApi, handle: string, signal: AbortSignal): Promise<AppRecord | null> {
  const { data, denied } = await admin.query(APP_BY_HANDLE, { handle }, { signal });
  if (denied.length > 0) return null;
  const app = parseEvidence(App, data).appByHandle;
  if (!app) return null;
  const appId = appNumber(app.id);
  const title = outsideName(app.title);
  if (appId === null || title === null) throw new EvidenceShapeError('Shopify', new Error('an app without number'));
  const scopes = app.requestedAccessScopes.flatMap((scope) => outsideName(scope.handle) ?? []);
  return {
    handle: outsideName(app.handle) ?? handle,
    appId,
    title,
    developer: outsideName(app.developerName),
    madeBy: madeBy(app.developerType),
    scopes: [...new Set(scopes)].sort().slice(0, MAX_SCOPES),
    privacyPolicyUrl: httpsAddress(app.privacyPolicyUrl),
    appStoreUrl: httpsAddress(app.appStoreAppUrl),
  };
}

function madeBy(type: string): AppRecord['madeBy'] {
  switch (type) {
    case 'SHOPIFY':
      return 'shopify';
    case 'PARTNER':
      return 'partner';
    case 'MERCHANT':
      return 'merchant';
    default:
      return 'unknown';
  }
}
