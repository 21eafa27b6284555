import { open, type FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { executeSync, type DocumentNode } from 'graphql';

import type { BulkSlice } from '../graphql/listed.ts';
import { resolveField, type FieldContext } from '../graphql/resolve-field.ts';
import { adminSchema } from '../graphql/schema.ts';
import { bulkLines } from './bulk-lines.ts';
import type { BulkOperation } from './bulk-operation.ts';

const ROOT_OBJECTS_AT_ONCE = 100;

export interface BulkTask {
  readonly document: DocumentNode;
  readonly rootValue: unknown;
  readonly grantedScopes: readonly string[];
  readonly isGrouped: boolean;
  readonly path: string;
}

/**
 * Runs the query slice by slice and writes the lines, so that other requests are answered in between. Comes back with
 * the bytes written, or with the code of what went wrong.
 */
export async function runBulk(
  task: BulkTask,
  operation: BulkOperation,
): Promise<number | 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR'> {
  const file = await open(task.path, 'w', 0o600);
  try {
    return await writeAll(task, operation, file);
  } finally {
    await file.close();
  }
}

async function writeAll(task: BulkTask, operation: BulkOperation, file: FileHandle) {
  let bytes = 0;
  for (let from = 0; ; from += ROOT_OBJECTS_AT_ONCE) {
    const bulk: BulkSlice = { from, to: from + ROOT_OBJECTS_AT_ONCE, total: null };
    const answer = slice(task, bulk);
    if (typeof answer === 'string') return answer;
    const { lines, roots } = answer;
    operation.objectCount += lines.length;
    operation.rootObjectCount += roots;
    const text = inSomeOrder(lines, task.isGrouped, from)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    await file.appendFile(text);
    bytes += Buffer.byteLength(text);
    if (bulk.total === null || bulk.to >= bulk.total || operation.status === 'CANCELING') return bytes;
    await nextTurn();
  }
}

function slice({ document, rootValue, grantedScopes }: BulkTask, bulk: BulkSlice) {
  const { schema, access } = adminSchema();
  const contextValue: FieldContext = { access, grantedScopes, bulk };
  const { data, errors } = executeSync({ schema, document, rootValue, contextValue, fieldResolver: resolveField });
  if (errors?.some(({ extensions }) => extensions['code'] === 'ACCESS_DENIED')) return 'ACCESS_DENIED';
  if (errors || !data) return 'INTERNAL_SERVER_ERROR';
  const lines = bulkLines(data);
  return { lines, roots: lines.filter((line) => line.__parentId === undefined).length };
}

/** Ungrouped, nobody may count on an order: every other slice comes backwards, children before their parents. */
function inSomeOrder<T>(lines: readonly T[], isGrouped: boolean, from: number): readonly T[] {
  return !isGrouped && (from / ROOT_OBJECTS_AT_ONCE) % 2 === 0 ? lines.toReversed() : lines;
}
