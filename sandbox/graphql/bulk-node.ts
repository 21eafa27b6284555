import type { BulkBook } from '../bulk/bulk-book.ts';
import type { BulkOperation } from '../bulk/bulk-operation.ts';
import { fileUrl } from '../bulk/file-host.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { connection, type PageArguments } from './connection.ts';

export function bulkNode(operation: BulkOperation) {
  const url = fileUrl(operation);
  return {
    __typename: 'BulkOperation',
    id: `gid://shopify/BulkOperation/${operation.id}`,
    type: 'QUERY',
    query: operation.query,
    status: operation.status,
    errorCode: operation.errorCode,
    createdAt: isoOf(operation.createdAtMs),
    completedAt: operation.completedAtMs === null ? null : isoOf(operation.completedAtMs),
    objectCount: String(operation.objectCount),
    rootObjectCount: String(operation.rootObjectCount),
    fileSize: operation.file && !operation.isPartial ? String(operation.file.bytes) : null,
    url: operation.isPartial ? null : url,
    partialDataUrl: operation.isPartial ? url : null,
  };
}

/** The fields of the root that start and follow bulk operations. `rootOf` gives what they read, as it stands now. */
export function bulkRoot(shop: ShopState, book: BulkBook, rootOf: () => unknown) {
  const byId = (gid: string) => {
    const [, id] = /^gid:\/\/shopify\/BulkOperation\/(\d+)$/.exec(gid) ?? [];
    const found = id === undefined ? undefined : book.find(shop.domain, Number(id));
    return found ?? null;
  };
  const nodeById = (gid: string) => {
    const found = byId(gid);
    return found && bulkNode(found);
  };
  return {
    bulkOperation: ({ id }: { id: string }) => nodeById(id),
    bulkOperations: (args: PageArguments) => connection(book.ofShop(shop.domain).toReversed().map(bulkNode), args),
    currentBulkOperation: ({ type }: { type?: string }) => {
      const [newest] = type === 'MUTATION' ? [] : book.ofShop(shop.domain);
      return newest ? bulkNode(newest) : null;
    },
    bulkOperationRunQuery({ query, groupObjects }: { query: string; groupObjects: boolean }) {
      const started = book.start({
        shop: shop.domain,
        query,
        isGrouped: groupObjects,
        grantedScopes: shop.installation.grantedScopes,
        rootValue: rootOf(),
        fault: shop.faults.bulk,
      });
      return 'id' in started
        ? { bulkOperation: bulkNode(started), userErrors: [] }
        : { bulkOperation: null, userErrors: [started] };
    },
    bulkOperationCancel({ id }: { id: string }) {
      const found = byId(id);
      if (found && book.cancel(found)) return { bulkOperation: bulkNode(found), userErrors: [] };
      const message = found
        ? 'A bulk operation cannot be canceled when it is completed'
        : 'Bulk operation does not exist';
      return { bulkOperation: found && bulkNode(found), userErrors: [{ field: ['id'], message }] };
    },
    bulkNodeById: nodeById,
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
