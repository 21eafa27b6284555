import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';

import type { SandboxClock } from '../clock.ts';
import type { BulkFault } from '../faults/settings.ts';
import type { BulkOperation } from './bulk-operation.ts';
import { readBulkQuery } from './bulk-query.ts';
import { runBulk, type BulkTask } from './run-bulk.ts';

const MOST_AT_ONCE = 5;
const KEPT_MS = 7 * 86_400_000;

export interface BulkOrder {
  readonly shop: string;
  readonly query: string;
  readonly isGrouped: boolean;
  readonly grantedScopes: readonly string[];
  readonly rootValue: unknown;
  readonly fault: BulkFault | null;
}

/** A user error of bulkOperationRunQuery. */
interface BulkRefusal {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: 'INVALID' | 'OPERATION_IN_PROGRESS';
}

/** The bulk operations of all shops. Files lie in the sandbox's folder and go with the sandbox. */
export interface BulkBook {
  start(order: BulkOrder): BulkOperation | BulkRefusal;
  /** False: it has ended already. */
  cancel(operation: BulkOperation): boolean;
  find(shop: string, id: number): BulkOperation | undefined;
  /** Newest first. */
  ofShop(shop: string): readonly BulkOperation[];
  /** The file of this name and key, while it lives. */
  fileOf(id: number, key: string): BulkOperation | undefined;
  close(): void;
}

export function bulkBook(folder: string, clock: SandboxClock): BulkBook {
  const operations: BulkOperation[] = [];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let isClosed = false;

  async function run(task: BulkTask, operation: BulkOperation, fault: BulkFault | null): Promise<void> {
    operation.status = 'RUNNING';
    const ended = await runBulk(task, operation);
    if (isClosed) return;
    operation.completedAtMs = clock.nowMs();
    if (typeof ended === 'string' || fault === 'failed') {
      Object.assign(operation, {
        status: 'FAILED',
        errorCode: typeof ended === 'string' ? ended : 'INTERNAL_SERVER_ERROR',
      });
      return;
    }
    // Half the bytes end in the middle of a line, of a file that breaks off as of one that is only part.
    const bytes = fault === 'truncated' || fault === 'partial' ? Math.floor(ended / 2) : ended;
    if (bytes < ended) await truncate(task.path, bytes);
    const key = randomBytes(24).toString('base64url');
    const expiresAtMs = clock.nowMs() + (fault === 'expired' ? -1_000 : KEPT_MS);
    if (bytes > 0) operation.file = { path: task.path, bytes, key, expiresAtMs };
    operation.isPartial = fault === 'partial';
    if (fault === 'partial') Object.assign(operation, { status: 'FAILED', errorCode: 'TIMEOUT' });
    else operation.status = isCanceling(operation) ? 'CANCELED' : 'COMPLETED';
  }

  return {
    start({ shop, query, isGrouped, grantedScopes, rootValue, fault }) {
      const { document, refusal } = readBulkQuery(query);
      if (!document) return { field: ['query'], message: refusal, code: 'INVALID' };
      const running = operations.filter((operation) => operation.shop === shop && operation.completedAtMs === null);
      if (running.length >= MOST_AT_ONCE || fault === 'busy')
        return {
          field: ['query'],
          message: `A bulk query operation for this app and shop is already in progress: gid://shopify/BulkOperation/${running[0]?.id ?? 1}.`,
          code: 'OPERATION_IN_PROGRESS',
        };
      const operation: BulkOperation = {
        id: 7_000_000 + operations.length,
        shop,
        query,
        createdAtMs: clock.nowMs(),
        status: 'CREATED',
        errorCode: null,
        objectCount: 0,
        rootObjectCount: 0,
        completedAtMs: null,
        file: null,
        isPartial: false,
      };
      operations.push(operation);
      const task = { document, rootValue, grantedScopes, isGrouped, path: join(folder, `${operation.id}.jsonl`) };
      if (fault !== 'endless') setImmediate(() => void run(task, operation, fault));
      return operation;
    },
    cancel(operation) {
      if (operation.completedAtMs !== null) return false;
      operation.status = 'CANCELING';
      return true;
    },
    find: (shop, id) => operations.find((operation) => operation.shop === shop && operation.id === id),
    ofShop: (shop) => operations.filter((operation) => operation.shop === shop).toReversed(),
    fileOf: (id, key) =>
      operations.find(({ id: known, file }) => known === id && file?.key === key && clock.nowMs() < file.expiresAtMs),
    close() {
      isClosed = true;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asked after waiting: somebody may have called it off meanwhile. */
function isCanceling({ status }: BulkOperation): boolean {
  return status === 'CANCELING';
}
