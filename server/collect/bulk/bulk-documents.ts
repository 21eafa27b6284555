/**
 * Starts a bulk operation. `groupObjects: false` is the faster way: children then name their parent by `__parentId` and
 * come in any order.
 */
export const RUN_BULK_QUERY = `mutation RunBulkQuery($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) {
    bulkOperation { id status }
    userErrors { code message }
  }
}`;

export const BULK_OPERATION = `query BulkOperationById($id: ID!) {
  bulkOperation(id: $id) { id status errorCode objectCount rootObjectCount url }
}`;

/** An operation that nobody waits for any more would hold one of the app's five places. */
export const CANCEL_BULK_OPERATION = `mutation CancelBulkOperation($id: ID!) {
  bulkOperationCancel(id: $id) { userErrors { message } }
}`;
