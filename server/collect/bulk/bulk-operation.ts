import { z } from 'zod';
import type { AdminApi } from '../../shopify/admin-api.ts';
import { AdminUnreachableError, EvidenceShapeError, ThrottledError } from '../../shopify/admin-errors.ts';
import { AccessDeniedError, permitted } from '../access-denied.ts';
import { outsideText, parseEvidence } from '../parse-evidence.ts';
import { BULK_OPERATION, CANCEL_BULK_OPERATION, RUN_BULK_QUERY } from './bulk-documents.ts';
import type { Pause } from './pause.ts';

/** While others hold all five places of the app in this shop: how often to try, and how long to wait between. */
const STARTS = 5;
const START_WAIT_MS = 10_000;
/** The first look comes soon, since a small result is there at once; later ones at most this far apart. */
const FIRST_LOOK_MS = 1_000;
const LOOKS_APART_AT_MOST_MS = 10_000;

export interface BulkContext {
  readonly admin: AdminApi;
  readonly signal: AbortSignal;
  readonly pause: Pause;
  /** Scopes whose absence explains a denial. */
  readonly scopes: readonly string[];
}

const Started = z.object({
  bulkOperationRunQuery: z.object({
    bulkOperation: z.object({ id: outsideText(200) }).nullable(),
    userErrors: z.array(z.object({ code: outsideText(60).nullable() })).max(100),
  }),
});

const wholeNumber = z.coerce.number().int().nonnegative();
const Operation = z.object({
  bulkOperation: z.object({
    status: z.enum(['CREATED', 'RUNNING', 'COMPLETED', 'CANCELING', 'CANCELED', 'FAILED', 'EXPIRED']),
    errorCode: outsideText(60).nullable(),
    objectCount: wholeNumber,
    rootObjectCount: wholeNumber,
    url: z.string().max(4_000).nullable(),
  }),
});
type BulkResult = z.output<typeof Operation>['bulkOperation'];

/**
 * Runs `query` as a bulk operation and hands on its rows as they are read, unparsed: children name their parent by
 * `__parentId` and may come before it. What a failed operation left half done is not read.
 *
 * @throws {AccessDeniedError} a part of the query is not granted
 * @throws {ThrottledError} the shop's places for operations stayed full
 * @throws {AdminUnreachableError} the operation failed or was cancelled, or its file is gone
 * @throws {EvidenceShapeError} the file is not JSON lines, or holds fewer rows than the operation counted
 */
export async function* bulkRows(query: string, context: BulkContext): AsyncGenerator<unknown, void> {
  const { admin, signal } = context;
  const { url, objectCount, rootObjectCount } = await completed(await started(query, context), context);
  let rows = 0;
  let roots = 0;
  if (url !== null) {
    for await (const line of admin.fileLines(url, { signal })) {
      if (line === '') continue;
      const row = rowOf(line);
      rows += 1;
      if (!('__parentId' in row)) roots += 1;
      yield row;
    }
  }
  if (rows < objectCount || roots < rootObjectCount) {
    throw new EvidenceShapeError("Shopify's file", new Error(`${rows} rows of ${objectCount}`));
  }
}

async function started(query: string, { admin, signal, pause, scopes }: BulkContext): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = permitted(await admin.query(RUN_BULK_QUERY, { query }, { signal }), scopes);
    const { bulkOperation, userErrors } = parseEvidence(Started, answer).bulkOperationRunQuery;
    if (bulkOperation && userErrors.length === 0) return bulkOperation.id;
    const [code = 'no operation'] = userErrors.map((error) => error.code ?? 'no code');
    const isFull = code === 'OPERATION_IN_PROGRESS' || code === 'LIMIT_REACHED';
    if (!isFull) throw new EvidenceShapeError('Shopify', new Error(`bulk operation not started: ${code}`));
    if (attempt >= STARTS) throw new ThrottledError(START_WAIT_MS);
    await pause(START_WAIT_MS, signal);
  }
}

async function completed(id: string, { admin, signal, pause, scopes }: BulkContext): Promise<BulkResult> {
  let waitMs = FIRST_LOOK_MS;
  try {
    for (;;) {
      await pause(waitMs, signal);
      const answer = permitted(await admin.query(BULK_OPERATION, { id }, { signal }), scopes);
      const { bulkOperation } = parseEvidence(Operation, answer);
      if (bulkOperation.status === 'COMPLETED') return bulkOperation;
      refuseFailed(bulkOperation, scopes);
      waitMs = Math.min(waitMs * 1.5, LOOKS_APART_AT_MOST_MS);
    }
  } catch (error) {
    if (signal.aborted) void cancel(admin, id);
    throw error;
  }
}

function refuseFailed({ status, errorCode }: BulkResult, scopes: readonly string[]): void {
  if (status === 'FAILED' && errorCode === 'ACCESS_DENIED') throw new AccessDeniedError(scopes);
  if (status === 'FAILED' || status === 'CANCELED' || status === 'EXPIRED') {
    throw new AdminUnreachableError(new Error(`bulk operation ${status}: ${errorCode ?? 'no code'}`));
  }
}

/** Gives the place back. If that fails, Shopify ends the operation by itself. */
async function cancel(admin: AdminApi, id: string): Promise<void> {
  try {
    await admin.query(CANCEL_BULK_OPERATION, { id });
  } catch {
    // Nobody waits for it.
  }
}

function rowOf(line: string): object {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new EvidenceShapeError("Shopify's file", new Error('a line is not JSON'));
  }
  if (typeof row !== 'object' || row === null) throw new EvidenceShapeError("Shopify's file");
  return row;
}
