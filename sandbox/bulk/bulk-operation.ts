/** One bulk operation as the sandbox keeps it, in memory: a restarted sandbox knows none. */
export interface BulkOperation {
  readonly id: number;
  readonly shop: string;
  readonly query: string;
  readonly createdAtMs: number;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'CANCELING' | 'CANCELED' | 'FAILED';
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  objectCount: number;
  rootObjectCount: number;
  completedAtMs: number | null;
  /** The file of lines; null while there is none, and when nothing was found. */
  file: BulkFile | null;
  isPartial: boolean;
}

export interface BulkFile {
  readonly path: string;
  readonly bytes: number;
  /** Part of the address: who does not know it gets nothing. */
  readonly key: string;
  readonly expiresAtMs: number;
}
